using SifAnalysis.Judgements;

namespace SifAnalysis.Figures;

/// <summary>One count of a release beside the rows, under each way of counting.</summary>
/// <param name="Release">The release.</param>
/// <param name="ReportsTo">The last day whose reports the release counts.</param>
/// <param name="Judgement">The judgement that is counted, or <see langword="null"/> for the count of all.</param>
/// <param name="Stated">The count that the release states.</param>
/// <param name="Reports">What the rows give where every report counts, re-inspections too.</param>
/// <param name="First">What the rows give where each authority counts once, by its first inspection.</param>
/// <param name="Latest">What the rows give where each authority counts once, by its latest inspection by that day.</param>
public sealed record ReleaseComparison(
    OfficialCount Release, DateOnly ReportsTo, Judgement? Judgement, int Stated, CountBounds Reports, CountBounds First, CountBounds Latest)
{
    /// <summary>
    /// The ways of counting under which the stated count is possible: "all reports", "first inspections", "latest inspections".
    /// </summary>
    public IReadOnlyList<string> PossibleAs =>
    [
        .. Readings.Where(reading => reading.Bounds.Contains(Stated)).Select(reading => reading.Name),
    ];

    /// <summary>
    /// How many more than the rows know have the judgement, if the stated count is right and counts every report: under 0 where it cannot
    /// be.
    /// </summary>
    public int BeyondKnown => Stated - Reports.Least;

    private IReadOnlyList<(string Name, CountBounds Bounds)> Readings =>
        [("all reports", Reports), ("first inspections", First), ("latest inspections", Latest)];
}
