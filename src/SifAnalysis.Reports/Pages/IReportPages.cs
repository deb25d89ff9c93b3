namespace SifAnalysis.Reports.Pages;

/// <summary>The pages of a document, read when they are asked for.</summary>
internal interface IReportPages
{
    /// <summary>The number of pages.</summary>
    int Count { get; }

    /// <summary>The text of a page.</summary>
    /// <param name="number">The number of the page, from 1.</param>
    /// <exception cref="UnreadableFileException">The page is broken.</exception>
    ReportPage Page(int number);
}
