using System.Text;
using CsvHelper;

namespace SifAnalysis.Loading;

/// <summary>Separated text as a grid; the fields are read by CsvHelper, which tells where quotes do not match.</summary>
internal static class TextGrid
{
    private const long Longest = 1L << 30;
    private const long MostCells = 50_000_000;

    /// <summary>Reads a text file.</summary>
    /// <exception cref="UnreadableFileException">It is no text, or larger than a table in memory should be.</exception>
    public static Grid Of(string path, Stream file)
    {
        if (file.Length > Longest)
        {
            throw new UnreadableFileException("the file is larger than 1 GB, too large for a table in memory; sif validate reads it, and "
                + "so does DuckDB.");
        }

        var layout = TextLayout.Of(file);
        var reading = new TableReading("CSV", 0) { Encoding = layout.Encoding.Name, Separator = layout.Separator };
        var grid = Read(path, file, layout.Separator, layout.Encoding.Encoding) with { Reading = reading };
        return layout.Encoding.Problem(path) is { } problem ? grid with { Problems = [problem, .. grid.Problems] } : grid;
    }

    /// <summary>Reads a text.</summary>
    public static Grid OfText(string name, string text)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF')));
        var layout = TextLayout.Of(bytes);
        return Read(name, bytes, layout.Separator,
            Encoding.UTF8) with
        { Reading = new TableReading("text", 0) { Separator = layout.Separator } };
    }

    private static Grid Read(string path, Stream file, char separator, Encoding encoding)
    {
        var problems = new ProblemLog();
        var malformed = new HashSet<long>();
        var rows = new List<GridRow>();
        file.Position = 0;
        using var reader = CsvReader.Create(
            file,
            new CsvReaderOptions
            {
                Separator = separator,
                Encoding = encoding is UTF8Encoding ? null : encoding,
                HasHeader = false,
                TrackLineNumbers = true,
                MaxRecordSize = CsvTable.LongestRow,
                OnMalformedRecord = record =>
                {
                    malformed.Add(record.LineNumber);
                    problems.Add(() => new LoadProblem(path, (int)record.LineNumber, null, null, CsvTable.QuotesDoNotMatch));
                },
            },
            leaveOpen: true);
        var cells = 0L;
        try
        {
            while (reader.Read())
            {
                if (malformed.Remove(reader.LineNumber))
                {
                    continue;
                }

                var values = new object?[reader.FieldCount];
                for (var column = 0; column < values.Length; column++)
                {
                    values[column] = Value(reader, column);
                }

                cells += values.Length;
                if (cells > MostCells)
                {
                    throw new UnreadableFileException($"the file has more than {MostCells / 1_000_000} million cells, too many for a "
                        + "table in memory; sif validate reads it.");
                }

                if (GridRow.Of((int)reader.LineNumber, values) is { } row)
                {
                    rows.Add(rows.Count > 0 || !IsBinary(row) ? row : throw new UnreadableFileException("this is not a text file; save "
                        + "the table as CSV (UTF-8) and try again."));
                }
            }
        }
        catch (Exception cause) when (cause is CsvFormatException or InvalidDataException)
        {
            var line = cause is CsvFormatException { LineNumber: > 0 } format ? (int)format.LineNumber : rows.Count == 0 ? 1
                : rows[^1].Line;
            problems.Add(new LoadProblem(path, line, null, null, $"from here on the file cannot be read "
                + $"({cause.Message.Split('\n')[0].Trim()}); check the quotes of this row."));
        }

        return new Grid(path, rows) { Problems = problems.Reported(), Reading = new TableReading("CSV", 0) };
    }

    private static string? Value(CsvReader reader, int column) =>
        reader.IsEmpty(column) ? null : GridRow.Trimmed(reader.GetString(column));

    private static bool IsBinary(GridRow row) =>
        row.Texts.Any(text => text.Any(letter => char.IsControl(letter) && letter is not ('\r' or '\n' or '\t')));
}
