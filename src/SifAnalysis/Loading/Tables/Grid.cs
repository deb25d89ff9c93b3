namespace SifAnalysis.Loading;

/// <summary>A row of a file that is not blank.</summary>
/// <param name="Line">Its line, or row of a sheet, from 1.</param>
/// <param name="Values">Its values from the first column to the last that has one; null for a blank cell.</param>
internal readonly record struct GridRow(int Line, object?[] Values)
{
    /// <summary>The number of cells that are not blank.</summary>
    public int Filled => Values.Count(value => value is not null);

    /// <summary>Whether a column is blank.</summary>
    public bool IsBlank(int column) => column >= Values.Length || Values[column] is null;

    /// <summary>The texts of the cells that are not blank.</summary>
    public IEnumerable<string> Texts => Values.Where(value => value is not null).Select(Cell.TextOf);

    /// <summary>A row of values, or null where all are blank.</summary>
    public static GridRow? Of(int line, IReadOnlyList<object?> values)
    {
        var length = values.Count;
        while (length > 0 && values[length - 1] is null)
        {
            length--;
        }

        return length == 0 ? null : new GridRow(line, [.. values.Take(length)]);
    }

    /// <summary>A text without the blanks around it; null for none.</summary>
    public static string? Trimmed(string? text)
    {
        text = text?.Trim();
        return text is null or "" or "\uFEFF" ? null : text.TrimStart('\uFEFF');
    }
}

/// <summary>All cells of a sheet or file, before it is known which of them are the table.</summary>
/// <param name="File">The path as given.</param>
/// <param name="Rows">The rows that are not blank, in their order.</param>
internal sealed record Grid(string File, IReadOnlyList<GridRow> Rows)
{
    /// <summary>The sheet; null in a file without sheets.</summary>
    public string? Sheet { get; init; }

    /// <summary>Whether the sheet is hidden.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Whether the first row has the headings, as the names of fields are in a file of records.</summary>
    public bool HeadingsFirst { get; init; }

    /// <summary>How the file is taken.</summary>
    public required TableReading Reading { get; init; }

    /// <summary>What is wrong with cells and rows.</summary>
    public IReadOnlyList<LoadProblem> Problems { get; init; } = [];

    /// <summary>A problem of this grid.</summary>
    public LoadProblem Problem(int line, string? column, string? value, string expected) =>
        new(File, line, column, value, expected) { Sheet = Sheet };
}
