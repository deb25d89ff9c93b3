using System.Globalization;
using System.Text.Json;

namespace SifAnalysis.Loading;

/// <summary>JSON records: a list of objects, alone or in the one list of an object, or an object a line.</summary>
internal static class JsonGrid
{
    private const long Longest = 1L << 29;

    private static readonly JsonDocumentOptions Options = new()
    {
        MaxDepth = 64,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip
    };

    /// <summary>Reads the records of a file.</summary>
    /// <exception cref="UnreadableFileException">It is no JSON, or has no records.</exception>
    public static Grid Of(string path, Stream file)
    {
        if (file.Length > Longest)
        {
            throw new UnreadableFileException($"the file is larger than {Longest >> 20} MB, so it is not read; save it as CSV or Parquet.");
        }

        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        ReadOnlyMemory<byte> text = bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsMemory(3) : bytes;
        var format = "JSON records";
        List<JsonElement> records;
        try
        {
            using var whole = JsonDocument.Parse(text, Options);
            records = [.. RecordsOf(whole.RootElement).Select(record => record.Clone())];
        }
        catch (JsonException cause)
        {
            records = Lines(text, cause);
            format = "JSON, a record a line,";
        }

        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        var problems = new List<LoadProblem>();
        var rows = new List<GridRow>();
        for (var index = 0; index < records.Count; index++)
        {
            var record = records[index];
            if (record.ValueKind != JsonValueKind.Object)
            {
                problems.Add(new LoadProblem(path, index + 1, null, record.ToString(), "expected an object with a name for each value."));
                continue;
            }

            var values = new List<object?>();
            foreach (var field in record.EnumerateObject())
            {
                if (!names.TryGetValue(field.Name, out var column))
                {
                    names[field.Name] = column = names.Count;
                }

                while (values.Count <= column)
                {
                    values.Add(null);
                }

                values[column] = ValueOf(field.Value);
            }

            if (GridRow.Of(index + 1, values) is { } row)
            {
                rows.Add(row);
            }
        }

        return names.Count == 0
            ? throw new UnreadableFileException("the file has no records; expected a list of objects, such as [{\"authority\": "
                + "\"Leeds\"}].")
            : new Grid(path, [new GridRow(0, [.. names.Keys]), .. rows])
            {
                HeadingsFirst = true,
                Problems = problems,
                Reading = new TableReading(format, 0) { Encoding = "UTF-8" },
            };
    }

    private static IEnumerable<JsonElement> RecordsOf(JsonElement root) => root.ValueKind switch
    {
        JsonValueKind.Array => root.EnumerateArray(),
        JsonValueKind.Object when root.EnumerateObject().Where(field => field.Value.ValueKind == JsonValueKind.Array)
            .ToList() is [var only] => only.Value.EnumerateArray(),
        JsonValueKind.Object => [root],
        _ => throw new UnreadableFileException("the file has no records; expected a list of objects, such as [{\"authority\": "
            + "\"Leeds\"}]."),
    };

    private static List<JsonElement> Lines(ReadOnlyMemory<byte> text, JsonException whole)
    {
        var records = new List<JsonElement>();
        var (start, number) = (0, 0);
        while (start < text.Length)
        {
            var length = text.Span[start..].IndexOf((byte)'\n');
            var line = text.Slice(start, length < 0 ? text.Length - start : length);
            start += line.Length + 1;
            number++;
            if (line.Span.Trim(" \t\r"u8).IsEmpty)
            {
                continue;
            }

            try
            {
                using var record = JsonDocument.Parse(line, Options);
                records.Add(record.RootElement.Clone());
            }
            catch (JsonException)
            {
                throw new UnreadableFileException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"this is not whole JSON, from line {(number == 1 ? (whole.LineNumber ?? 0) + 1 : number)} on; make the file again."));
            }
        }

        return records;
    }

    private static object? ValueOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? whole : value.TryGetDouble(out var number) && double.IsFinite(number)
            ? number : value.GetRawText(),
        JsonValueKind.String => GridRow.Trimmed(value.GetString()),
        _ => value.GetRawText(),
    };
}
