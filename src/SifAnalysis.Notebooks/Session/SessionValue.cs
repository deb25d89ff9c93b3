namespace SifAnalysis.Notebooks.Session;

/// <summary>A value that a kernel of the session keeps under a name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type as which it was declared.</param>
/// <param name="Value">The value.</param>
internal sealed record SessionValue(string Name, Type Type, object? Value);
