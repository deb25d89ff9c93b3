using System.Diagnostics;
using System.Text.Json;
using SifAnalysis.Jupyter.Specs;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Jupyter.Tests;

/// <summary>The kernel, installed in a folder of its own and driven once by Jupyter's own client.</summary>
public sealed class InstalledKernel : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("sif-jupyter-").FullName;
    private readonly Lazy<Dictionary<string, string?>> checks;
    private int copies;

    public InstalledKernel()
    {
        DebianTools.RequireJupyter();
        KernelSpecs.Install(Path.Combine(data, "kernels"), "sif-under-test", AppContext.BaseDirectory, "sif.dll");

        // The kit's notebooks ask for it by this name.
        KernelSpecs.Install(Path.Combine(data, "kernels"), KernelSpecs.CommonName, AppContext.BaseDirectory, "sif.dll");
        checks = new(Drive);
    }

    /// <summary>What was wrong in each check of the client's script, null where nothing was.</summary>
    public IReadOnlyDictionary<string, string?> Checks => checks.Value;

    /// <summary>Where it is installed.</summary>
    public string Folder => Path.Combine(data, "kernels", "sif-under-test");

    public void Dispose() => Directory.Delete(data, recursive: true);

    /// <summary>A folder with the kit's notebooks, in which they find the library and the data as in the checkout.</summary>
    public string CopyOfNotebooks()
    {
        var top = Directory.CreateDirectory(Path.Combine(data, $"kit {copies++}")).FullName;
        foreach (var linked in new[] { "src", "data" })
        {
            Directory.CreateSymbolicLink(Path.Combine(top, linked), Path.Combine(Checkout.Root, linked));
        }

        var notebooks = Directory.CreateDirectory(Path.Combine(top, "notebooks")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Checkout.Root, "notebooks")))
        {
            File.Copy(file, Path.Combine(notebooks, Path.GetFileName(file)));
        }

        return notebooks;
    }

    /// <summary>Runs one of Debian's Python programs with the kernel installed.</summary>
    public (int Code, string Output, string Errors) Python(string folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }

    /// <summary>Starts one of Debian's Python programs with the kernel installed.</summary>
    public Process Start(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(
            DebianTools.Python, arguments)
        { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        start.Environment["JUPYTER_DATA_DIR"] = data;
        start.Environment["JUPYTER_CONFIG_DIR"] = Path.Combine(data, "config");
        start.Environment["JUPYTER_RUNTIME_DIR"] = Path.Combine(data, "runtime");
        start.Environment["JUPYTER_ALLOW_INSECURE_WRITES"] = "1";
        return Process.Start(start)!;
    }

    private Dictionary<string, string?> Drive()
    {
        var (_, output, errors) = Python(data, Path.Combine(AppContext.BaseDirectory, "Clients", "kernel_client.py"), "sif-under-test");
        var found = output.Split('\n').Where(line => line.StartsWith('{'))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .ToDictionary(check => check.GetProperty("check").GetString()!, check => check.GetProperty("wrong").GetString());
        return found.Count > 0 ? found : throw new InvalidOperationException(errors);
    }
}
