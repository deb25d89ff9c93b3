namespace SifAnalysis.Notebooks.Children;

/// <summary>Where Jupyter keeps kernels, computed as Jupyter computes it.</summary>
public static class JupyterFolders
{
    /// <summary>The folder of the user's own kernels.</summary>
    public static string User { get; } = Path.Combine(Data(), "kernels");

    /// <summary>The folder of the kernels of an installation, as a Python environment.</summary>
    public static string OfPrefix(string prefix) => Path.Combine(Path.GetFullPath(prefix), "share", "jupyter", "kernels");

    /// <summary>The folders in which Jupyter looks, first ones first.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. (Environment.GetEnvironmentVariable("JUPYTER_PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(path => Path.Combine(path, "kernels")),
        User,
        .. new[] { Environment.GetEnvironmentVariable("VIRTUAL_ENV"), Environment.GetEnvironmentVariable("CONDA_PREFIX") }.OfType<string>().Select(OfPrefix),
        .. OperatingSystem.IsWindows()
            ? [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "jupyter", "kernels")]
            : new[] { OfPrefix("/usr/local"), OfPrefix("/usr") },
    ];

    private static string Data()
    {
        if (Environment.GetEnvironmentVariable("JUPYTER_DATA_DIR") is { Length: > 0 } named)
        {
            return named;
        }

        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Jupyter")
            : OperatingSystem.IsWindows() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter")
            : Path.Combine(Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } data ? data : Path.Combine(home, ".local", "share"), "jupyter");
    }
}
