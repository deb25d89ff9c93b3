using System.Globalization;
using SifAnalysis.Judgements;

namespace SifAnalysis.Loading;

/// <summary>A cell of a table as it was read, with its place. Nothing is changed but the blanks around a text.</summary>
/// <param name="Value">
/// A <see cref="string"/>, <see cref="double"/>, <see cref="long"/>, <see cref="bool"/> or <see cref="DateTime"/>, as the file has it;
/// <see langword="null"/> where the cell is blank.
/// </param>
/// <param name="Place">Where it stands.</param>
public readonly record struct Cell(object? Value, CellPlace Place)
{
    /// <summary>Whether there is nothing in the cell.</summary>
    public bool IsBlank => Value is null;

    /// <summary>The value as text, the same in every country: "0.25", "2015-03-27"; empty for a blank cell.</summary>
    public string Text => TextOf(Value);

    /// <summary>The text, as <see cref="Text"/>.</summary>
    public override string ToString() => Text;

    internal static string TextOf(object? value) => value switch
    {
        null => "",
        string text => text,
        bool truth => truth ? "true" : "false",
        DateTime { TimeOfDay.Ticks: 0 } day => DateOnly.FromDateTime(day).Iso(),
        DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
