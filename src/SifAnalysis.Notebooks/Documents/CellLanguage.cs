namespace SifAnalysis.Notebooks.Documents;

/// <summary>The languages that a cell may be in, under the names that .NET Interactive gives them.</summary>
internal static class CellLanguage
{
    public const string CSharp = "csharp";
    public const string Markdown = "markdown";
    public const string Raw = "raw";

    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["csharp"] = CSharp,
        ["c#"] = CSharp,
        ["cs"] = CSharp,
        ["markdown"] = Markdown,
        ["md"] = Markdown,
        ["raw"] = Raw,
        ["html"] = "html",
        ["javascript"] = "javascript",
        ["js"] = "javascript",
        ["mermaid"] = "mermaid",
        ["sql"] = "sql",
        ["value"] = "value",
        ["fsharp"] = "fsharp",
        ["f#"] = "fsharp",
        ["fs"] = "fsharp",
        ["pwsh"] = "pwsh",
        ["powershell"] = "pwsh",
        ["kql"] = "kql",
        ["http"] = "http",
    };

    /// <summary>The language's own name for any of its spellings, or <see langword="null"/> for a name that is none.</summary>
    public static string? Find(string name) => Names.GetValueOrDefault(name);
}
