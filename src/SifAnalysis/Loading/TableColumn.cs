namespace SifAnalysis.Loading;

/// <summary>A column of one of the kit's tables: its name, what its values are, and what they mean.</summary>
/// <param name="Name">Its name, in snake case as in the files.</param>
/// <param name="Kind">What its values are; each may be missing unless the column is required.</param>
/// <param name="Description">What it means, with the unit.</param>
public record TableColumn(string Name, ColumnKind Kind, string Description)
{
    /// <summary>Whether every row has a value.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether no two rows have the same value.</summary>
    public bool IsUnique { get; init; }

    /// <summary>The values that it may have, in their order where they have one; none where any value goes.</summary>
    public IReadOnlyList<string> Permitted { get; init; } = [];

    /// <summary>How many of the permitted values, from the first on, are in order from best to worst; 0 where they have no order.</summary>
    public int Ordered { get; init; }

    /// <summary>The regular expression that values match, or <see langword="null"/> where any text goes.</summary>
    public string? Pattern { get; init; }

    /// <summary>What a value that matches the pattern looks like, in words: "E and eight digits, such as E06000005".</summary>
    public string? Example { get; init; }

    /// <summary>The least value of a number, or <see langword="null"/> where there is none.</summary>
    public int? Minimum { get; init; }

    /// <summary>The format of a text, such as "uri", or <see langword="null"/>.</summary>
    public string? Format { get; init; }

    /// <summary>A column of texts of which only some are permitted.</summary>
    internal static TableColumn<T> Choice<T>(string name, string description, IEnumerable<string> permitted, Func<T, object?> value) =>
        new(name, ColumnKind.Text, description, value) { Permitted = [.. permitted] };

    /// <summary>A word of an enumeration as the tables write it: "ofsted", "same".</summary>
    internal static string AsWord<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}

/// <summary>A column of one of the kit's tables, and how to take its value from a record.</summary>
/// <typeparam name="T">The record that a row becomes.</typeparam>
/// <param name="Name">Its name, in snake case as in the files.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="Description">What it means, with the unit.</param>
/// <param name="Value">
/// The value of a record: <see cref="string"/>, <see cref="int"/>, <see cref="double"/> or <see cref="DateOnly"/> as the kind says, or
/// <see langword="null"/>.
/// </param>
public sealed record TableColumn<T>(string Name, ColumnKind Kind, string Description, Func<T, object?> Value)
    : TableColumn(Name, Kind, Description);

/// <summary>What the values of a column are.</summary>
public enum ColumnKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>Whole numbers.</summary>
    WholeNumber,

    /// <summary>Numbers.</summary>
    Number,

    /// <summary>Days.</summary>
    Date,
}
