using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace SifAnalysis.Cli.Reproduction;

/// <summary>What a run rests on: the data by checksum, the packages by version, the runtime, and the time.</summary>
internal static class Provenance
{
    private static readonly string[] Packages = ["CsvHelper", "MathNet.Numerics", "Microsoft.CodeAnalysis.CSharp.Scripting",
        "Microsoft.Data.Analysis", "Microsoft.DotNet.Interactive.Formatting", "Plotly.NET"];

    /// <summary>The provenance as it is kept in a notebook's metadata, under <c>sif</c>.</summary>
    public static JsonObject Of(string dataFolder, DateTimeOffset time)
    {
        var data = new JsonObject();
        foreach (var file in Directory.EnumerateFiles(dataFolder, "*.csv").Order(StringComparer.Ordinal))
        {
            data[Path.GetFileName(file)] = $"sha256:{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))[..16]}";
        }

        var packages = new JsonObject();
        foreach (var package in Packages)
        {
            packages[package] = Version(package);
        }

        return new JsonObject
        {
            ["kit"] = Version("SifAnalysis"),
            ["data"] = data,
            ["packages"] = packages,
            ["runtime"] = System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription,
            ["time"] = time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        };
    }

    /// <summary>The provenance as the foot of a page tells it: plain texts by name.</summary>
    public static IReadOnlyList<(string Name, string Value)> Lines(JsonObject provenance) =>
        [.. provenance.Select(pair => (pair.Key, pair.Value is JsonObject parts
            ? string.Join(", ", parts.Select(part => $"{part.Key} {part.Value}"))
            : pair.Value?.ToString() ?? ""))];

    /// <summary>
    /// The time that a run states: now, or the one that the variable SOURCE_DATE_EPOCH gives in seconds since 1970, by which
    /// two runs give the same bytes (see reproducible-builds.org).
    /// </summary>
    /// <exception cref="CommandException">The variable holds no number of seconds.</exception>
    public static DateTimeOffset Time()
    {
        const string Variable = "SOURCE_DATE_EPOCH";
        var given = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(given))
        {
            return DateTimeOffset.UtcNow;
        }

        return long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw new CommandException($"The variable {Variable} is \"{given}\"; expected a number of seconds since 1970, such as "
                + $"1483401600, or no such variable.");
    }

    private static string Version(string assembly) =>
        Assembly.Load(assembly).GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
            ?? "unknown";
}
