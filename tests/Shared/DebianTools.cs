using System.Diagnostics;

namespace SifAnalysis.Tests.Shared;

/// <summary>
/// Others' tools that some tests drive: Debian's Chromium and Jupyter. Where one is missing it is installed by apt-get, so
/// that a new machine passes the tests; where that cannot be, the test fails and says what to install.
/// </summary>
internal static class DebianTools
{
    /// <summary>Debian's Chromium, headless in tests.</summary>
    public static string Chromium { get; } = "/usr/bin/chromium";

    /// <summary>The milliseconds that a page may take in a browser: one with charts takes long beside other tests.</summary>
    public const float PagePatience = 180_000;

    /// <summary>Debian's own Python, for which the python3 packages are installed.</summary>
    public static string Python { get; } = "/usr/bin/python3";

    /// <summary>Makes sure that Chromium is on the machine.</summary>
    public static void RequireChromium() => Require(File.Exists(Chromium), "chromium");

    /// <summary>Makes sure that the Jupyter client, nbclient, nbconvert and the classic Notebook are on the machine.</summary>
    public static void RequireJupyter() => Require(
        File.Exists(Python) && Succeeds(Python, "-c", "import jupyter_client, nbclient, nbconvert, notebook, ipykernel"),
        "jupyter-client", "python3-nbclient", "jupyter-nbconvert", "jupyter-notebook", "python3-ipykernel");

    /// <summary>Makes sure that a Python module is there, from the Debian package of that name.</summary>
    public static void RequirePython(string module, string package) =>
        Require(File.Exists(Python) && Succeeds(Python, "-c", $"import {module}"), package);

    private static void Require(bool present, params string[] packages)
    {
        if (present)
        {
            return;
        }

        // One installation at a time: the test projects run side by side, and apt-get locks its database.
        using var oneAtATime = Lock();
        Console.Error.WriteLine($"A test needs {string.Join(", ", packages)}: now installing by apt-get.");
        if (!Succeeds("apt-get", ["update", "-q"])
            || !Succeeds("apt-get", ["install", "-y", "-q", "--no-install-recommends", .. packages]))
        {
            throw new InvalidOperationException(
                $"This test needs {string.Join(", ", packages)}. Install by: sudo apt-get install {string.Join(' ', packages)}");
        }
    }

    private static FileStream Lock()
    {
        var path = Path.Combine(Path.GetTempPath(), "sif-tests-apt.lock");
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                Thread.Sleep(500);
            }
        }
    }

    private static bool Succeeds(string program, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
            using var process = Process.Start(start)!;
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
