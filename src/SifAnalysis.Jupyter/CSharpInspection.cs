using System.Text.RegularExpressions;

namespace SifAnalysis.Jupyter;

/// <summary>What is known of a name in C#.</summary>
/// <param name="Signature">Its declaration.</param>
/// <param name="Documentation">The paragraphs of its XML documentation.</param>
/// <param name="Overloads">The signatures of all methods of the name, where there are several.</param>
internal sealed partial record CSharpInspection(string Signature, IReadOnlyList<string> Documentation, IReadOnlyList<string> Overloads)
{
    /// <summary>As text.</summary>
    public string Plain => string.Join('\n', [Signature, .. Documentation, .. Overloads.Count == 0 ? [] : Overloads.Prepend("Overloads:")]);

    /// <summary>As Markdown.</summary>
    public string Markdown => string.Join(
        "\n\n", [Code([Signature]), .. Documentation.Select(text => Special().Replace(text, @"\$0")), .. Overloads.Count == 0 ? [] : new[] { "**Overloads**", Code(Overloads) }]);

    private static string Code(IEnumerable<string> lines) => $"```csharp\n{string.Join('\n', lines)}\n```";

    [GeneratedRegex(@"[\\`*_{}\[\]<>#|]")]
    private static partial Regex Special();
}
