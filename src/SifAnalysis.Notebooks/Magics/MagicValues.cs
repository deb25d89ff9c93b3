using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;
using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Notebooks.Magics;

/// <summary>Gives C# variables the values that <c>#!set</c> and <c>#!share</c> name.</summary>
internal static class MagicValues
{
    /// <summary>Sets a variable to a value of a kernel: a C# variable, or a text that <c>#!value</c> keeps.</summary>
    /// <param name="name">The variable to set.</param>
    /// <param name="kernel">The kernel: csharp, sql (whose results are C# variables) or value.</param>
    /// <param name="source">The value's name there.</param>
    /// <param name="mime">The representation to set it to as text, or <see langword="null"/> for the value itself.</param>
    /// <param name="part">The part that asks.</param>
    /// <param name="cell">The cell that executes.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task SetAsync(string name, string kernel, string source, string? mime, CellPart part, CellContext cell, CancellationToken cancellation)
    {
        Check(name, part);
        if (kernel is "value")
        {
            var text = cell.Session.Texts.TryGetValue(source, out var held) ? held
                : throw part.Problem($"#!value keeps no {source}; it keeps {Names(cell.Session.Texts.Keys)}.");
            await cell.Session.DeclareAsync(name, text, cell, cancellation).ConfigureAwait(false);
            return;
        }

        if (kernel is not ("csharp" or "sql"))
        {
            throw part.Problem($"there is no kernel {kernel}; there are csharp, sql and value.");
        }

        var variable = cell.Session.Variables.FirstOrDefault(each => each.Name == source)
            ?? throw part.Problem($"there is no C# variable {source}; there are {Names(cell.Session.Variables.Select(each => each.Name))}.");
        if (mime is not null)
        {
            await cell.Session.DeclareAsync(name, variable.Value.ToDisplayString(mime), cell, cancellation).ConfigureAwait(false);
        }
        else if (name != source)
        {
            await cell.Session.RunAsync($"var {name} = {source};", cell, part.Source, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Sets a variable to what is written: a number, true or false, or text.</summary>
    public static Task SetAsync(string name, string value, bool quoted, CellPart part, CellContext cell, CancellationToken cancellation)
    {
        Check(name, part);
        var invariant = CultureInfo.InvariantCulture;
        object literal = quoted ? value
            : value is "true" or "false" ? value is "true"
            : int.TryParse(value, NumberStyles.AllowLeadingSign, invariant, out var small) ? small
            : long.TryParse(value, NumberStyles.AllowLeadingSign, invariant, out var whole) ? whole
            : double.TryParse(value, NumberStyles.Float, invariant, out var number) && double.IsFinite(number) ? number
            : value;
        return cell.Session.DeclareAsync(name, literal, cell, cancellation);
    }

    /// <summary>Sets a variable to what the reader answers.</summary>
    public static Task AskAsync(string name, string prompt, bool hidden, CellPart part, CellContext cell, CancellationToken cancellation)
    {
        Check(name, part);
        var answer = cell.Ask(prompt, hidden);
        return cell.Session.DeclareAsync(name, hidden ? new PasswordString(answer) : answer, cell, cancellation);
    }

    private static void Check(string name, CellPart part)
    {
        if (!SyntaxFacts.IsValidIdentifier(name))
        {
            throw part.Problem($"\"{name}\" cannot be a C# variable's name.");
        }
    }

    private static string Names(IEnumerable<string> names) =>
        string.Join(", ", names.Order(StringComparer.Ordinal)) is { Length: > 0 } text ? text : "none yet";
}
