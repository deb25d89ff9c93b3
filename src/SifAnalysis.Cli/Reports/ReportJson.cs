using System.Text.Json;
using SifAnalysis.Reports;

namespace SifAnalysis.Cli.Reports;

/// <summary>Documents that were read, as JSON for programs.</summary>
internal static class ReportJson
{
    /// <summary>The documents, each with its values, their places and its problems.</summary>
    public static string Of(ReportSet set) => JsonSerializer.Serialize(
        set.Documents.Select(document => new
        {
            file = document.File,
            kind = document.Kind.ToString(),
            pages = document.Pages,
            values = (document as InspectionReport)?.Values.Select(value => new
            {
                column = value.Column,
                value = value.Value,
                how_sure = value.HowSure,
                places = value.Places.Select(place => new { page = place.Page, line = place.Line, words = place.Words }),
            }),
            problems = document.Problems.Select(problem => new { page = problem.Page, column = problem.Column, text = problem.Text }),
        }),
        OutputFormat.Indented);
}
