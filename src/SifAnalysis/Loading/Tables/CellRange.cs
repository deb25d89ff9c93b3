using System.Globalization;
using System.Text.RegularExpressions;

namespace SifAnalysis.Loading;

/// <summary>Cells as Excel names them, A3:F40: columns and rows from 1, both ends within.</summary>
internal readonly partial record struct CellRange(int FirstColumn, int FirstRow, int LastColumn, int LastRow)
{
    private const int Letters = 26;

    /// <summary>Reads a range.</summary>
    /// <exception cref="ArgumentException">The text is no range.</exception>
    public static CellRange Parse(string text)
    {
        var match = Form().Match(text.Trim());
        return match.Success
            ? new(Column(match.Groups[1].Value), Number(match.Groups[2]), Column(match.Groups[3].Value), Number(match.Groups[4]))
            : throw new ArgumentException($"\"{text}\" is no range of cells; expected one such as A3:F40.", nameof(text));
    }

    /// <summary>What a row has within the range; null where that is blank.</summary>
    public GridRow? Cut(GridRow row)
    {
        if (row.Line < FirstRow || row.Line > LastRow)
        {
            return null;
        }

        var first = FirstColumn - 1;
        return GridRow.Of(row.Line, [.. row.Values.Take(LastColumn).Select((value, column) => column < first ? null : value)]);
    }

    /// <summary>"A3:F40".</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture,
            $"{CellPlace.ColumnName(FirstColumn)}{FirstRow}:{CellPlace.ColumnName(LastColumn)}{LastRow}");

    /// <summary>The number of a column that is named by letters: A is 1.</summary>
    public static int Column(string letters) =>
        letters.Aggregate(0, (number, letter) => (number * Letters) + (char.ToUpperInvariant(letter) - 'A' + 1));

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\$?([A-Za-z]{1,3})\$?(\d{1,7}):\$?([A-Za-z]{1,3})\$?(\d{1,7})$")]
    private static partial Regex Form();
}
