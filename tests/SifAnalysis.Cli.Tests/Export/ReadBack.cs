using System.Diagnostics;
using System.Text.Json.Nodes;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Cli.Tests.Export;

/// <summary>Reads exported files by others' tools: pandas and openpyxl of Debian's Python.</summary>
internal static class ReadBack
{
    /// <summary>Runs a Python script, with its arguments in <c>sys.argv</c>, and gives the JSON that it prints.</summary>
    public static JsonNode Python(string script, params string[] arguments)
    {
        DebianTools.RequirePython("pandas", "python3-pandas");
        DebianTools.RequirePython("openpyxl", "python3-openpyxl");
        using var process = Process.Start(new ProcessStartInfo(
                DebianTools.Python, ["-c", script, .. arguments])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.GetAwaiter().GetResult());
        return JsonNode.Parse(output)!;
    }
}
