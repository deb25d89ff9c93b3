namespace SifAnalysis.Statistics;

/// <summary>A small table: named columns, and rows of values in their order.</summary>
/// <param name="Columns">The names of the columns.</param>
/// <param name="Rows">The rows; each has a value, or <see langword="null"/>, for every column.</param>
public sealed record ResultTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);
