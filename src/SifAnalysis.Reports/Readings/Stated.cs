namespace SifAnalysis.Reports.Readings;

/// <summary>A value that a report states, with where and how surely. What was not found is <see langword="null"/> instead.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="Certainty">How sure it is.</param>
/// <param name="Places">Where it stands, at least one place.</param>
public sealed record Stated<T>(T Value, Certainty Certainty, IReadOnlyList<Place> Places)
    where T : notnull
{
    /// <summary>The first page that states it; 0 for the file's name.</summary>
    public int Page => Places[0].Page;

    /// <summary>The value as text.</summary>
    public override string ToString() => Value.ToString() ?? "";
}
