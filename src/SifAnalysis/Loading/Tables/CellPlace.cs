using System.Globalization;

namespace SifAnalysis.Loading;

/// <summary>Where a cell stands.</summary>
/// <param name="File">The path of the file as it was given; "pasted text" for text.</param>
/// <param name="Sheet">The sheet; <see langword="null"/> in a file without sheets.</param>
/// <param name="Line">The line of a text file, the row of a sheet or the number of a record, from 1.</param>
/// <param name="Column">The column, from 1.</param>
public readonly record struct CellPlace(string File, string? Sheet, int Line, int Column)
{
    private const int Letters = 26;

    /// <summary>"release.xlsx, sheet Data, cell C7"; "release.csv, line 7, column 3".</summary>
    public override string ToString() => Sheet is null
        ? string.Create(CultureInfo.InvariantCulture, $"{File}, {TableFormats.LineName(File)} {Line}, column {Column}")
        : string.Create(CultureInfo.InvariantCulture, $"{File}, sheet {Sheet}, cell {ColumnName(Column)}{Line}");

    /// <summary>The letters by which a sheet names a column: 1 is A, 27 is AA.</summary>
    internal static string ColumnName(int column) => column <= 0
        ? ""
        : ColumnName((column - 1) / Letters) + (char)('A' + ((column - 1) % Letters));
}
