using System.CommandLine;
using SifAnalysis.Jupyter;
using SifAnalysis.Jupyter.Specs;
using SifAnalysis.Notebooks.Children;
using Spectre.Console;

namespace SifAnalysis.Cli.Commands;

/// <summary><c>sif kernel</c>: the kit's C# kernel for VS Code, JupyterLab and every other Jupyter tool.</summary>
internal static class KernelCommand
{
    /// <summary>The command.</summary>
    public static Command Create(IAnsiConsole console) =>
        new("kernel", "The C# kernel for VS Code, JupyterLab and other Jupyter tools.") { Install(console), Uninstall(console), List(console), Start(console) };

    private static Command Install(IAnsiConsole console)
    {
        var (name, user, prefix) = (Name(), User(), Prefix());
        var command = new Command("install", "Register the kernel with Jupyter.") { name, user, prefix };
        command.Validators.Add(result =>
        {
            if (result.GetValue(user) && result.GetValue(prefix) is not null)
            {
                result.AddError("--user and --prefix: give one of them.");
            }
        });
        command.SetAction(parsed => Run(console, () =>
        {
            var program = Path.GetFileName(Environment.ProcessPath!);
            var executable = program.StartsWith("sif", StringComparison.OrdinalIgnoreCase) ? program : "sif.dll";
            var spec = KernelSpecs.Install(Kernels(parsed.GetValue(prefix)), parsed.GetValue(name), AppContext.BaseDirectory, executable);
            if (parsed.GetValue(name) is null && spec.Name != KernelSpecs.CommonName)
            {
                CommandLine.Say(console, $"Another kernel is registered as {KernelSpecs.CommonName} and stays; this one is {spec.Name}.");
            }

            CommandLine.Say(console, $"Installed: {spec.Name}, \"{spec.DisplayName}\", in {spec.Folder}");
        }));
        return command;
    }

    private static Command Uninstall(IAnsiConsole console)
    {
        var (name, user, prefix) = (Name(), User(), Prefix());
        var command = new Command("uninstall", "Take the kernel away from Jupyter.") { name, user, prefix };
        command.SetAction(parsed => Run(console, () =>
        {
            var spec = KernelSpecs.Uninstall(Kernels(parsed.GetValue(prefix)), parsed.GetValue(name));
            CommandLine.Say(console, $"Removed: {spec.Name} from {spec.Folder}");
        }));
        return command;
    }

    private static Command List(IAnsiConsole console)
    {
        var prefix = Prefix();
        var command = new Command("list", "The kernels that Jupyter finds, and which are this kit's.") { prefix };
        command.SetAction(parsed => Run(console, () =>
        {
            var folders = parsed.GetValue(prefix) is { } named ? [JupyterFolders.OfPrefix(named)] : JupyterFolders.All;
            var specs = KernelSpecs.In(folders);
            foreach (var spec in specs)
            {
                CommandLine.Say(console, $"{spec.Name}  \"{spec.DisplayName}\"  {spec.Folder}{(spec.IsOurs ? "  (this kit's)" : "")}");
            }

            if (specs.Count == 0)
            {
                CommandLine.Say(console, $"There are no kernels in {string.Join(", ", folders)}.");
            }
        }));
        return command;
    }

    private static Command Start(IAnsiConsole console)
    {
        var file = new Argument<string>("CONNECTION-FILE") { Description = "The connection file that Jupyter wrote." };
        var command = new Command("start", "Serve a session; Jupyter calls this.") { file };
        command.SetAction(parsed => Run(console, () => JupyterKernel.ServeAsync(parsed.GetValue(file)!).GetAwaiter().GetResult()));
        return command;
    }

    private static Option<string?> Name() => new("--name") { Description = $"The kernel's name (default: {KernelSpecs.CommonName}, or {KernelSpecs.OwnName} where another kernel has that)." };

    private static Option<bool> User() => new("--user") { Description = "For this user only (the default)." };

    private static Option<string?> Prefix() => new("--prefix") { Description = "For the installation in this folder, as a Python environment or /usr/local." };

    private static string Kernels(string? prefix) => prefix is null ? JupyterFolders.User : JupyterFolders.OfPrefix(prefix);

    private static int Run(IAnsiConsole console, Action action)
    {
        try
        {
            action();
            return CommandLine.Success;
        }
        catch (KernelException cause)
        {
            CommandLine.Say(console, cause.Message);
            return CommandLine.Failure;
        }
    }
}
