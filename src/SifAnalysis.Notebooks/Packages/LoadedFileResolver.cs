using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SifAnalysis.Notebooks.Packages;

/// <summary>Reads the files of <c>#load</c>, relative to the notebook's folder, without their lines that concern packages.</summary>
/// <param name="folder">The notebook's folder.</param>
internal sealed class LoadedFileResolver(string folder) : SourceFileResolver(ImmutableArray.Create(folder), folder)
{
    /// <summary>What is compiled instead of the code of a file, by its path; null where each is compiled as it is.</summary>
    public IReadOnlyDictionary<string, string>? Instead { get; set; }

    /// <inheritdoc/>
    public override SourceText ReadText(string resolvedPath) => SourceText.From(
        Instead?.GetValueOrDefault(resolvedPath) ?? PackageDirectives.Of(File.ReadAllText(resolvedPath)).Code, Encoding.UTF8);

    /// <summary>The packages and sources that code and all files that it loads ask for.</summary>
    public PackageDirectives DirectivesOf(string code)
    {
        var own = PackageDirectives.Of(code);
        var packages = own.Packages.ToList();
        var sources = own.Sources.ToList();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Follow(own.Loads, null);
        return own with { Packages = packages, Sources = sources };

        void Follow(IReadOnlyList<string> loads, string? from)
        {
            foreach (var load in loads)
            {
                // What is not there is the compiler's to say.
                if (ResolveReference(load, from) is { } path && seen.Add(path))
                {
                    var inside = PackageDirectives.Of(File.ReadAllText(path));
                    packages.AddRange(inside.Packages);
                    sources.AddRange(inside.Sources);
                    Follow(inside.Loads, path);
                }
            }
        }
    }
}
