using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SifAnalysis.Cli;

/// <summary>How a command prints what it found: for people, or for programs.</summary>
internal static class OutputFormat
{
    /// <summary>The value of the option that asks for JSON.</summary>
    public const string Json = "json";

    /// <summary>How JSON for programs is written.</summary>
    public static JsonSerializerOptions Indented { get; } =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The option <c>--format text|json</c>.</summary>
    public static Option<string> Option()
    {
        var option =
            new Option<string>("--format") { Description = "text for people, json for programs.", DefaultValueFactory = _ => "text" };
        option.AcceptOnlyFromAmong("text", Json);
        return option;
    }
}
