namespace SifAnalysis.Loading;

/// <summary>A column of a file, and what it was taken for.</summary>
/// <param name="Column">The column, in the kit's words.</param>
/// <param name="Heading">The heading that the file has.</param>
public sealed record TakenColumn(string Column, string Heading)
{
    /// <summary>"authority (Local authority)"; the name alone where the heading is the same.</summary>
    public override string ToString() => Column == Heading ? Column : $"{Column} ({Heading})";
}
