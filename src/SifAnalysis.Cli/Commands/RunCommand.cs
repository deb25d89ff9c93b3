using System.CommandLine;
using SifAnalysis.Cli.Reproduction;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Running;
using Spectre.Console;

namespace SifAnalysis.Cli.Commands;

/// <summary><c>sif run</c>: runs one notebook and keeps it with its outputs.</summary>
internal static class RunCommand
{
    /// <summary>The command.</summary>
    public static Command Create(IAnsiConsole console)
    {
        var notebooks = new Argument<string[]>("NOTEBOOK")
        {
            Description = "The notebooks, .ipynb or .dib, run one after the other. Running one runs its code with your rights.",
            Arity = ArgumentArity.OneOrMore,
        };
        var parameters = new Option<string[]>("--parameter", "-p")
        {
            Description = "name=value for a variable of the cell tagged "
            + "parameters; may be repeated.",
            AllowMultipleArgumentsPerToken = false
        };
        var output = new Option<string?>("--output", "-o")
        {
            Description = "Where the executed notebook goes, of several the folder "
            + "(default: artifacts/ of the kit, or of this folder)."
        };
        var limit = new Option<double>("--time-limit")
        {
            Description = "The seconds that one cell may take.",
            DefaultValueFactory = _ =>
            300
        };
        var trust = new Option<bool>(Trust.Option) { Description = Trust.Meaning };
        var command = new Command("run", "Run notebooks, each in a fresh C# session, and keep them with their outputs.") { notebooks,
            parameters, output, limit, trust };
        parameters.Validators.Add(result =>
        {
            foreach (var wrong in result.Tokens.Select(token => token.Value).Where(each => each.IndexOf('=') < 1))
            {
                result.AddError($"--parameter {wrong}: expected name=value.");
            }
        });
        limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() <= 0)
            {
                result.AddError("--time-limit: expected seconds, more than 0.");
            }
        });
        command.SetAction(parsed => CommandLine.GuardedAsync(console, async () =>
        {
            var paths = parsed.GetValue(notebooks)!;
            var sources = paths.Select(path => (Path: path, Target: Target(path), Document: Read(path))).ToList();
            if (sources.FirstOrDefault(source => source.Target == Path.GetFullPath(source.Path)) is { Target: { } own })
            {
                throw new CommandException($"{own} is the notebook itself; name another file by --output.");
            }

            Trust.Require(console, parsed.GetValue(trust), paths);
            var succeeded = true;
            foreach (var (path, target, document) in sources)
            {
                var run = await NotebookRunner.RunAsync(document, new RunOptions
                {
                    Folder = Path.GetDirectoryName(Path.GetFullPath(path))!,
                    TimeLimit = TimeSpan.FromSeconds(parsed.GetValue(limit)),
                    Parameters = (parsed.GetValue(parameters) ?? [])
                        .ToDictionary(each => each[..each.IndexOf('=')], each => each[(each.IndexOf('=') + 1)..]),
                    Progress = (cell, total) => CommandLine.Say(console, RunLines.Started(cell, total)),
                });
                AtomicFile.Write(target, NotebookFile.Format(run.Document, target));
                CommandLine.Say(console, run.Succeeded ? RunLines.Executed(target)
                    : $"{path}, {run.Failure}{Environment.NewLine}{RunLines.Stopped(target)}");
                succeeded &= run.Succeeded;
            }

            return succeeded ? CommandLine.Success : CommandLine.Failure;

            string Target(string path) => Path.GetFullPath((parsed.GetValue(output), paths.Length) switch
            {
                (null, _) => Path.Combine(ProjectFolders.DefaultArtifacts, Path.GetFileName(path)),
                ({ } file, 1) when !Directory.Exists(file) => file,
                ({ } folder, _) => Path.Combine(folder, Path.GetFileName(path)),
            });
        }));
        return command;
    }

    /// <summary>Reads a notebook that was named on the command line.</summary>
    /// <exception cref="CommandException">There is no such file.</exception>
    public static NotebookDocument Read(string path) => File.Exists(path)
        ? NotebookFile.Read(path)
        : throw new CommandException(Directory.Exists(path)
            ? $"{path}: this is a folder; give the path of a notebook in it."
            : $"{path}: there is no such file; check the path and the folder you are in.");
}
