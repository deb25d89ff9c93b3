namespace SifAnalysis.Jupyter;

/// <summary>What is known of a name in the code.</summary>
/// <param name="Plain">It as text.</param>
/// <param name="Markdown">It as Markdown.</param>
internal sealed record Inspection(string Plain, string Markdown);
