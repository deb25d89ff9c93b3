using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting;

namespace SifAnalysis.Notebooks.Packages;

/// <summary>
/// Finds the files of <c>#r</c>, and what they need in turn. A file is always the same reference: only then do the types that
/// an earlier cell saw stay the types that a later one sees when references are added between them.
/// </summary>
/// <param name="folder">The folder against which paths resolve.</param>
/// <param name="earlier">References to files that were made before, or null for each that was not.</param>
internal sealed class ReferenceResolver(string folder, Func<string, PortableExecutableReference?>? earlier = null) : MetadataReferenceResolver
{
    private readonly ScriptMetadataResolver resolver = ScriptMetadataResolver.Default.WithBaseDirectory(folder).WithSearchPaths(folder);
    private readonly ConcurrentDictionary<string, PortableExecutableReference> references = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override bool ResolveMissingAssemblies => resolver.ResolveMissingAssemblies;

    /// <summary>The reference to a file.</summary>
    public PortableExecutableReference Of(string path) =>
        earlier?.Invoke(path) ?? references.GetOrAdd(path, file => Read(file));

    /// <summary>A reference to a file of which only the metadata is read: the code beside it may be ten times as large.</summary>
    /// <param name="path">The file.</param>
    /// <param name="documentation">What its members say of themselves.</param>
    public static PortableExecutableReference Read(string path, DocumentationProvider? documentation = null) => AssemblyMetadata
        .Create(ModuleMetadata.CreateFromStream(File.OpenRead(path), PEStreamOptions.PrefetchMetadata))
        .GetReference(documentation, filePath: path);

    /// <summary>The reference to a file that was made before, or null.</summary>
    public PortableExecutableReference? Find(string path) => references.GetValueOrDefault(path);

    /// <inheritdoc/>
    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties) =>
        [.. resolver.ResolveReference(reference, baseFilePath, properties).Select(Same)];

    /// <inheritdoc/>
    /// <remarks>What the engine itself is built on is nothing that cells see, and a package may bring another version of it.</remarks>
    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity) =>
        (definition as PortableExecutableReference)?.FilePath == typeof(ReferenceResolver).Assembly.Location ? null
        : resolver.ResolveMissingAssembly(definition, referenceIdentity) is { } found ? Same(found) : null;

    /// <inheritdoc/>
    public override bool Equals(object? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    private PortableExecutableReference Same(PortableExecutableReference found) =>
        found.FilePath is { } path ? earlier?.Invoke(path) ?? references.GetOrAdd(path, found) : found;
}
