namespace SifAnalysis.Statistics;

/// <summary>A chi-squared test of a table, with what independence would lead one to expect in each cell.</summary>
public sealed record ChiSquaredResult : StatisticResult
{
    /// <summary>The table that was tested, without empty rows and columns.</summary>
    public required ContingencyTable Counts { get; init; }

    /// <summary>The statistic, or <see langword="null"/> where it does not exist.</summary>
    public double? Statistic { get; init; }

    /// <summary>The degrees of freedom.</summary>
    public int? DegreesOfFreedom { get; init; }

    /// <summary>The p-value, or <see langword="null"/> where it does not exist.</summary>
    public double? PValue { get; init; }

    /// <summary>The counts expected under independence, rows by columns.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Expected { get; init; } = [];

    /// <summary>The Pearson residuals (count − expected)/√expected, rows by columns.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Residuals { get; init; } = [];

    /// <summary>
    /// The residuals divided by their standard error (Haberman, 1973), rows by columns: beyond 2 or −2 a cell is far from what
    /// independence expects.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<double>> StandardisedResiduals { get; init; } = [];

    /// <inheritdoc/>
    public override string Sentence => (Statistic, PValue) is ({ } statistic, { } p)
        ? $"The association: chi-squared = {Wording.Number(statistic)} {Wording.Freedom(DegreesOfFreedom!.Value)}, {Wording.PValue(p)} "
            + $"({Method}, n = {Observations})."
        : $"The association: undefined, because {UndefinedBecause}.";

    /// <inheritdoc/>
    public override ResultTable Table => new(
        ["Row", "Column", "Count", "Expected", "Residual", "Standardised residual"],
        [
            .. from row in Enumerable.Range(0, Expected.Count)
               from column in Enumerable.Range(0, Counts.Columns.Count)
               select (IReadOnlyList<object?>)
               [
                   Counts.Rows[row],
                   Counts.Columns[column],
                   Counts[row, column],
                   Expected[row][column],
                   Residuals[row][column],
                   StandardisedResiduals[row][column],
               ],
        ]);
}
