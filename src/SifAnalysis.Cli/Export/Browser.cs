using System.Diagnostics;

namespace SifAnalysis.Cli.Export;

/// <summary>A Chromium on the machine, driven without a window: it prints pages, and draws what only a browser can draw.</summary>
/// <param name="Program">The path of the program.</param>
internal sealed record Browser(string Program)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static readonly string[] Names =
        [
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "chrome",
            "msedge",
            "microsoft-edge",
            "microsoft-edge-stable",
        ];

    private static readonly string[] UsualPlaces =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "Google", "Chrome", "Application", "chrome.exe"),
        Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.ProgramFilesX86), "Microsoft", "Edge", "Application", "msedge.exe"),
    ];

    /// <summary>Finds the browser: the one asked for, the one that the variable <c>CHROME</c> names, or one of the usual names.</summary>
    /// <param name="asked">The path or name that the user gave, or <see langword="null"/>.</param>
    /// <exception cref="CommandException">There is none; the message says what to install.</exception>
    public static Browser Find(string? asked) => FindOrNull(asked) ?? throw new CommandException(
        "Pictures and PDF are drawn by a Chromium, and none was found. Install one (Debian and Ubuntu: "
        + "sudo apt-get install chromium; Windows has Microsoft Edge; elsewhere Google Chrome or Chromium), "
        + "or give its path by --browser or in the variable CHROME.");

    /// <summary>Finds the browser as <see cref="Find"/> does, or gives <see langword="null"/> where there is none.</summary>
    /// <param name="asked">The path or name that the user gave, or <see langword="null"/>.</param>
    /// <exception cref="CommandException">There is no program of the name that was asked for.</exception>
    public static Browser? FindOrNull(string? asked = null)
    {
        if ((asked ?? Environment.GetEnvironmentVariable("CHROME")) is { Length: > 0 } named)
        {
            return new Browser(Located(named) ?? throw new CommandException(
                $"{named}: there is no such program. Give the path of Chromium, Chrome or Edge by --browser or in the variable CHROME."));
        }

        return Names.Select(Located).Concat(UsualPlaces.Where(File.Exists)).FirstOrDefault(path => path is not null) is { } found
            ? new Browser(found)
            : null;
    }

    /// <summary>Opens a page, lets its scripts end, and gives the text of its body.</summary>
    /// <exception cref="CommandException">The browser failed or took too long.</exception>
    public string Body(string page)
    {
        var text = Run(["--virtual-time-budget=60000", "--dump-dom", Address(page)]);
        var start = text.IndexOf("<body>", StringComparison.Ordinal);
        var end = text.LastIndexOf("</body>", StringComparison.Ordinal);
        return start >= 0 && end > start
            ? text[(start + "<body>".Length)..end]
            : throw new CommandException($"{Program} gave no page back; try another browser by --browser.");
    }

    /// <summary>Prints a page to a PDF file, with bookmarks of its headings and its structure for screen readers.</summary>
    /// <exception cref="CommandException">The browser failed or took too long.</exception>
    public void Print(string page, string pdf)
    {
        Run(
            [
                "--virtual-time-budget=60000",
                "--no-pdf-header-footer",
                "--generate-pdf-document-outline",
                $"--print-to-pdf={pdf}",
                Address(page),
            ]);
        if (!File.Exists(pdf))
        {
            throw new CommandException($"{Program} printed nothing; try another browser by --browser.");
        }
    }

    /// <summary>Draws the top of a page into a PNG file.</summary>
    /// <param name="page">The page.</param>
    /// <param name="width">The width of the window and the picture in pixels.</param>
    /// <param name="height">Their height in pixels.</param>
    /// <param name="png">The picture's path.</param>
    /// <exception cref="CommandException">The browser failed or took too long.</exception>
    public void Draw(string page, int width, int height, string png)
    {
        Run([$"--window-size={width},{height}", "--hide-scrollbars", $"--screenshot={png}", Address(page)]);
        if (!File.Exists(png))
        {
            throw new CommandException($"{Program} drew nothing; try another browser by --browser.");
        }
    }

    private static string Address(string page) => new Uri(Path.GetFullPath(page)).AbsoluteUri;

    private static string? Located(string name)
    {
        if (Path.GetFileName(name) != name)
        {
            return File.Exists(name) ? name : null;
        }

        string[] endings = OperatingSystem.IsWindows() ? [".exe", ""] : [""];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => endings.Select(ending => Path.Combine(folder, name + ending)))
            .FirstOrDefault(File.Exists);
    }

    private string Run(IEnumerable<string> arguments)
    {
        var profile = Directory.CreateTempSubdirectory("sif-browser-").FullName;
        try
        {
            // Chromium refuses its sandbox to the superuser, as in a container; the pages are the kit's own and fetch nothing.
            IEnumerable<string> sandbox = OperatingSystem.IsLinux() && Environment.UserName == "root" ? ["--no-sandbox"] : [];
            var start = new ProcessStartInfo(Program, [
                "--headless",
                .. sandbox,
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync", "--disable-extensions", "--disable-dev-shm-usage", $"--user-data-dir={profile}", .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(Limit))
            {
                process.Kill(entireProcessTree: true);
                throw new CommandException($"{Program} did not end within {Limit.TotalMinutes:0} minutes; try again, "
                    + $"or another browser by --browser.");
            }

            return process.ExitCode == 0
                ? output.GetAwaiter().GetResult()
                : throw new CommandException($"{Program} failed with exit code {process.ExitCode}: "
                    + $"{errors.GetAwaiter().GetResult().Trim().Split('\n')[0]}");
        }
        catch (System.ComponentModel.Win32Exception cause)
        {
            throw new CommandException($"{Program} cannot be started ({cause.Message}). Give the path of Chromium, "
                + $"Chrome or Edge by --browser.");
        }
        finally
        {
            TryDelete(profile);
        }
    }

    private static void TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            // A browser that is still closing holds its profile; the system clears its temporary files.
        }
    }
}
