
namespace SifAnalysis.Cli;

/// <summary>The folders of a checkout of the kit, found from anywhere inside it.</summary>
internal sealed record ProjectFolders(string Root)
{
    /// <summary>The tables.</summary>
    public string Data => Path.Combine(Root, "data");

    /// <summary>The notebooks, as they were written.</summary>
    public string Notebooks => Path.Combine(Root, "notebooks");

    /// <summary>What the kit makes: executed notebooks and pages.</summary>
    public string Artifacts => Path.Combine(Root, "artifacts");

    /// <summary>The checkout around the current folder, or around the program itself.</summary>
    /// <exception cref="CommandException">Neither is inside a checkout.</exception>
    public static ProjectFolders Find() => TryFind()
        ?? throw new CommandException(
            "There is no SifAnalysis.sln here or above; run sif inside the kit's folder, or name the folders by options.");

    /// <summary>The tables to read where none are named: the checkout's, or those that travel with the program.</summary>
    public static string DefaultData => TryFind()?.Data ?? SifData.ShippedFolder;

    /// <summary>The checkout that this program was built in, or <see langword="null"/> where it was installed.</summary>
    public static ProjectFolders? OfThisProgram() => Around(AppContext.BaseDirectory);

    /// <summary>Where what is made goes where no folder is named: the checkout's artifacts, or those of the current folder.</summary>
    public static string DefaultArtifacts => TryFind()?.Artifacts ?? Path.GetFullPath("artifacts");

    private static ProjectFolders? TryFind() => Around(Directory.GetCurrentDirectory()) ?? OfThisProgram();

    private static ProjectFolders? Around(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, "SifAnalysis.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder is null ? null : new ProjectFolders(folder);
    }
}
