namespace SifAnalysis.Statistics;

/// <summary>A p-value and what it is after adjustment for the others.</summary>
/// <param name="Name">What was tested.</param>
/// <param name="PValue">The p-value of this test alone.</param>
/// <param name="Adjusted">The adjusted p-value, to compare with the level of the whole family.</param>
public sealed record AdjustedPValue(string Name, double PValue, double Adjusted);
