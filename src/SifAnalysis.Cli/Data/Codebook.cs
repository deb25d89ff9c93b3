using System.Text;
using SifAnalysis.Findings;
using SifAnalysis.Judgements;
using SifAnalysis.Loading;

namespace SifAnalysis.Cli.Data;

/// <summary>Keeps the computed part of <c>data/README.md</c>: what the tables hold, and what is blank.</summary>
internal static class Codebook
{
    private const string Start = "<!-- coverage: made by sif data build -->";
    private const string End = "<!-- end of coverage -->";

    /// <summary>The codebook with its coverage tables made anew from the data.</summary>
    public static string With(string codebook, SifData data)
    {
        var (start, end) = (codebook.IndexOf(Start, StringComparison.Ordinal), codebook.IndexOf(End, StringComparison.Ordinal));
        if (start < 0 || end < start)
        {
            throw new CommandException($"data/README.md lacks the lines {Start} and {End}, between which the coverage stands.");
        }

        return $"{codebook[..start]}{Start}\n\n{Coverage(data)}\n{codebook[end..]}";
    }

    private static string Coverage(SifData data)
    {
        var (inspections, later) = (data.Inspections, data.Ilacs);
        var text = new StringBuilder();
        void Say(string line) => text.Append(line).Append('\n');
        Say($"`inspections.csv` holds {inspections.Count} inspections of {inspections.LatestOfEachAuthority().Count} of "
            + $"{inspections.Authorities.Count} authorities under the SIF, and {Words.Counted(inspections.BoardReviews.Count, "review")} "
            + $"of a safeguarding board alone, which is never counted. `ilacs-inspections.csv` holds {later.Count} inspections of "
            + $"{later.LatestOfEachAuthority().Count} authorities.\n");
        foreach (var set in new[] { inspections, later })
        {
            Say($"Judgements under {(set.Framework == Framework.Sif ? "the SIF" : "ILACS")} by area:\n\n| area | outstanding | good | "
                + $"requires improvement | inadequate | not judged | unknown |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
            foreach (var area in set.Framework.Areas())
            {
                var counts = set.Counts(area);
                Say($"| {area.Name(set.Framework)} | {counts.Outstanding} | {counts.Good} | {counts.RequiresImprovement} | "
                    + $"{counts.Inadequate} | {counts.NotJudged} | {counts.Unknown} |");
            }

            Say($"");
        }

        Say($"Inspections under the SIF by region: "
            + $"{Words.Listed(Enum.GetValues<Region>().Select(region => $"{region.Name()} {inspections.In(region).Count}"))}.\n");
        Say($"Inspections under the SIF whose days are not all known: "
            + $"{Listed(inspections.Where(inspection => inspection.Started is null || inspection.Ended is null))}.\n");
        Say($"Local facts that are known, of {data.LocalFacts.Count} reports:\n\n| fact | known |\n| --- | ---: |");
        foreach (var column in LocalFactsTable.Table.Columns.Where(column => !column.IsRequired))
        {
            Say($"| `{column.Name}` | {data.LocalFacts.Count(facts => column.Value(facts) is not null)} |");
        }

        return text.ToString();
    }

    private static string Listed(InspectionSet inspections) => Words.Listed(
        inspections.Select(inspection => inspection.Number == 1
            ? inspection.Authority.Name : $"{inspection.Authority.Name} ({inspection.Number})"));
}
