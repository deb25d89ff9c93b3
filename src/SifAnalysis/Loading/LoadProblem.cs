namespace SifAnalysis.Loading;

/// <summary>One thing that is wrong in a file, where it is, and what to do.</summary>
/// <param name="File">The path of the file.</param>
/// <param name="Line">The line, from 1; the header is line 1. In a Parquet file or a sheet the row, in a JSON file the record, from 1. 0
/// where the whole file is meant.</param>
/// <param name="Column">The column's name, or <see langword="null"/> where the whole row or file is meant.</param>
/// <param name="Value">The value as it stands in the file, or <see langword="null"/> where there is none.</param>
/// <param name="Expected">What was expected, and what to do.</param>
public sealed record LoadProblem(string File, int Line, string? Column, string? Value, string Expected)
{
    /// <summary>The sheet of a workbook; <see langword="null"/> in a file without sheets.</summary>
    public string? Sheet { get; init; }

    /// <summary>"inspections.csv, line 12, overall: "Fine" is not … ".</summary>
    public override string ToString() => string.Concat(
        File,
        Sheet is null ? "" : $", sheet {Sheet}",
        Line > 0 ? $", {(Sheet is null ? TableFormats.LineName(File) : "row")} {Line}" : "",
        Column is null ? "" : $", {Column}",
        Value is null ? ": " : $": \"{Value}\"; ",
        Expected);
}
