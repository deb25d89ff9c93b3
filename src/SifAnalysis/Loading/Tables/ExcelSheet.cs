using System.Globalization;
using System.Xml;

namespace SifAnalysis.Loading;

/// <summary>What a sheet has beside its values: how far it reaches, hidden rows and columns, errors, formulas without a result.</summary>
internal sealed class ExcelSheet
{
    private const int MostColumns = 16_384;
    private const int MostRows = 1_048_576;

    // The reader makes room for every column of every row, whether anything is there or not.
    private const long MostPlaces = 100_000_000;
    private const int MostKept = 100_000;

    private readonly Dictionary<int, List<(int Column, string Error)>> errors = [];
    private readonly List<(int Row, int Column)> withoutResult = [];
    private readonly List<int> hiddenRows = [];
    private readonly List<int> hiddenColumns = [];

    private ExcelSheet()
    {
    }

    /// <summary>The last row that has a value, from 1.</summary>
    public int LastRow { get; private set; }

    /// <summary>The number of columns up to the last that has a value.</summary>
    public int Width { get; private set; }

    /// <summary>The formulas whose result is not stored: rows from 1, columns from 0.</summary>
    public IReadOnlyList<(int Row, int Column)> WithoutResult => withoutResult;

    /// <summary>The hidden rows, from 1.</summary>
    public IReadOnlyList<int> HiddenRows => hiddenRows;

    /// <summary>The hidden columns, from 1.</summary>
    public IReadOnlyList<int> HiddenColumns => hiddenColumns;

    /// <summary>The errors of a row, such as #N/A, with their columns from 0.</summary>
    public IReadOnlyList<(int Column, string Error)> ErrorsOf(int row) => errors.TryGetValue(row, out var found) ? found : [];

    /// <summary>Goes through a sheet once.</summary>
    /// <exception cref="UnreadableFileException">The sheet is missing or reaches further than can be read.</exception>
    public static ExcelSheet Of(BoundedZip zip, string part)
    {
        var sheet = new ExcelSheet();
        using var xml = zip.Xml(part);
        var (row, column, reach) = (0, -1, 0);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "col" when IsTrue(xml.GetAttribute("hidden")):
                    sheet.HideColumns(xml);
                    break;
                case "row":
                    row = xml.GetAttribute("r") is { } number ? Within(number, MostRows) : row + 1;
                    column = -1;
                    if (row > MostRows)
                    {
                        throw TooFar();
                    }

                    if (sheet.hiddenRows.Count < MostKept && IsTrue(xml.GetAttribute("hidden")))
                    {
                        sheet.hiddenRows.Add(row);
                    }

                    break;
                case "c":
                    column = xml.GetAttribute("r") is { } reference ? ColumnOf(reference) : column + 1;
                    reach = Math.Max(reach, column + 1);
                    if (!xml.IsEmptyElement)
                    {
                        sheet.ReadCell(xml, row, column);
                    }

                    break;
                default:
                    break;
            }
        }

        if (sheet.LastRow == 0)
        {
            (sheet.LastRow, sheet.Width) = (0, 0);
        }

        return (long)reach * row > MostPlaces
            ? throw new UnreadableFileException(
                string.Create(CultureInfo.InvariantCulture, $"the sheet reaches to cell {CellPlace.ColumnName(reach)}{row}, too far to "
                    + $"be read; delete the blank columns to the right of the table and the blank rows below it, and save it."))
            : sheet;
    }

    private static bool IsTrue(string? value) => value is "1" or "true";

    private static UnreadableFileException TooFar() => new($"the sheet is damaged: it has a cell beyond "
        + $"{CellPlace.ColumnName(MostColumns)}{MostRows}; open it in Excel and save it anew.");

    private static int Within(string number, int most) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= 1 && value <= most ? value
            : throw TooFar();

    private static int ColumnOf(string reference)
    {
        var letters = reference.AsSpan(0, Math.Min(reference.Length, 4));
        var length = letters.IndexOfAnyExceptInRange('A', 'Z');
        var column = CellRange.Column(reference[..(length < 0 ? letters.Length : length)]);
        return column is >= 1 and <= MostColumns ? column - 1 : throw TooFar();
    }

    private void HideColumns(XmlReader xml)
    {
        var (first, last) = (Within(xml.GetAttribute("min") ?? "", MostColumns), Within(xml.GetAttribute("max") ?? "", MostColumns));
        if (hiddenColumns.Count <= MostColumns)
        {
            hiddenColumns.AddRange(Enumerable.Range(first, Math.Max(0, last - first + 1)));
        }
    }

    // On leaving, the reader stands on the end of the cell.
    private void ReadCell(XmlReader xml, int row, int column)
    {
        var type = xml.GetAttribute("t");
        var (isFormula, hasValue, error) = (false, false, "");
        var depth = xml.Depth;
        var inValue = false;
        while (xml.Read() && xml.Depth > depth)
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    isFormula |= xml.LocalName == "f";
                    inValue = xml.LocalName is "v" or "t";
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA when inValue:
                    hasValue = true;
                    error = type == "e" ? xml.Value : "";
                    break;
                default:
                    break;
            }
        }

        if (hasValue)
        {
            (LastRow, Width) = (Math.Max(LastRow, row), Math.Max(Width, column + 1));
        }

        if (type == "e" && error.Length > 0)
        {
            if (!errors.TryGetValue(row, out var own))
            {
                errors[row] = own = [];
            }

            own.Add((column, error));
        }

        // A text may be the result "", which is stored as no text.
        if (isFormula && !hasValue && type != "str" && withoutResult.Count < MostKept)
        {
            withoutResult.Add((row, column));
        }
    }
}
