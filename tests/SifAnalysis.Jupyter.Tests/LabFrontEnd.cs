using System.Diagnostics;
using System.Security.Cryptography;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Jupyter.Tests;

/// <summary>
/// JupyterLab, which Debian does not have: its front end is built from its own packages, of the versions that
/// <c>Lab/package-lock.json</c> names, once for a machine, and served by Debian's Jupyter server.
/// </summary>
internal static class LabFrontEnd
{
    private static readonly string Source = Path.Combine(AppContext.BaseDirectory, "Lab");

    /// <summary>The program that serves it, built first where this machine has not built it yet.</summary>
    public static string Server()
    {
        DebianTools.RequireNpm();
        DebianTools.RequirePython("jupyter_server", "jupyter-server");
        DebianTools.RequirePython("jupyterlab_server", "python3-jupyterlab-server");
        var files = Directory.GetFiles(Source, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var content = files.SelectMany(File.ReadAllBytes).ToArray();
        var cache = Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "sif-tests");
        var built = Path.Combine(cache, $"jupyterlab-{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}");
        if (!Directory.Exists(built))
        {
            Console.Error.WriteLine("A test needs JupyterLab: now building its front end from its npm packages.");
            Build(files, built);
        }

        return Path.Combine(built, "server.py");
    }

    // Beside, then renamed: a build that was cut off is not taken for one.
    private static void Build(IEnumerable<string> files, string built)
    {
        var beside = $"{built}-{Guid.NewGuid():N}";
        foreach (var file in files)
        {
            var target = Path.Combine(beside, Path.GetRelativePath(Source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        Run(beside, "ci", "--legacy-peer-deps", "--no-audit", "--no-fund");
        Run(beside, "run", "build");
        Directory.Delete(Path.Combine(beside, "node_modules"), recursive: true);
        Directory.Move(beside, built);
    }

    private static void Run(string folder, params string[] arguments)
    {
        using var npm = Process.Start(
            new ProcessStartInfo("npm", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = npm.StandardError.ReadToEndAsync();
        var output = npm.StandardOutput.ReadToEnd();
        npm.WaitForExit();
        Assert.True(npm.ExitCode == 0, $"npm {string.Join(' ', arguments)} failed: {errors.Result}{output}");
    }
}
