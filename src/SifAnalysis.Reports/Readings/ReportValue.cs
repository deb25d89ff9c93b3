namespace SifAnalysis.Reports.Readings;

/// <summary>A value of a report's row, as text, with where it stands and how sure it is.</summary>
/// <param name="Column">The column, by the name that the kit's tables use.</param>
/// <param name="Value">The value as the tables write it, or <see langword="null"/> where it was not found.</param>
/// <param name="Certainty">How sure it is, or <see langword="null"/> where it was not found.</param>
/// <param name="Places">Where it stands; empty where it was not found.</param>
public sealed record ReportValue(string Column, string? Value, Certainty? Certainty, IReadOnlyList<Place> Places)
{
    /// <summary>How sure the value is, in words: "stated twice and equal", "stated once", "inferred", "not found".</summary>
    public string HowSure => Certainty switch
    {
        Readings.Certainty.StatedTwice => "stated twice and equal",
        Readings.Certainty.StatedOnce => "stated once",
        Readings.Certainty.Inferred => "inferred",
        _ => "not found",
    };

    internal static ReportValue Of<T>(string column, Stated<T>? stated, Func<T, string> write)
        where T : notnull =>
        stated is null ? new ReportValue(column, null, null, [])
            : new ReportValue(column, write(stated.Value), stated.Certainty, stated.Places);
}
