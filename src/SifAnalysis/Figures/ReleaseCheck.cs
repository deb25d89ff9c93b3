namespace SifAnalysis.Figures;

/// <summary>A count of an official release or of the press beside the rows, with a verdict.</summary>
/// <param name="Release">The release.</param>
/// <param name="Verdict">What the rows say of the numbers that it states, all together.</param>
/// <param name="Reading">
/// The way of counting that gives them: "all reports", "latest inspections"; the first way tried where none does.
/// </param>
/// <param name="Day">The day for which the rows are counted.</param>
/// <param name="Stated">The numbers that the release states.</param>
/// <param name="Computed">What the rows give for each.</param>
public sealed record ReleaseCheck(OfficialCount Release, Verdict Verdict, string Reading, DateOnly Day, string Stated, string Computed);
