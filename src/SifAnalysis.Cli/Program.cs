using System.CommandLine;
using SifAnalysis.Cli;

var root = new RootCommand("Analyse Ofsted's single inspection framework: reproduce, run, check, validate and export.");
foreach (var command in CommandLine.Commands())
{
    root.Subcommands.Add(command);
}

return await CommandLine.InvokeAsync(root, args);
