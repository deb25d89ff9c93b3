namespace SifAnalysis.Reports.Readings;

/// <summary>Where a report states something.</summary>
/// <param name="Page">The page, from 1; 0 for the file's name.</param>
/// <param name="Line">The line on the page, from 1, from the top; 0 for the file's name.</param>
/// <param name="Words">The words that state it.</param>
public sealed record Place(int Page, int Line, string Words)
{
    /// <summary>"page 1, line 12: 1. Children who need help and protection Good".</summary>
    public override string ToString() => Page == 0 ? $"the file's name: {Words}" : $"page {Page}, line {Line}: {Words}";
}
