using SifAnalysis.Judgements;
using SifAnalysis.Loading;

namespace SifAnalysis.Large;

/// <summary>How many inspections of a file each region has with each judgement, and every problem of the file.</summary>
/// <param name="ByRegion">The counts of every region that has an authority, in the order of <see cref="Region"/>.</param>
/// <param name="Problems">Every problem of the file; a row with one is not counted.</param>
public sealed record RegionCounts(IReadOnlyDictionary<Region, JudgementCounts> ByRegion, ProblemLog Problems)
{
    /// <summary>The number of rows without a problem.</summary>
    public long Rows => ByRegion.Values.Sum(counts => (long)counts.Total);

    /// <summary>The counts, if the file has no problem at all.</summary>
    /// <exception cref="LoadException">The file has problems.</exception>
    public IReadOnlyDictionary<Region, JudgementCounts> OrThrow() =>
        Problems.Total == 0 ? ByRegion : throw new LoadException(Problems.Reported());
}
