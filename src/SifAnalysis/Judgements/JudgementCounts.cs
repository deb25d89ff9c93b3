using SifAnalysis.Findings;

namespace SifAnalysis.Judgements;

/// <summary>
/// How many inspections have each judgement in one area, for how many it is unknown, and how many were not judged in it. No count is
/// negative; the default value counts no inspection.
/// </summary>
/// <param name="Outstanding">Inspections judged outstanding.</param>
/// <param name="Good">Inspections judged good.</param>
/// <param name="RequiresImprovement">Inspections judged to require improvement.</param>
/// <param name="Inadequate">Inspections judged inadequate.</param>
/// <param name="Unknown">Inspections whose judgement no source states.</param>
/// <param name="NotJudged">
/// Inspections whose report gives no judgement in the area, and says why: a known fact, so it widens no bounds.
/// </param>
/// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
public readonly record struct JudgementCounts(
    int Outstanding, int Good, int RequiresImprovement, int Inadequate, int Unknown, int NotJudged = 0)
{
    /// <summary>Inspections judged outstanding.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public int Outstanding { get; init => field = Count(value, nameof(Outstanding)); } = Count(Outstanding, nameof(Outstanding));

    /// <summary>Inspections judged good.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public int Good { get; init => field = Count(value, nameof(Good)); } = Count(Good, nameof(Good));

    /// <summary>Inspections judged to require improvement.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public int RequiresImprovement { get; init => field = Count(value, nameof(RequiresImprovement)); } =
        Count(RequiresImprovement, nameof(RequiresImprovement));

    /// <summary>Inspections judged inadequate.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public int Inadequate { get; init => field = Count(value, nameof(Inadequate)); } = Count(Inadequate, nameof(Inadequate));

    /// <summary>Inspections whose judgement no source states.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public int Unknown { get; init => field = Count(value, nameof(Unknown)); } = Count(Unknown, nameof(Unknown));

    /// <summary>Inspections whose report gives no judgement in the area, and says why.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public int NotJudged { get; init => field = Count(value, nameof(NotJudged)); } = Count(NotJudged, nameof(NotJudged));

    /// <summary>Inspections whose judgement is known.</summary>
    public int Known => Outstanding + Good + RequiresImprovement + Inadequate;

    /// <summary>All inspections that were judged in the area, whether the judgement is known or not.</summary>
    public int Total => Known + Unknown;

    /// <summary>All inspections, judged in the area or not.</summary>
    public int Inspections => Total + NotJudged;

    /// <summary>
    /// The share of the inspections judged in the area whose judgement is known, 0 to 1, or <see langword="null"/> where there are none.
    /// </summary>
    public double? Coverage => Total == 0 ? null : (double)Known / Total;

    /// <summary>The count of one judgement.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the four judgements.</exception>
    public int this[Judgement judgement] => judgement switch
    {
        Judgement.Outstanding => Outstanding,
        Judgement.Good => Good,
        Judgement.RequiresImprovement => RequiresImprovement,
        Judgement.Inadequate => Inadequate,
        _ => throw new ArgumentOutOfRangeException(nameof(judgement), judgement, "A judgement is one of 1 to 4."),
    };

    /// <summary>
    /// The counts in a sentence: "2 outstanding, 29 good, 56 requires improvement and 29 inadequate"; unknown ones follow where there are
    /// any.
    /// </summary>
    public string InWords
    {
        get
        {
            var counts = this;
            var unknown = Unknown > 0 ? [$"{Unknown} unknown"] : Array.Empty<string>();
            return Words.Listed(
                [.. Names.AllJudgements.Select(judgement => $"{counts[judgement]} {judgement.Name().ToLowerInvariant()}"), .. unknown]);
        }
    }

    /// <summary>The share of one judgement among the known, 0 to 1, or <see langword="null"/> where none is known.</summary>
    public double? ShareOfKnown(Judgement judgement) => Known == 0 ? null : (double)this[judgement] / Known;

    /// <summary>The least and the most that a judgement's count can be, whatever the unknown judgements are.</summary>
    public CountBounds Bounds(Judgement judgement) => new(this[judgement], this[judgement] + Unknown);

    private static int Count(int count, string name) =>
        count >= 0 ? count : throw new ArgumentOutOfRangeException(name, count, "A count of inspections is 0 or more.");
}
