using System.Globalization;

namespace SifAnalysis.Figures;

/// <summary>
/// The second witness: counts of official releases before and after a figure. Releases count to other days than the figure
/// and some count authorities, so they frame it rather than give it.
/// </summary>
internal static class OfficialWitness
{
    /// <summary>What the releases nearest before and after the figure say of the same area and judgement, or null.</summary>
    public static string? Of(PublishedFigure figure, DateOnly day, IReadOnlyList<OfficialCount> releases)
    {
        if (figure.Area is not { } area || figure.Judgement is not { } judgement || figure.Measure is not ("count" or "share"))
        {
            return null;
        }

        var counts = releases
            .Where(count => count.Area == area && count[judgement] is not null && !IsFigureItself(count, figure))
            .OrderBy(count => count.LastDay)
            .ToList();
        var before = counts.LastOrDefault(count => count.LastDay <= day);
        var after = counts.FirstOrDefault(count => count.LastDay > day);
        if (before is null && after is null)
        {
            return null;
        }

        string Said(OfficialCount count) => string.Create(
            CultureInfo.InvariantCulture,
            $"{count[judgement]}{(count.Total is { } total ? $" of {total}" : "")} as at {count.AsAt}");
        var stated = figure.Measure == "count" && int.TryParse(figure.Value, CultureInfo.InvariantCulture, out var value)
            ? value : (int?)null;
        var framed = stated is null || before is null || after is null ? ""
            : stated >= before[judgement] && stated <= after[judgement] ? "; the figure lies between them"
            : "; the figure does not lie between them, as it need not where releases count authorities by their latest inspection";
        return $"Official releases: {string.Join(", ", new[] { before, after }.OfType<OfficialCount>().Select(Said))}{framed}.";
    }

    private static bool IsFigureItself(OfficialCount count, PublishedFigure figure) =>
        figure.Publication.Split(',')[^1].Split(':')[0]
            .Trim() is { Length: > 0 } title && count.Source.Contains(title, StringComparison.OrdinalIgnoreCase);
}
