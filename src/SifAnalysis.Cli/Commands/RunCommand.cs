using System.CommandLine;
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
        var notebook =
            new Argument<string>("NOTEBOOK") { Description = "The notebook, .ipynb or .dib. Running it runs its code with your rights." };
        var parameters = new Option<string[]>("--parameter", "-p") { Description = "name=value for a variable of the cell tagged "
            + "parameters; may be repeated.", AllowMultipleArgumentsPerToken = false };
        var output = new Option<string?>(
            "--output", "-o") { Description = "Where the executed notebook goes (default: artifacts/ of the kit, or of this folder)." };
        var limit =
            new Option<double>("--time-limit") { Description = "The seconds that one cell may take.", DefaultValueFactory = _ => 300 };
        var trust = new Option<bool>(Trust.Option) { Description = Trust.Meaning };
        var command = new Command(
            "run", "Run a notebook in a fresh C# session and keep it with its outputs.") { notebook, parameters, output, limit, trust };
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
            var path = parsed.GetValue(notebook)!;
            var target = Path.GetFullPath(parsed.GetValue(output) ?? Path.Combine(ProjectFolders.DefaultArtifacts, Path.GetFileName(path)));
            if (!File.Exists(path))
            {
                throw new CommandException(Directory.Exists(path)
                    ? $"{path}: this is a folder; give the path of a notebook in it."
                    : $"{path}: there is no such file; check the path and the folder you are in.");
            }

            var document = NotebookFile.Read(path);
            var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
            if (target == Path.GetFullPath(path))
            {
                throw new CommandException($"{target} is the notebook itself; name another file by --output.");
            }

            Trust.Require(console, parsed.GetValue(trust), path);
            var run = await NotebookRunner.RunAsync(document, new RunOptions
            {
                Folder = folder,
                TimeLimit = TimeSpan.FromSeconds(parsed.GetValue(limit)),
                Parameters = (parsed.GetValue(parameters) ?? [])
                    .ToDictionary(each => each[..each.IndexOf('=')], each => each[(each.IndexOf('=') + 1)..]),
                Progress = (cell, total) => CommandLine.Say(console, $"cell {cell} of {total}"),
            });
            WholeFile.Write(target, NotebookFile.Format(run.Document, target));
            CommandLine.Say(
                console, run.Succeeded ? $"Executed: {target}" : $"{path}, {run.Failure}{Environment.NewLine}What ran is in {target}");
            return run.Succeeded ? CommandLine.Success : CommandLine.Failure;
        }));
        return command;
    }
}
