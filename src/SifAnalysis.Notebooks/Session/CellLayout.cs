using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Text;
using SifAnalysis.Notebooks.Documents;

namespace SifAnalysis.Notebooks.Session;

/// <summary>Lays the C# of a cell out: spaces, indents and braces as Roslyn's formatter sets them by default.</summary>
public static class CellLayout
{
    /// <summary>A cell with its code laid out; one of another language or kind as it is.</summary>
    /// <param name="cell">The cell.</param>
    /// <exception cref="ArgumentNullException"><paramref name="cell"/> is null.</exception>
    public static NotebookCell Of(NotebookCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell is { Kind: CellKind.Code, Language: CellLanguage.CSharp } && Of(cell.Source) is var laid && laid != cell.Source
            ? cell with { Source = laid }
            : cell;
    }

    /// <summary>The code laid out. Magics, what is not C#, and code with a syntax error stay as they are.</summary>
    /// <param name="code">The text of the cell.</param>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    public static string Of(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var read = CSharpSession.CSharpOf(code);
        var tree = CSharpSyntaxTree.ParseText(read, CSharpSession.Parsing);
        if (tree.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            return code;
        }

        using var workspace = new AdhocWorkspace();

        // A notebook's lines end alike on every system.
        var options = workspace.Options.WithChangedOption(FormattingOptions.NewLine, LanguageNames.CSharp, "\n");
        return SourceText.From(code)
            .WithChanges(Formatter.GetFormattedTextChanges(tree.GetRoot(), workspace, options)
                .Where(change => IsSame(code, read, change.Span)))
            .ToString();
    }

    // Where something else stands than what was read as C#, it is no C#.
    private static bool IsSame(string code, string read, TextSpan span) =>
        code.AsSpan(span.Start, span.Length).SequenceEqual(read.AsSpan(span.Start, span.Length));
}
