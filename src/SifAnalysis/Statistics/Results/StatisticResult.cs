namespace SifAnalysis.Statistics;

/// <summary>
/// What every statistic answers with: the values, the method by name, the number of observations, notes of caution, a
/// sentence fit for a paper and a table for a notebook. A statistic that does not exist for the data says why in
/// <see cref="UndefinedBecause"/> and has no values; it is never NaN.
/// </summary>
public abstract record StatisticResult
{
    /// <summary>The method by name and source: "Wilson score interval (Wilson, 1927)".</summary>
    public required string Method { get; init; }

    /// <summary>The number of observations that entered the statistic.</summary>
    public required int Observations { get; init; }

    /// <summary>Notes of caution: "expected counts under 5". Empty where there are none.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Why the statistic does not exist for these data, or <see langword="null"/> where it does.</summary>
    public string? UndefinedBecause { get; init; }

    /// <summary>Whether the statistic exists for these data.</summary>
    public bool IsDefined => UndefinedBecause is null;

    /// <summary>The result in one sentence fit for a paper.</summary>
    public abstract string Sentence { get; }

    /// <summary>The result as a table for a notebook.</summary>
    public abstract ResultTable Table { get; }

    /// <summary>The sentence.</summary>
    public sealed override string ToString() => Sentence;
}

/// <summary>A small table: named columns, and rows of values in their order.</summary>
/// <param name="Columns">The names of the columns.</param>
/// <param name="Rows">The rows; each has a value, or <see langword="null"/>, for every column.</param>
public sealed record ResultTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    internal static ResultTable Of<T>(IReadOnlyList<string> columns, IEnumerable<T> rows, Func<T, IReadOnlyList<object?>> cells) =>
        new(columns, [.. rows.Select(cells)]);
}
