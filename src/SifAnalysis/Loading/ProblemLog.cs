using System.Collections;

namespace SifAnalysis.Loading;

/// <summary>
/// The problems of a file of any size: the first are kept word for word, the others only counted, so that a file in which
/// everything is wrong fills no memory.
/// </summary>
public sealed class ProblemLog : IReadOnlyList<LoadProblem>
{
    /// <summary>The number of problems that are kept.</summary>
    public const int Most = 1000;

    private readonly List<LoadProblem> kept = [];

    /// <summary>An empty log.</summary>
    public ProblemLog()
    {
    }

    internal ProblemLog(IEnumerable<LoadProblem> problems, long total)
    {
        kept.AddRange(problems.Take(Most));
        Total = total;
    }

    /// <summary>The number of all problems, kept or not.</summary>
    public long Total { get; private set; }

    /// <summary>The number of problems that were counted and not kept.</summary>
    public long NotKept => Total - kept.Count;

    /// <summary>The number of problems that are kept, at most <see cref="Most"/>.</summary>
    public int Count => kept.Count;

    /// <inheritdoc/>
    public LoadProblem this[int index] => kept[index];

    /// <inheritdoc/>
    public IEnumerator<LoadProblem> GetEnumerator() => kept.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The kept problems and, where there are more, a last one that says how many.</summary>
    public IReadOnlyList<LoadProblem> Reported() => NotKept == 0
        ? kept
        : [.. kept, new LoadProblem(kept[^1].File, 0, null, null, $"there are {NotKept} more problems; fix these first.")];

    /// <summary>Takes a problem; it is only put into words where it is kept.</summary>
    internal void Add(Func<LoadProblem> problem)
    {
        Total++;
        if (kept.Count < Most)
        {
            kept.Add(problem());
        }
    }

    internal void Add(LoadProblem problem) => Add(() => problem);

    /// <summary>Puts a kept problem into better words.</summary>
    internal void Replace(int index, LoadProblem problem) => kept[index] = problem;
}
