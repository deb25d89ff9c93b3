using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Data.Analysis;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Notebooks.Magics;

/// <summary><c>#!sql</c></summary>
internal sealed partial class SqlMagic : IMagic
{
    private const string NameOption = "--name";
    private const string DefaultName = "sql";

    /// <inheritdoc/>
    public string Name => "sql";

    /// <inheritdoc/>
    public string Summary => "DuckDB over the session's DataFrames, by their names, and over CSV and Parquet files; the result is shown and is a DataFrame in the variable of `--name` (`sql` without one); `$x` is the variable x";

    /// <inheritdoc/>
    public bool TakesText => true;

    /// <inheritdoc/>
    public async Task RunAsync(CellPart part, CellContext cell, CancellationToken cancellation)
    {
        var name = MagicArguments.Of(part, [NameOption])[NameOption]
            ?? (Hint().Match(part.Text) is { Success: true } hint ? hint.Groups["name"].Value : DefaultName);
        if (!SyntaxFacts.IsValidIdentifier(name))
        {
            throw part.Problem($"\"{name}\" cannot be a C# variable's name.");
        }

        if (await QueryAsync(part, cell, cancellation).ConfigureAwait(false) is { } frame)
        {
            await cell.Session.DeclareAsync(name, frame, cell, cancellation).ConfigureAwait(false);
            cell.Add(new DisplayOutput(CellContext.Bundle(frame), []));
        }
    }

    // The types of DuckDB stay out of the magic itself, so that listing the magics does not load them.
    private static Task<DataFrame?> QueryAsync(CellPart part, CellContext cell, CancellationToken cancellation) =>
        cell.Session.Sql.QueryAsync(part, cell.Session.Variables, cancellation);

    [GeneratedRegex(@"^\s*--\s*name:\s*(?<name>\S+)\s*$", RegexOptions.Multiline)]
    private static partial Regex Hint();
}
