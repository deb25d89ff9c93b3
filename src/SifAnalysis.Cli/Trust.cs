using Spectre.Console;

namespace SifAnalysis.Cli;

/// <summary>
/// Notebooks run code with their user's rights. Those of the kit's own checkout are run when asked for; one from elsewhere is
/// run only where its user says that it may be.
/// </summary>
internal static class Trust
{
    /// <summary>The option by which a user says so without being asked.</summary>
    public const string Option = "--trust";

    /// <summary>What the option says of itself.</summary>
    public const string Meaning = "Run notebooks from outside the kit's folder without asking: you have read them, or know who wrote them.";

    /// <summary>Sees to it that notebooks may be run, asking where there is somebody to ask.</summary>
    /// <param name="console">Where to ask.</param>
    /// <param name="given">Whether the user gave <see cref="Option"/>.</param>
    /// <param name="paths">The notebooks.</param>
    /// <exception cref="CommandException">One is from elsewhere, and the user did not say that it may be run.</exception>
    public static void Require(IAnsiConsole console, bool given, params IEnumerable<string> paths)
    {
        if (given || paths.FirstOrDefault(path => !IsOfTheKit(path)) is not { } elsewhere)
        {
            return;
        }

        var warning = $"{elsewhere} is not of this kit, and a notebook runs code with your rights: it can read, "
            + $"change and send whatever you can. Nothing of it was run.";
        if (!console.Profile.Capabilities.Interactive)
        {
            throw new CommandException($"{warning} Read it first; if you trust it, say so by {Option}.");
        }

        CommandLine.Say(console, warning);
        if (!console.Prompt(new ConfirmationPrompt("Run this notebook?") { DefaultValue = false }))
        {
            throw new CommandException($"{elsewhere} was not run.");
        }
    }

    // The checkout that this program was built from, not one that lies around the notebook: anybody can send a folder. A
    // link in it may lead anywhere.
    private static bool IsOfTheKit(string path)
    {
        if (ProjectFolders.OfThisProgram() is not { } kit)
        {
            return false;
        }

        for (var part = Path.GetFullPath(path); part is not null; part = Path.GetDirectoryName(part))
        {
            if (part == kit.Root)
            {
                return true;
            }

            if (new FileInfo(part).LinkTarget is not null)
            {
                return false;
            }
        }

        return false;
    }
}
