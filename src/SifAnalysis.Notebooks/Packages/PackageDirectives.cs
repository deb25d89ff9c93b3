using System.Text.RegularExpressions;

namespace SifAnalysis.Notebooks.Packages;

/// <summary>
/// The lines of C# that concern packages, <c>#r "nuget: …"</c> and <c>#i "nuget: …"</c>. Roslyn does not know them, so they
/// are taken out of the code; what they ask for stands before the code runs, wherever the lines are.
/// </summary>
/// <param name="Code">The code with those lines as comments of the same length.</param>
/// <param name="Packages">What stands behind <c>nuget:</c> in the <c>#r</c> lines.</param>
/// <param name="Sources">What stands behind <c>nuget:</c> in the <c>#i</c> lines.</param>
/// <param name="Loads">The files of the <c>#load</c> lines.</param>
internal sealed partial record PackageDirectives(
    string Code, IReadOnlyList<string> Packages, IReadOnlyList<string> Sources, IReadOnlyList<string> Loads)
{
    /// <summary>Takes the lines out of code.</summary>
    public static PackageDirectives Of(string code)
    {
        if (!code.Contains('#', StringComparison.Ordinal))
        {
            return new PackageDirectives(code, [], [], []);
        }

        var found = new Dictionary<string, List<string>> { ["r"] = [], ["i"] = [] };
        var rest = Package().Replace(code, match =>
        {
            found[match.Groups["kind"].Value].Add(match.Groups["what"].Value.Trim());
            return match.Value.Replace($"#{match.Groups["kind"].Value}", "//", StringComparison.Ordinal);
        });
        return new PackageDirectives(rest, found["r"], found["i"], [.. Load().Matches(code).Select(match => match.Groups["what"].Value)]);
    }

    [GeneratedRegex("""^[ \t]*#(?<kind>[ri])[ \t]*"nuget:(?<what>[^"\n]*)"[^\n]*$""", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Package();

    [GeneratedRegex("""^[ \t]*#load[ \t]+"(?<what>[^"\n]+)"[^\n]*$""", RegexOptions.Multiline)]
    private static partial Regex Load();
}
