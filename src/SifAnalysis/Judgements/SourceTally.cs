namespace SifAnalysis.Judgements;

/// <summary>How much of the data rests on sources of one rank.</summary>
/// <param name="Rank">The rank.</param>
/// <param name="Sources">The number of sources.</param>
/// <param name="TimesForDates">How many times a row names one of them for its dates.</param>
/// <param name="TimesForJudgements">How many times a row names one of them for its judgements, alone or with others.</param>
public sealed record SourceTally(SourceRank Rank, int Sources, int TimesForDates, int TimesForJudgements);
