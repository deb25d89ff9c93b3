using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace SifAnalysis.Notebooks.Session;

/// <summary>
/// What a cell sees of earlier ones. The compiler looks a name up in one cell after the other, newest first; a cell all of whose
/// names were declared again is taken out of that chain, so that the chain is as long as what can still be named, not as the past.
/// </summary>
/// <remarks>See docs/long-sessions.md for what was measured and why it is done like this.</remarks>
internal sealed class CellScope
{
    private static readonly EmitOptions WithLines = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly;

    private static int scopes;

    private readonly CSharpCompilation root = ScriptRoot.Compilation;
    private readonly CSharpCompilationOptions compiling;
    private readonly CellAssemblies assemblies;
    private readonly List<LiveCell> cells = [];
    private CSharpCompilation draft;
    private object?[] objects = new object?[16];
    private int count;

    /// <summary>Starts with what every cell sees.</summary>
    /// <param name="references">What finds the libraries that cells name.</param>
    /// <param name="files">What finds the files of code that cells name.</param>
    /// <param name="assemblies">What loads the code.</param>
    public CellScope(MetadataReferenceResolver references, SourceReferenceResolver files, CellAssemblies assemblies)
    {
        this.assemblies = assemblies;
        compiling = root.Options.WithUsings().WithConcurrentBuild(false)
            .WithMetadataReferenceResolver(references).WithSourceReferenceResolver(files);
        draft = Next(null);
    }

    /// <summary>How the assemblies of its cells begin their names, and no others.</summary>
    public string Prefix { get; } = $"Cells-{Interlocked.Increment(ref scopes)}-";

    /// <summary>How many earlier cells can still be named or are needed to name others.</summary>
    public int Count => cells.Count;

    /// <summary>The variables that can be named, in the order in which they were declared.</summary>
    public IEnumerable<SessionVariable> Variables =>
        from cell in cells
        where cell.Object is not null
        from slot in cell.Object!.GetType().GetFields(Declared)
        where cell.Names.Contains(new(DeclaredName.Sort.Value, slot.Name))
            || cell.Names.Contains(new(DeclaredName.Sort.Callable, slot.Name))
        select new SessionVariable(cell.Object!, slot);

    /// <summary>C# that declares what can be named, oldest first, for assistance with what follows; it is not meant to run.</summary>
    public string Declarations => string.Join('\n', cells.SelectMany(cell => DeclaredName.Usings(cell.Compilation, cell.Names))
        .Concat(cells.SelectMany(cell => DeclaredName.Members(cell.Compilation, cell.Names))));

    private CSharpCompilation Last => cells is [.., var last] ? last.Compilation : root;

    /// <summary>Lets later cells refer to libraries.</summary>
    public void Refer(IEnumerable<MetadataReference> references)
    {
        // What is next in the chain takes the libraries over, so this must have read them before it may leave the chain.
        var link = Next(references);
        _ = link.Assembly;
        Keep(new LiveCell(link, [], null));
    }

    /// <summary>Code as the next cell, not yet compiled.</summary>
    /// <param name="code">The code.</param>
    /// <param name="path">What it is called in messages.</param>
    public CSharpCompilation Continue(string code, string path)
    {
        var nothing = draft.SyntaxTrees[0];
        return draft.ReplaceSyntaxTree(
            nothing, CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), (CSharpParseOptions)nothing.Options, path));
    }

    /// <summary>Compiles and loads a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="CellCompilationException">The code is not right.</exception>
    public CompiledCell Compile(CSharpCompilation cell, CancellationToken cancellation)
    {
        // To note every line of the code takes as long as to compile it; where there is one line only, it is known.
        var line = OnlyLine(cell);
        using var image = new MemoryStream();
        using var symbols = line is null ? new MemoryStream() : null;
        var emitted = cell.Emit(image, symbols, options: WithLines, cancellationToken: cancellation);
        if (emitted.Diagnostics.Where(each => each.Severity == DiagnosticSeverity.Error).ToList() is { Count: > 0 } errors)
        {
            throw new CellCompilationException(errors);
        }

        // Usings and comments make no code.
        return new CompiledCell(cell, DeclaredName.In(cell), emitted.Success ? Entry(cell, image, symbols, line, cancellation) : null);
    }

    /// <summary>Runs a cell.</summary>
    /// <returns>The value of its trailing expression, or null.</returns>
    public async Task<object?> RunAsync(CompiledCell cell)
    {
        // Each has its place behind the last one that was kept.
        if (objects.Length <= count + 1)
        {
            Array.Resize(ref objects, 2 * objects.Length);
        }

        return cell.Entry is null ? null : await cell.Entry(objects);
    }

    /// <summary>Has later cells see what a cell declared that has run.</summary>
    public void Keep(CompiledCell cell)
    {
        // A cell that left nothing behind would only lengthen the way of each search.
        if (cell.Names.Count > 0 || cell.Compilation.DirectiveReferences.Any())
        {
            var place = PlaceOf(cell);
            Keep(new LiveCell(cell.Compilation, [.. cell.Names], place < 0 ? null : objects[place]) { Place = place });
        }
    }

    /// <summary>Lets go what a cell declared that later ones shall not see.</summary>
    public void Drop(CompiledCell cell)
    {
        if (PlaceOf(cell) is >= 0 and var place)
        {
            objects[place] = null;
        }
    }

    private int PlaceOf(CompiledCell cell) =>
        cell.Assembly is null ? -1 : Array.FindLastIndex(objects, each => each?.GetType().Assembly == cell.Assembly);

    private Func<object?[], Task<object>> Entry(
        CSharpCompilation cell, MemoryStream image, MemoryStream? symbols, int? line, CancellationToken cancellation)
    {
        assemblies.Refer(cell.DirectiveReferences);
        var code = image.ToArray();
        MethodFlags.Set(code);
        var entry = cell.GetEntryPoint(cancellation)!;
        var file = Path.GetFileName(cell.SyntaxTrees[0].FilePath);
        var place = line is null ? null : string.Create(CultureInfo.InvariantCulture, $"{file}, line {line}");
        return assemblies.Load(code, symbols?.ToArray(), place)
            .GetType(entry.ContainingType.MetadataName, throwOnError: true)!
            .GetMethod(entry.MetadataName, BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!
            .CreateDelegate<Func<object?[], Task<object>>>();
    }

    // The number of the only line that has code, or null where several have.
    private static int? OnlyLine(CSharpCompilation cell)
    {
        if (cell.SyntaxTrees.Length > 1)
        {
            return null;
        }

        var text = cell.SyntaxTrees[0].GetText();
        var written = text.Lines.Where(line => !string.IsNullOrWhiteSpace(line.ToString())).Take(2).ToList();
        return written is [var only] ? only.LineNumber + 1 : null;
    }

    // Reading the references is most of the work that does not depend on the code, so it is done before there is any.
    private CSharpCompilation Next(IEnumerable<MetadataReference>? references)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"Submission#{++count}");
        var next = CSharpCompilation.CreateScriptCompilation(
            Prefix + name, root.SyntaxTrees[0], references, compiling.WithScriptClassName(name), Last, typeof(object));
        _ = Task.Run(() => next.Assembly);
        return next;
    }

    private void Keep(LiveCell cell)
    {
        var hidden = cell.Names.SelectMany(name => name.Hides()).ToHashSet();
        cells.Add(cell);
        for (var index = cells.Count - 2; index >= 0; index--)
        {
            cells[index].Names.ExceptWith(hidden);
            if (cells[index].Names.Count == 0)
            {
                Forget(index);
            }
        }

        draft = Next(null);
    }

    private void Forget(int index)
    {
        var forgotten = cells[index];
        Before(cells[index + 1].Compilation.ScriptCompilationInfo!) = index == 0 ? root : cells[index - 1].Compilation;

        // A type of it may live on in a variable of another cell, and must not keep the chain that was.
        Before(forgotten.Compilation.ScriptCompilationInfo!) = root;
        if (forgotten.Place >= 0)
        {
            objects[forgotten.Place] = null;
        }

        cells.RemoveAt(index);
    }

    // The compiler has no way to let a link of the chain go: a chain that is built anew without it would be other cells, with other
    // types. What it worked out of the cells that stay does not change; the link is only where it looks next.
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<PreviousScriptCompilation>k__BackingField")]
    private static extern ref CSharpCompilation? Before(CSharpScriptCompilationInfo cell);

    private sealed record LiveCell(CSharpCompilation Compilation, HashSet<DeclaredName> Names, object? Object)
    {
        public int Place { get; init; } = -1;
    }
}
