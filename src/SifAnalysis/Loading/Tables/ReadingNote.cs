using System.Globalization;
using SifAnalysis.Findings;

namespace SifAnalysis.Loading;

/// <summary>Values of a column that mean something else than they say, and how they were taken.</summary>
/// <param name="Column">The column, in the kit's words.</param>
/// <param name="How">How they were taken: "read as day/month/year".</param>
/// <param name="Example">The first of them, as the file has it.</param>
/// <param name="Count">How many they are.</param>
public sealed record ReadingNote(string Column, string How, string Example, long Count)
{
    /// <summary>"published: 319 rows like "09/05/25", read as day/month/year".</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Column}: {Words.Counted((int)Math.Min(Count, int.MaxValue), "row")} like \"{Example}\", {How}");
}
