using System.Globalization;
using SifAnalysis.Findings;
using SifAnalysis.Judgements;
using SifAnalysis.Notebooks.Pages;
using SifAnalysis.Site.Content;
using SifAnalysis.Site.Drawing;
using static SifAnalysis.Site.Drawing.Markup;

namespace SifAnalysis.Site.Pages;

/// <summary>The findings of the front page, computed from the rows, each with a small chart and the notebook that works it out.</summary>
internal static class FrontFindings
{
    /// <summary>The findings as HTML.</summary>
    public static string Html(SiteContent content, IReadOnlyList<Profile> profiles)
    {
        IEnumerable<string> findings = [Leadership(content), SecondLook(content), After(content, profiles)];
        var shown = findings.Where(finding => finding.Length > 0).ToList();
        return shown.Count == 0 ? "" : $"{Bars.Key()}<ul class=\"cards-list\">\n{string.Concat(shown)}</ul>\n";
    }

    private static string Leadership(SiteContent content)
    {
        var both = content.Data.Inspections.Where(inspection => inspection is { Overall: not null, Leadership: not null });
        var weak = both.Where(inspection => inspection.Leadership == Judgement.Inadequate);
        var other = both.Where(inspection => inspection.Leadership != Judgement.Inadequate);
        if (weak.Count == 0)
        {
            return "";
        }

        var limited = weak.Counts(JudgementArea.OverallEffectiveness).Inadequate;
        var title = limited == weak.Count
            ? $"Where leadership was inadequate, in {Words.Counted(weak.Count, "report")}, the whole was inadequate too"
            : $"Where leadership was inadequate, {limited} of {weak.Count} reports judged the whole inadequate";
        return Card(content, "judgement-areas", title, "leadership-and-the-whole",
        [
            new($"Leadership inadequate ({weak.Count})", Levels(weak)),
            new($"Leadership better ({other.Count})", Levels(other)),
        ], "Overall judgement by the judgement of leadership, SIF.");
    }

    private static string SecondLook(SiteContent content)
    {
        var pairs = content.Data.Inspections.Reinspections()
            .Where(pair => pair.Before.Overall is not null && pair.Again.Overall is not null).ToList();
        if (pairs.Count == 0)
        {
            return "";
        }

        var better = pairs.Count(pair => pair.Again.Overall < pair.Before.Overall);
        var worse = pairs.Count(pair => pair.Again.Overall > pair.Before.Overall);
        return Card(content, "after-the-cycle", $"Of {Words.Counted(pairs.Count, "re-inspection")}, {better} found better services and "
            + $"{worse} worse", "re-inspections",
        [
            new("The inspection before", Levels(pairs.Select(pair => pair.Before.Overall))),
            new("The re-inspection", Levels(pairs.Select(pair => pair.Again.Overall))),
        ], "Overall judgements of authorities inspected again under the SIF.");
    }

    private static string After(SiteContent content, IReadOnlyList<Profile> profiles)
    {
        var then = Latest(profiles.Where(profile => Framework.Sif.Covers(profile.Authority)), Framework.Sif);
        var now = Latest(profiles.Where(profile => profile.Authority.Until is null), Framework.Ilacs);
        if (now.Count == 0 || then.Count == 0)
        {
            return Regions(content);
        }

        static Dictionary<int, int> Latest(IEnumerable<Profile> of, Framework framework) =>
            of.Select(profile => profile.LatestUnder(framework)?.Whole?.Level).OfType<int>().GroupBy(level => level)
                .ToDictionary(own => own.Key, own => own.Count());
        static int Good(IReadOnlyDictionary<int, int> counts) => counts.GetValueOrDefault(1) + counts.GetValueOrDefault(2);
        static int Judged(IReadOnlyDictionary<int, int> counts) => Enumerable.Range(1, 4).Sum(level => counts.GetValueOrDefault(level));
        var title = string.Create(
            CultureInfo.InvariantCulture,
            $"Good or better: {(double)Good(then) / Judged(then):0%} of authorities at the end of the SIF, "
                + $"{(double)Good(now) / Judged(now):0%} at their latest overall judgement under ILACS");
        return Card(content, "came-after", title, "what-came-after",
        [
            new($"SIF, latest ({Judged(then)})", then),
            new($"ILACS, latest ({Judged(now)})", now),
        ], "Each authority’s latest overall judgement; under ILACS, of the authorities of today.");
    }

    private static string Regions(SiteContent content)
    {
        var latest = content.Data.Inspections.LatestOfEachAuthority();
        var rows = Enum.GetValues<Region>()
            .Select(region => (Region: region, Counts: latest.In(region).Counts(JudgementArea.OverallEffectiveness)))
            .Where(row => row.Counts.Known > 0)
            .OrderByDescending(row => (double)(row.Counts.Outstanding + row.Counts.Good) / row.Counts.Known).ToList();
        if (rows.Count < 2)
        {
            return "";
        }

        var (best, worst) = (rows[0], rows[^1]);
        return Card(content, "regions", $"{best.Region.Name()} had the largest share of good or better services, {worst.Region.Name()} "
            + $"the smallest", "regions",
        [
            new($"{best.Region.Name()} ({best.Counts.Known})", Levels(latest.In(best.Region))),
            new($"{worst.Region.Name()} ({worst.Counts.Known})", Levels(latest.In(worst.Region))),
        ], "Overall judgements, each authority’s latest report, SIF.");
    }

    private static string Card(
        SiteContent content, string notebook, string title, string name, IReadOnlyList<Bars.Row> rows, string caption)
    {
        var alt = string.Join(" ", rows.Select(row => $"{row.Label}: " + Words.Listed(Grade.Judgements.Select((judgement, index) =>
            $"{row.Counts.GetValueOrDefault(index + 1)} {judgement.ToLowerInvariant()}")) + "."));
        var source = content.Notebooks.FirstOrDefault(each => each.Name.Contains(notebook, StringComparison.Ordinal));
        var link = source is null
            ? ""
            : $"<p>Worked out in <a href=\"{Text(Uri.EscapeDataString(source.Name))}.html\">"
                + $"{Text(NotebookPage.Opening(source.Document, source.Name).Title)}</a>.</p>";
        return $"<li><h3>{Text(title)}</h3>{Figure.Html(Bars.Svg(rows, alt, title), name)}<p>{Text(caption)}</p>{link}</li>\n";
    }

    private static Dictionary<int, int> Levels(InspectionSet inspections) => Levels(inspections.Select(inspection => inspection.Overall));

    private static Dictionary<int, int> Levels(IEnumerable<Judgement?> judgements) =>
        judgements.GroupBy(judgement => judgement is { } known ? (int)known : 0).ToDictionary(own => own.Key, own => own.Count());
}
