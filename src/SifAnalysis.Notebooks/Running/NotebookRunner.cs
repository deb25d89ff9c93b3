using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Kernels;
using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Notebooks.Running;

/// <summary>Runs notebooks without a front end, each in a fresh session.</summary>
public static partial class NotebookRunner
{
    /// <summary>Runs every code cell in order. The first one that fails stops the run; what ran before it is kept.</summary>
    /// <param name="document">The notebook; it is not changed.</param>
    /// <param name="options">How it is run.</param>
    /// <exception cref="ParameterException">A parameter is given that no cell tagged <c>parameters</c> declares.</exception>
    public static async Task<NotebookRun> RunAsync(NotebookDocument document, RunOptions options)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(options);
        var cells = WithParameters(document.Cells, options.Parameters)
            .Select(cell => cell with { Outputs = [], ExecutionCount = null })
            .ToList();
        var total = cells.Count(cell => cell.Kind == CellKind.Code);
        var outputs = new CollectedOutputs();
        var watch = Stopwatch.StartNew();
        var done = 0;
        string? failure = null;
        await using var session = new NotebookSession(options.Folder);
        var ran = new List<(int Index, int Count, IReadOnlyList<CellOutput> Outputs)>();
        for (var index = 0; index < cells.Count && failure is null; index++)
        {
            if (cells[index].Kind != CellKind.Code || string.IsNullOrWhiteSpace(cells[index].Source))
            {
                continue;
            }

            options.Progress?.Invoke(++done, total);
            using var limit = new CancellationTokenSource(options.TimeLimit);
            var own = outputs.Next();
            var result = await session.ExecuteAsync(cells[index].Source, cells[index].Language, outputs, cancellation: limit.Token);
            ran.Add((index, result.ExecutionCount, own));
            failure = Failure(result, index, options);
        }

        // Displays of earlier cells may be updated by later ones, so outputs are taken when the run is over.
        foreach (var (index, count, own) in ran)
        {
            cells[index] = cells[index] with { Outputs = [.. own], ExecutionCount = count };
        }

        return new NotebookRun(document with { Cells = cells }, failure, watch.Elapsed);
    }

    private static string? Failure(CellResult result, int index, RunOptions options) => result switch
    {
        { Interrupted: true } => string.Create(
            CultureInfo.InvariantCulture,
            $"cell {index + 1} took longer than its limit of {options.TimeLimit.TotalSeconds:0.#} seconds; give it more by --time-limit, or make it faster."),
        { Error: { } error } => string.Create(
            CultureInfo.InvariantCulture, $"cell {index + 1}: {error.Name}: {string.Join(Environment.NewLine, error.Traceback)}"),
        _ => null,
    };

    private static IEnumerable<NotebookCell> WithParameters(IReadOnlyList<NotebookCell> cells, IReadOnlyDictionary<string, string> parameters)
    {
        var without = cells.Where(cell => !cell.Tags.Contains("injected-parameters")).ToList();
        if (parameters.Count == 0)
        {
            return without;
        }

        var at = without.FindIndex(cell => cell.Tags.Contains("parameters"));
        if (at < 0)
        {
            throw new ParameterException("The notebook has no cell tagged parameters, so it takes none.");
        }

        var declared = Declared().Matches(without[at].Source).Select(match => match.Groups[1].Value).ToList();
        if (parameters.Keys.FirstOrDefault(name => !declared.Contains(name)) is { } unknown)
        {
            throw new ParameterException($"The notebook takes no parameter {unknown}; it takes {string.Join(", ", declared)}.");
        }

        var lines = parameters.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} = {Literal(pair.Value)};");
        var injected = new NotebookCell("injected-parameters", CellKind.Code, string.Join('\n', lines), new JsonObject { ["tags"] = new JsonArray("injected-parameters") });
        without.Insert(at + 1, injected);
        return without;
    }

    private static string Literal(string value)
    {
        var invariant = CultureInfo.InvariantCulture;
        return value switch
        {
            "true" or "false" => value,
            _ when DateOnly.TryParseExact(value, "yyyy-MM-dd", invariant, DateTimeStyles.None, out var day) => $"new DateOnly({day.Year}, {day.Month}, {day.Day})",
            _ when long.TryParse(value, NumberStyles.AllowLeadingSign, invariant, out _) => value,
            _ when double.TryParse(value, NumberStyles.Float, invariant, out var number) && double.IsFinite(number) => value,
            _ => SymbolDisplay.FormatLiteral(value, quote: true),
        };
    }

    [GeneratedRegex(@"^\s*(?:var|[\w.<>?\[\]]+)\s+(\w+)\s*=", RegexOptions.Multiline)]
    private static partial Regex Declared();
}
