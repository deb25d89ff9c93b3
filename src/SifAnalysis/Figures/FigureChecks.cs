using SifAnalysis.Loading;

namespace SifAnalysis.Figures;

/// <summary>Answers every published figure from the rows.</summary>
public static class FigureChecks
{
    /// <summary>Checks every figure of the data, in their order.</summary>
    /// <exception cref="LoadException">A figure names a measure that does not exist, or lacks what its measure needs.</exception>
    public static IReadOnlyList<FigureCheck> Check(SifData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var problems = data.PublishedFigures.SelectMany(Problems).ToList();
        return problems.Count > 0
            ? throw new LoadException(problems)
            : [.. data.PublishedFigures.Select(figure => Measures.ByName[figure.Measure](figure, data) with { Witness = OfficialWitness.Of(figure, data) })];
    }

    private static IEnumerable<LoadProblem> Problems(PublishedFigure figure)
    {
        if (!Measures.ByName.ContainsKey(figure.Measure))
        {
            yield return new LoadProblem(
                "published-figures.csv", 0, "measure", figure.Measure, $"{figure.Id}: expected one of {string.Join(", ", Measures.ByName.Keys)}.");
        }
        else if (Measures.Needs(figure) is { } need)
        {
            yield return new LoadProblem("published-figures.csv", 0, null, null, $"{figure.Id}: the measure \"{figure.Measure}\" {need}");
        }
    }
}
