using System.Text.Json;
using SifAnalysis.Figures;

namespace SifAnalysis.Cli;

/// <summary>Figures with their verdicts as JSON for programs: what <c>check --format json</c> prints and the site's figures.json
/// holds.</summary>
internal static class FigureJson
{
    /// <summary>The figures as a list of objects.</summary>
    public static string Of(IEnumerable<FigureCheck> checks) => JsonSerializer.Serialize(checks.Select(Row), OutputFormat.Indented);

    private static object Row(FigureCheck check) => new
    {
        id = check.Figure.Id,
        statement = check.Figure.Statement,
        stated = check.Figure.Value,
        computed = check.Computed,
        verdict = check.Verdict.Name(),
        coverage = check.Coverage,
        days = check.Days?.ToString(),
        because = check.Because,
        witness = check.Witness,
    };
}
