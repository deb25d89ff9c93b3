using System.Globalization;
using SifAnalysis.Judgements;

namespace SifAnalysis.Figures;

/// <summary>One share of a release beside the rows, under each way of counting.</summary>
/// <param name="Release">The release.</param>
/// <param name="ReportsTo">The last day whose reports the release counts.</param>
/// <param name="Judgements">The judgements whose share is stated.</param>
/// <param name="Stated">The share, or the shares that are rounded to what the release states.</param>
/// <param name="Reports">What the rows give where every report counts, re-inspections too.</param>
/// <param name="First">What the rows give where each authority counts once, by its first inspection.</param>
/// <param name="Latest">What the rows give where each authority counts once, by its latest inspection by that day.</param>
public sealed record ReleaseShareComparison(
    OfficialCount Release, DateOnly ReportsTo, IReadOnlyList<Judgement> Judgements,
        ShareBounds Stated, ShareBounds Reports, ShareBounds First, ShareBounds Latest)
{
    /// <summary>
    /// The ways of counting under which the stated share is possible: "all reports", "first inspections", "latest inspections".
    /// </summary>
    public IReadOnlyList<string> PossibleAs =>
    [
        .. Readings.Where(reading => reading.Bounds.Overlaps(Stated)).Select(reading => reading.Name),
    ];

    private IReadOnlyList<(string Name, ShareBounds Bounds)> Readings =>
        [("all reports", Reports), ("first inspections", First), ("latest inspections", Latest)];
}

/// <summary>The least and the most that a share can be.</summary>
/// <param name="Least">The least, 0 to 1.</param>
/// <param name="Most">The most, 0 to 1.</param>
public readonly record struct ShareBounds(double Least, double Most)
{
    /// <summary>Whether some share lies inside both bounds.</summary>
    public bool Overlaps(ShareBounds other) => Least <= other.Most && other.Least <= Most;

    /// <summary>"26.4%", or "25.4% to 34.2%".</summary>
    public override string ToString() => Least == Most
        ? Least.ToString("0.0%", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Least:0.0%} to {Most:0.0%}");
}
