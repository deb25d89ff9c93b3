using SifAnalysis.Figures;
using SifAnalysis.Judgements;
using SifAnalysis.Statistics;

namespace SifAnalysis.Display;

/// <summary>The kit's records as tables, in the words of a report.</summary>
internal static class RecordTables
{
    /// <summary>Counts, and shares of the known.</summary>
    public static ResultTable Of(JudgementCounts counts) => new(
        ["Judgement", "Inspections", "% of known"],
        [
            .. Names.AllJudgements.Select(judgement => (IReadOnlyList<object?>)
                [judgement.Name(), counts[judgement], counts.ShareOfKnown(judgement) is { } share
                    ? Math.Round(100 * share, 1, MidpointRounding.AwayFromZero) : null]),
            .. counts.Unknown > 0 ? [["Unknown", counts.Unknown, null]] : Array.Empty<IReadOnlyList<object?>>(),
            .. counts.NotJudged > 0 ? [["Not judged", counts.NotJudged, null]] : Array.Empty<IReadOnlyList<object?>>(),
            ["Total", counts.Total + counts.NotJudged, null],
        ]);

    /// <summary>Figures with their verdicts, one a row.</summary>
    public static ResultTable Of(IEnumerable<FigureCheck> checks) => new(
        ["What is stated, and why the verdict", "Stated", "Computed", "Verdict", "Coverage"],
        [.. checks.Select(check => (IReadOnlyList<object?>)
        [
            $"{check.Figure.Statement}\n{check.Because}{(check.Witness is null ? "" : " " + check.Witness)}",
            check.Figure.Stated,
            check.Computed.Length == 0 ? null : check.Computed,
            check.Verdict.Name(),
            check.Coverage is { } coverage ? coverage.ToString("0%", System.Globalization.CultureInfo.InvariantCulture) : null,
        ])]);

    /// <summary>Counts of releases beside the rows, one a row.</summary>
    public static ResultTable Of(IEnumerable<ReleaseComparison> comparisons) => new(
        ["Counted up to", "Area", "Judgement", "Stated", "All reports",
            "First inspections", "Latest inspections", "Possible as", "Release"],
        [.. comparisons.Select(comparison => (IReadOnlyList<object?>)
        [
            comparison.ReportsTo,
            comparison.Release.Area.ShortName(),
            comparison.Judgement?.Name() ?? "All",
            comparison.Stated,
            comparison.Reports.ToString(),
            comparison.First.ToString(),
            comparison.Latest.ToString(),
            Possible(comparison.PossibleAs),
            comparison.Release.Source,
        ])]);

    /// <summary>Releases with their verdicts, one a row.</summary>
    public static ResultTable Of(IEnumerable<ReleaseCheck> checks) => new(
        ["Release, and what it counts", "Counted up to", "Area", "Stated", "Computed", "Verdict", "As"],
        [.. checks.Select(check => (IReadOnlyList<object?>)
        [
            $"{check.Release.Source}\n{check.Release.What}",
            check.Day,
            check.Release.Area.ShortName(),
            check.Stated,
            check.Computed,
            check.Verdict.Name(),
            check.Reading,
        ])]);

    /// <summary>Shares of releases beside the rows, one a row.</summary>
    public static ResultTable Of(IEnumerable<ReleaseShareComparison> comparisons) => new(
        ["Counted up to", "Share", "Stated", "All reports", "First inspections", "Latest inspections", "Possible as", "Release"],
        [.. comparisons.Select(comparison => (IReadOnlyList<object?>)
        [
            comparison.ReportsTo,
            Capital(string.Join(" or ", comparison.Judgements.Select(judgement => judgement.Name().ToLowerInvariant()))),
            comparison.Stated.ToString(),
            comparison.Reports.ToString(),
            comparison.First.ToString(),
            comparison.Latest.ToString(),
            Possible(comparison.PossibleAs),
            comparison.Release.Source,
        ])]);

    /// <summary>Re-inspections beside the inspections before them, one a row.</summary>
    public static ResultTable Of(IEnumerable<Reinspection> reinspections) => new(
        ["Authority", "First published", "Judged", "Again published", "Judged again", "Days between", "Improved"],
        [.. reinspections.Select(reinspection => (IReadOnlyList<object?>)
        [
            reinspection.Authority.Name,
            reinspection.Before.Published,
            reinspection.Before[reinspection.Area]?.Name(),
            reinspection.Again.Published,
            reinspection.Again[reinspection.Area]?.Name(),
            reinspection.Days,
            reinspection.Improved switch { true => "yes", false => "no", null => null },
        ])]);

    /// <summary>Judgements that two sets give differently, one a row.</summary>
    public static ResultTable Of(IEnumerable<JudgementDifference> differences) => new(
        ["Authority", "Inspection", "Area", "Here", "There"],
        [.. differences.Select(difference => (IReadOnlyList<object?>)
            [difference.Inspection.Authority.Name, difference.Inspection.Number,
                difference.Area.ShortName(), difference.Here.Name(), difference.There.Name()])]);

    /// <summary>Sources counted by rank, one rank a row.</summary>
    public static ResultTable Of(IEnumerable<SourceTally> tallies) => new(
        ["Rank", "Sources", "Cited for dates", "Cited for judgements"],
        [.. tallies.Select(tally =>
            (IReadOnlyList<object?>)[tally.Rank.ToString(), tally.Sources, tally.TimesForDates, tally.TimesForJudgements])]);

    /// <summary>Authorities, one a row.</summary>
    public static ResultTable Of(IEnumerable<LocalAuthority> authorities) => new(
        ["Authority", "Region", "Kind", "ONS code"],
        [.. authorities.Select(authority =>
            (IReadOnlyList<object?>)[authority.Name, authority.Region.Name(), authority.Type?.Name(), authority.OnsCode])]);

    /// <summary>Inspections, one a row.</summary>
    public static ResultTable Of(IEnumerable<Inspection> inspections) => WithoutEmptyColumns(new(
        ["Authority, and source of the judgements", "Inspection", "Published", .. Names.AllAreas.Select(area => area.ShortName())],
        [.. inspections.Select(inspection => (IReadOnlyList<object?>)
        [
            string.IsNullOrEmpty(inspection.JudgementsSource) ? inspection.Authority.Name
                : $"{inspection.Authority.Name}\n{inspection.JudgementsSource}",
            inspection.Number,
            inspection.Published,
            .. Names.AllAreas.Select(area => inspection.IsUnknown(area) ? null : inspection.Stated(area)),
        ])]));

    /// <summary>An authority's inspections with those of the authorities before and after it, one an inspection.</summary>
    public static ResultTable Of(AuthorityHistory history) => WithoutEmptyColumns(new(
        ["Authority", "Framework", "Published", .. Names.AllAreas.Select(area => area.ShortName())],
        [.. history.Whole.Select(inspection => (IReadOnlyList<object?>)
        [
            inspection.Authority.Name,
            inspection.Framework.Name(),
            inspection.Published,
            .. Names.AllAreas.Select(area => inspection.Stated(area) is { Length: > 0 } stated ? stated : null),
        ])]));

    /// <summary>Histories, one an authority: its judgements overall under each framework, first to latest.</summary>
    public static ResultTable Of(IEnumerable<AuthorityHistory> histories)
    {
        return WithoutEmptyColumns(new(
            ["Authority", "Took the place of", "Overall under the SIF", "Overall under ILACS", "Its place was taken by"],
            [.. histories.Select(history => (IReadOnlyList<object?>)
            [
                history.Authority.Name,
                Beside(history.Predecessors),
                Judged(history.Sif),
                Judged(history.Ilacs),
                Beside(history.Successors),
            ])]));

        static string? Judged(IReadOnlyList<Inspection> inspections) => inspections.Count == 0
            ? null
            : string.Join(", ", inspections.Select(inspection =>
                $"{inspection.Stated(JudgementArea.OverallEffectiveness)} ({inspection.Published?.Year})"));

        static string? Beside(IReadOnlyList<AuthorityHistory> others) => others.Count == 0
            ? null
            : string.Join("; ", others.Select(other => $"{other.Authority.Name}: {Judged(other.Own) ?? "no report"}"));
    }

    /// <summary>How areas of the two frameworks correspond, one a row.</summary>
    public static ResultTable Of(IEnumerable<AreaCorrespondence> areas) => new(
        ["Under the SIF, and what differs", "Under ILACS", "Correspondence"],
        [.. areas.Select(area => (IReadOnlyList<object?>)[$"{area.Sif}\n{area.Note}", area.Ilacs, area.Correspondence.ToString()])]);

    /// <summary>Local facts beside those of others, one a row.</summary>
    public static ResultTable Of(IEnumerable<FactBeside> facts)
    {
        var all = facts.ToList();
        var own = all.SelectMany(fact => fact.Own.Keys).Distinct().ToList();
        return new(
            ["Fact", .. own, "Neighbours, median", "All authorities, median", "Neighbours known", "All known"],
            [.. all.Select(fact => (IReadOnlyList<object?>)
                [fact.Fact, .. own.Select(name => (object?)fact.Own[name]),
                    fact.Neighbours, fact.England, fact.NeighboursKnown, fact.EnglandKnown])]);
    }

    /// <summary>A table without the columns that have no value in any row, such as the degrees of freedom of an exact test.</summary>
    public static ResultTable WithoutEmptyColumns(ResultTable table)
    {
        var kept = Enumerable.Range(0, table.Columns.Count)
            .Where(column => table.Rows.Count == 0 || table.Rows.Any(row => row[column] is not null)).ToList();
        return new([.. kept.Select(column => table.Columns[column])],
            [.. table.Rows.Select(row => (IReadOnlyList<object?>)[.. kept.Select(column => row[column])])]);
    }

    private static string Possible(IReadOnlyList<string> ways) => ways.Count switch
    {
        0 => "none",
        3 => "each",
        _ => string.Join(" or ", ways),
    };

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
