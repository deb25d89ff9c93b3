namespace SifAnalysis.Reports.Readings;

/// <summary>Something that is wrong with a document, or that could not be read from it.</summary>
/// <param name="File">The path of the file.</param>
/// <param name="Page">The page, from 1; 0 where the whole file is meant.</param>
/// <param name="Column">The column whose value is in question, or <see langword="null"/> where the whole file is meant.</param>
/// <param name="Text">What is wrong, what was expected, and what to do.</param>
public sealed record ReportProblem(string File, int Page, string? Column, string Text)
{
    /// <summary>"report.pdf, page 1, overall: …".</summary>
    public override string ToString() =>
        string.Concat(File, Page > 0 ? $", page {Page}" : "", Column is null ? "" : $", {Column}", ": ", Text);
}
