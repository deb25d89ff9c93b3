using SifAnalysis.Findings;
using SifAnalysis.Judgements;
using SifAnalysis.Statistics;

namespace SifAnalysis.Charts;

/// <content>The map.</content>
public static partial class SifCharts
{
    /// <summary>
    /// A map of England with one tile an authority, so that each counts once whatever its size: the judgement of its latest
    /// inspection in the set, in colour and letter. Unknown ones are hatched, authorities without an inspection empty. Hovering over
    /// a tile tells the name, the judgement, the dates and the source.
    /// </summary>
    /// <param name="inspections">The inspections; an authority that is not on the kit's map stands beneath it.</param>
    /// <param name="area">The area whose judgements are shown.</param>
    /// <exception cref="ArgumentNullException">The set is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The set has no inspections.</exception>
    public static SifChart TileMap(InspectionSet inspections, JudgementArea area = JudgementArea.OverallEffectiveness)
    {
        RequireInspections(inspections);
        var latest = inspections.LatestOfEachAuthority();
        var own = latest.ToDictionary(inspection => inspection.Authority);
        var tiles = TileGrid.Place(inspections.Authorities);
        var seen = tiles.Where(tile => own.ContainsKey(tile.Authority)).ToList();
        var marks = Mark.In([latest.Counts(area)]);
        var traces = marks
            .Select(kind =>
                Tiles(kind.Name, kind.Letter, kind.Marker, kind.Ink, seen.Where(tile => Mark.Of(own[tile.Authority], area) == kind)))
            .ToList();
        if (seen.Count < tiles.Count)
        {
            traces.Add(
                Tiles("No inspection", "",
                new { color = JudgementPalette.Paper, line = new { color = JudgementPalette.Grid, width = 1.5 } },
                JudgementPalette.Ink, tiles.Where(tile => !own.ContainsKey(tile.Authority))));
        }

        var (x, y) = TileGrid.Borders(tiles);
        traces.Add(ChartParts.Trace("scatter", new
        {
            mode = "lines",
            x,
            y,
            line = new { color = JudgementPalette.Paper, width = 4.5 },
            hoverinfo = "skip",
            showlegend = false,
        }));

        var (left, right) = (tiles.Min(tile => tile.Column), tiles.Max(tile => tile.Column));
        var (top, bottom) = (tiles.Min(tile => tile.Row), tiles.Max(tile => tile.Row));
        var labels = TileGrid.Labels.Where(label =>
            tiles.Any(tile => tile.Authority.Region == label.Region && TileGrid.Places.ContainsKey(tile.Authority.Name)));
        var title = MapTitle(latest, area);
        var alt = $"Tile map of England, one tile for each of {tiles.Count} authorities in the shape of its region, coloured and lettered "
            + $"(O, G, RI, I) by judgement{Patterns(marks)}. {title}.";
        return ChartParts.Chart(
            new(title, $"Each authority’s latest inspection. {ChartParts.Describe(latest)}", alt),
            new ResultTable(
                ["Authority", "Region", area.ShortName(), "Published"],
                [.. tiles.OrderBy(tile => tile.Authority.Name, StringComparer.Ordinal).Select(tile => (IReadOnlyList<object?>)
                    [tile.Authority.Name, tile.Authority.Region.Name(), own.TryGetValue(tile.Authority, out var inspection)
                        ? Mark.Of(inspection, area).Name : "No inspection", inspection?.Published])]),
            traces,
            25 * (bottom - top + 1),
            new
            {
                barmode = "overlay",
                xaxis = new { visible = false, fixedrange = true, range = new[] { left - 0.6, right + 0.6 }, constrain = "domain" },
                yaxis = new
                {
                    visible = false,
                    fixedrange = true,
                    range = new[] { bottom + 0.6, top - 0.6 },
                    scaleanchor = "x",
                    scaleratio = 1,
                    constrain = "domain",
                    constraintoward = "top"
                },
                annotations = labels.Select(label => ChartParts.Note(label.Text, label.Column, label.Row, label.Anchor, size: 11)),
            },
            footRoom: 10);

        Trace Tiles(string name, string letter, object marker, string ink,
            IEnumerable<(LocalAuthority Authority, int Column, int Row)> shown)
        {
            var of = shown.ToList();
            return ChartParts.Trace("bar", new
            {
                name,
                x = of.Select(tile => tile.Column),
                y = of.Select(_ => 1),
                @base = of.Select(tile => tile.Row - 0.5),
                width = 1,
                marker,
                hovertext = of.Select(tile => TileWords(tile.Authority, own.GetValueOrDefault(tile.Authority), area)),
                hovertemplate = "%{hovertext}<extra></extra>",
                texttemplate = letter,
                textposition = "inside",
                insidetextanchor = "middle",
                textangle = 0,
                constraintext = "none",
                textfont = new { size = 11, color = ink },
            });
        }
    }

    private static string MapTitle(InspectionSet latest, JudgementArea area)
    {
        var counts = latest.Counts(area);
        if (counts.Known == 0)
        {
            return $"{area.Name()}: no judgement is known";
        }

        var inadequate = Enum.GetValues<Region>().ToDictionary(region => region, region => latest.In(region).Counts(area).Inadequate);
        var most = inadequate.Values.Max();
        return counts.Inadequate == 0
            ? $"{area.Name()}: none of {counts.Known} authorities known is inadequate"
            : $"{area.Name()}: inadequate in {InadequateOf(counts)}, most in "
                + $"{Words.Listed(inadequate.Where(own => own.Value == most).Select(own => own.Key.Name()))} ({most})";
    }

    private static string TileWords(LocalAuthority authority, Inspection? inspection, JudgementArea area)
    {
        var lines = new List<string?> { $"<b>{PlotlyText.Wrap(authority.Name, HoverWidth)}</b>" };
        if (inspection is null)
        {
            lines.Add("No inspection");
            return string.Join("<br>", lines);
        }

        var inspected = (inspection.Started, inspection.Ended) switch
        {
            ({ } from, { } to) => $"Inspected {Words.Day(from)} to {Words.Day(to)}",
            ({ } from, null) => $"Inspected from {Words.Day(from)}",
            (null, { } to) => $"Inspected to {Words.Day(to)}",
            _ => null,
        };
        lines.Add($"{PlotlyText.Escape(area.ShortName())}: {Mark.Of(inspection, area).Name}");
        lines.Add(inspection.Number > 1 ? $"Inspection {inspection.Number} under the framework" : null);
        lines.Add(inspected is null ? null : PlotlyText.Wrap(inspected, HoverWidth));
        lines.Add(inspection.Published is { } day ? $"Published {Words.Day(day)}" : "Day of publication unknown");
        lines.Add(inspection[area] is not null && inspection.JudgementsSource is { } source
            ? PlotlyText.Wrap($"Source: {source}", HoverWidth) : null);
        return string.Join("<br>", lines.OfType<string>());
    }
}
