using System.CommandLine;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Session;
using Spectre.Console;

namespace SifAnalysis.Cli.Commands;

/// <summary><c>sif format</c>: lays the C# of notebooks out.</summary>
internal static class FormatCommand
{
    /// <summary>The command.</summary>
    public static Command Create(IAnsiConsole console)
    {
        var notebooks = new Argument<string[]>("NOTEBOOK")
        {
            Description = "The notebooks, .ipynb or .dib; each is changed in its place, its outputs stay.",
            Arity = ArgumentArity.OneOrMore,
        };
        var check = new Option<bool>("--check") { Description = "Change nothing; say which cells are not laid out, and fail if any is." };
        var command = new Command("format", "Lay the C# of notebooks out: spaces, indents, braces.") { notebooks, check };
        command.SetAction(parsed => CommandLine.Guarded(console, () =>
        {
            var changes = !parsed.GetValue(check);
            var succeeded = true;
            foreach (var path in parsed.GetValue(notebooks)!)
            {
                var document = RunCommand.Read(path);
                var cells = document.Cells.Select(CellLayout.Of).ToList();
                var changed = cells.Index().Where(pair => pair.Item != document.Cells[pair.Index]).Select(pair => pair.Index + 1).ToList();
                if (changed.Count > 0 && changes)
                {
                    AtomicFile.Write(path, NotebookFile.Format(document with { Cells = cells }, path));
                }

                CommandLine.Say(console, changed.Count == 0 ? $"{path}: laid out already."
                    : $"{path}: {(changes ? "laid out" : "not laid out")}, cell {string.Join(", ", changed)}.");
                succeeded &= changed.Count == 0 || changes;
            }

            return succeeded ? CommandLine.Success : CommandLine.Failure;
        }));
        return command;
    }
}
