namespace SifAnalysis.Loading;

/// <summary>How often values of a column were understood in one way.</summary>
/// <param name="column">The column.</param>
/// <param name="how">The way.</param>
/// <param name="example">The first text that was.</param>
internal sealed class UnderstoodValues(string column, string how, string example)
{
    private long count;

    /// <summary>One more.</summary>
    public void Add() => count++;

    /// <summary>What the report says of it.</summary>
    public ReadingNote Note => new(column, how, example, count);
}
