using System.Globalization;
using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using Microsoft.Data.Analysis;
using SifAnalysis.Notebooks.Session;
using SifAnalysis.Notebooks.Sql;

namespace SifAnalysis.Notebooks.Magics;

/// <summary>A DuckDB in memory, one a session, in which the session's DataFrames are tables as they stand at each query.</summary>
internal sealed partial class SqlTables : IDisposable
{
    private readonly DuckDBConnection connection = new("Data Source=:memory:");
    private readonly Dictionary<string, FrameTable> tables = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Opens it.</summary>
    public SqlTables() => connection.Open();

    /// <summary>Runs the SQL of a part.</summary>
    /// <param name="part">The part of the cell, with the SQL as its text.</param>
    /// <param name="variables">The session's variables.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The last statement's rows, or <see langword="null"/> where it gives none.</returns>
    /// <exception cref="MagicException">The SQL is wrong; the message names the line.</exception>
    public async Task<DataFrame?> QueryAsync(CellPart part, IReadOnlyList<SessionVariable> variables, CancellationToken cancellation)
    {
        var statements = Statements(part.Text);
        if (statements.Count == 0)
        {
            throw part.Problem("there is no SQL under it.");
        }

        try
        {
            Show(part.Text, variables);
            DataFrame? last = null;
            foreach (var statement in statements)
            {
                last = await QueryAsync(statement, part, variables, cancellation).ConfigureAwait(false);
            }

            return last;
        }
        catch (Exception cause) when (cause is DuckDBException or InvalidOperationException)
        {
            cancellation.ThrowIfCancellationRequested();
            throw Problem(part, cause, variables);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => connection.Dispose();

    private async Task<DataFrame?> QueryAsync(string statement, CellPart part, IReadOnlyList<SessionVariable> variables, CancellationToken cancellation)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        foreach (var parameter in Parameters(statement, part, variables))
        {
            command.Parameters.Add(parameter);
        }

        using var stop = cancellation.Register(command.Cancel);
        using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        return reader.FieldCount > 0 ? ResultFrame.Of(reader) : null;
    }

    // A function keeps its name for good in DuckDB, so it looks up the frame that has the name now.
    private void Show(string text, IReadOnlyList<SessionVariable> variables)
    {
        foreach (var variable in variables)
        {
            if (variable.Value is not DataFrame frame || !text.Contains(variable.Name, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var (name, function) = (variable.Name, $"frame_{variable.Name}");
            if (!tables.ContainsKey(name))
            {
                connection.RegisterTableFunction(function, () => tables[name].Function, FrameTable.Write);
            }

            tables[name] = new FrameTable(frame);
            using var view = connection.CreateCommand();
            view.CommandText = $"create or replace temp view {FrameTable.Quoted(name)} as select {tables[name].SelectList} from {FrameTable.Quoted(function)}()";
            view.ExecuteNonQuery();
        }
    }

    // Statements go to DuckDB one by one, each with as many lines before it as in the text, so that it tells the right line.
    private static List<string> Statements(string text)
    {
        var code = CodeOf(text);
        var statements = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = code.IndexOf(';', start) is var found and >= 0 ? found : text.Length;
            if (!string.IsNullOrWhiteSpace(code[start..end]))
            {
                statements.Add(new string('\n', text[..start].Count(letter => letter == '\n')) + text[start..end]);
            }

            start = end + 1;
        }

        return statements;
    }

    // The text with blanks in the place of its literals and comments.
    private static string CodeOf(string text) => NoCode().Replace(text, match => new string(' ', match.Length));

    // $x in SQL is the session's variable x; where there is none, or of a type that is no value of SQL, it is said here.
    private static IEnumerable<DuckDBParameter> Parameters(string statement, CellPart part, IReadOnlyList<SessionVariable> variables)
    {
        foreach (var name in Parameter().Matches(CodeOf(statement)).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal))
        {
            var variable = variables.FirstOrDefault(each => each.Name == name)
                ?? throw part.Problem($"${name} stands for the C# variable {name}, and there is none of that name.");
            yield return variable.Value is null or bool or string or Guid or decimal or double or float or sbyte or byte or short or ushort or int or uint or long or ulong or DateTime or DateOnly or TimeOnly or TimeSpan
                ? new DuckDBParameter(name, variable.Value ?? DBNull.Value)
                : throw part.Problem($"${name} stands for the C# variable {name}, whose type {variable.Type.Name} is no value of SQL; a DataFrame is a table by its name, without the $.");
        }
    }

    // DuckDB tells the line within the text; the reader knows the cell.
    private static MagicException Problem(CellPart part, Exception cause, IReadOnlyList<SessionVariable> variables)
    {
        var message = cause.Message.ReplaceLineEndings("\n");
        var place = Line().Match(message);
        var line = place.Success ? int.Parse(place.Groups["line"].Value, CultureInfo.InvariantCulture) : 1;
        var what = SystemTable().Replace(place.Success ? message[..place.Index] : message, "").Trim();
        var text = part.Text.Split('\n').ElementAtOrDefault(line - 1)?.TrimEnd();
        var frames = variables.Where(variable => variable.Value is DataFrame).Select(variable => variable.Name).ToList();
        var tables = what.Contains("does not exist", StringComparison.Ordinal)
            ? $"\nThe DataFrames of the session are {(frames.Count == 0 ? "none" : string.Join(", ", frames))}; a file is named in quotation marks, as in from 'data/inspections.csv'."
            : "";
        var where = string.Create(CultureInfo.InvariantCulture, $"{(part.Source is null ? "Line" : $"{part.Source}, line")} {part.Line + line}");
        return new MagicException("SQL error", $"{where}: {what}\n    {text}{tables}", cause);
    }

    [GeneratedRegex(@"--[^\n]*|/\*.*?\*/|'(?:[^']|'')*'|""(?:[^""]|"""")*""|\$(?<tag>\w*)\$.*?\$\k<tag>\$", RegexOptions.Singleline)]
    private static partial Regex NoCode();

    [GeneratedRegex(@"\$(?<name>[A-Za-z_]\w*)")]
    private static partial Regex Parameter();

    // DuckDB suggests its own system's tables for a mistyped name, which help nobody here.
    [GeneratedRegex(@"^Did you mean ""(?:pg_|duckdb_|sqlite_|information_schema)[^\n]*$", RegexOptions.Multiline)]
    private static partial Regex SystemTable();

    [GeneratedRegex(@"^LINE (?<line>\d+):", RegexOptions.Multiline)]
    private static partial Regex Line();
}
