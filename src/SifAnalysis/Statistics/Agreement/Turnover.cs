using SifAnalysis.Findings;

namespace SifAnalysis.Statistics;

/// <summary>
/// How far a judgement's number changed, and how far the same number is of others, when the same authorities are judged twice. Where
/// judgements vary by chance, those at either end of the scale drift to the middle and others take their place (regression to the mean;
/// Galton, 1886): that is exchange, and leaves the numbers as they were. Net change is what exchange cannot explain. Whether it is more
/// than chance, <see cref="Agreement.StuartMaxwell"/> tests.
/// </summary>
public static class Turnover
{
    /// <summary>The turnover of a table of the same categories before and after.</summary>
    /// <param name="table">Before by after, the rows and columns of the same names.</param>
    /// <exception cref="ArgumentNullException">The table is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The rows and columns have different names.</exception>
    public static TurnoverResult Of(ContingencyTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (!table.Rows.SequenceEqual(table.Columns, StringComparer.Ordinal))
        {
            throw new ArgumentException(
                $"The rows are {Words.Listed(table.Rows)}, the columns {Words.Listed(table.Columns)}; they must be the same.",
                nameof(table));
        }

        return new TurnoverResult
        {
            Method = "turnover between two judgements",
            Observations = table.Total,
            Warnings = Association.LeftOut(table),
            UndefinedBecause = table.Total == 0 ? "nothing was observed" : null,
            Categories =
            [
                .. table.Rows.Select((name, at) =>
                    new CategoryTurnover(name, table.RowTotals[at], table[at, at], table.ColumnTotals[at])),
            ],
        };
    }
}

/// <summary>The turnover of each category.</summary>
public sealed record TurnoverResult : StatisticResult
{
    /// <summary>The categories, in their order.</summary>
    public IReadOnlyList<CategoryTurnover> Categories { get; init; } = [];

    /// <summary>The turnover of a category.</summary>
    /// <exception cref="ArgumentException">There is no such category.</exception>
    public CategoryTurnover this[string category] => Categories.FirstOrDefault(own => own.Name == category)
        ?? throw new ArgumentException(
            $"There is no \"{category}\"; the categories are {Words.Listed(Categories.Select(own => own.Name))}.", nameof(category));

    /// <inheritdoc/>
    public override string Sentence => IsDefined
        ? $"{string.Join("; ", Categories.Select(own => own.InWords))} (n = {Observations})."
        : $"There is no turnover, because {UndefinedBecause}.";

    /// <inheritdoc/>
    public override ResultTable Table => ResultTable.Of(
        ["Judgement", "Before", "Stayed", "Left", "Came", "After", "Exchanged", "Net change"],
        Categories,
        own => [own.Name, own.Before, own.Stayed, own.Left, own.Came, own.After, own.Exchanged, own.Net]);
}

/// <summary>How many were in a category before and after, and how many in both.</summary>
/// <param name="Name">The category.</param>
/// <param name="Before">How many were in it before.</param>
/// <param name="Stayed">How many were in it before and after.</param>
/// <param name="After">How many were in it after.</param>
public sealed record CategoryTurnover(string Name, int Before, int Stayed, int After)
{
    /// <summary>How many left it.</summary>
    public int Left => Before - Stayed;

    /// <summary>How many came into it.</summary>
    public int Came => After - Stayed;

    /// <summary>How many left and were replaced by others.</summary>
    public int Exchanged => Math.Min(Left, Came);

    /// <summary>How many more, or under 0 fewer, were in it after.</summary>
    public int Net => After - Before;

    /// <summary>"Inadequate 19 before and 19 after, 0 of them the same".</summary>
    public string InWords => $"{Name} {Before} before and {After} after, {Stayed} of them the same";
}
