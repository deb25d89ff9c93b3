namespace SifAnalysis.Jupyter.Specs;

/// <summary>A kernel that Jupyter can start.</summary>
/// <param name="Name">The name, as <c>.net-csharp</c>.</param>
/// <param name="Folder">The folder of its kernel.json.</param>
/// <param name="DisplayName">What Jupyter's menus show.</param>
/// <param name="IsOurs">Whether it is this kit's kernel.</param>
public sealed record KernelSpec(string Name, string Folder, string DisplayName, bool IsOurs);
