using System.Globalization;
using Microsoft.DotNet.Interactive;
using SifAnalysis.Notebooks.Magics;
using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Notebooks.Kernels;

/// <summary>Says in a sentence what is wrong with a cell's magics, where the model's own words would not help the reader.</summary>
internal static class DirectiveChecks
{
    private static readonly char[] Blanks = [' ', '\t'];

    /// <summary>Checks what the model would meet with an exception, or pass over: magics that there are not, and kernels that there are not.</summary>
    /// <exception cref="MagicException">There is something wrong; the message names the line and what there is.</exception>
    public static void Check(CompositeKernel kernels, CellSource source)
    {
        var names = SessionMagics.Names(kernels).ToHashSet(StringComparer.Ordinal);
        foreach (var (index, line) in source.Submission.Split('\n').Index().Where(pair => pair.Item.StartsWith("#!", StringComparison.Ordinal)))
        {
            var words = line.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
            if (!names.Contains(words[0]))
            {
                throw Problem("Unknown magic", index, $"there is no magic {words[0]}. Did you mean {SessionMagics.Nearest(kernels, words[0])}? #!lsmagic lists all.");
            }

            if (words[0] is "#!share" or "#!set" && KernelOf(words) is { } kernel && kernels.FindKernelByName(kernel) is null)
            {
                var known = kernels.ChildKernels.Where(each => each is not AbsentKernel).Select(each => each.Name);
                throw Problem("Magic", index, $"{words[0]}: there is no kernel {kernel}; there are {string.Join(", ", known)}.");
            }

            if (words[0] is "#!share" && !words.Contains("--from"))
            {
                throw Problem("Magic", index, "#!share: expected #!share --from kernel name, with --as other where it is to have another name here.");
            }
        }
    }

    /// <summary>The failure in the words of the model's parser, with the line, where it found one.</summary>
    public static Exception Explained(Exception failure, IReadOnlyList<Diagnostic> diagnostics) =>
        failure is MagicException && diagnostics.FirstOrDefault(each => each.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error) is { } first
            ? Problem("Magic", first.LinePositionSpan.Start.Line, first.Message)
            : failure;

    private static MagicException Problem(string title, int index, string message) =>
        new(title, string.Create(CultureInfo.InvariantCulture, $"Line {index + 1}: {message}"));

    private static string? KernelOf(string[] words) => words[0] is "#!share"
        ? words.SkipWhile(word => word != "--from").Skip(1).FirstOrDefault()
        : words.SkipWhile(word => word != "--value").Skip(1).FirstOrDefault() is { } value && value.StartsWith('@') && value.Contains(':', StringComparison.Ordinal)
            ? value[1..].Split(':')[0] is var kernel and not ("input" or "password") ? kernel : null
            : null;
}
