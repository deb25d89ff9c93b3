using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Scripting.Hosting;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Packages;

namespace SifAnalysis.Notebooks.Session;

/// <summary>
/// A C# session in which the cells of a notebook run one after another, each seeing what earlier ones declared. It runs one
/// cell at a time; formatters are registered for the whole process, and while it lives the process works in its folder.
/// </summary>
public sealed class CSharpSession : IAsyncDisposable
{
    /// <summary>The namespaces, and the types whose members need no name before them, that every cell sees without a using.</summary>
    public static IReadOnlyList<string> Imports { get; } =
    [
        "System", "System.IO", "System.Text", "System.Collections", "System.Collections.Generic", "System.Linq", "System.Threading.Tasks",
        "Microsoft.DotNet.Interactive", "Microsoft.DotNet.Interactive.Formatting", "Microsoft.DotNet.Interactive.Formatting.PocketViewTags",
        "SifAnalysis.Notebooks.Session.CellFunctions", "SifAnalysis.Notebooks.Formulas",
    ];

    private static readonly Lazy<IReadOnlyList<MetadataReference>> FrameworkReferences = new(() =>
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator);
        return
        [
            .. trusted.Where(path => path.StartsWith(framework, StringComparison.Ordinal))
                .Concat(KitPackages.Shared.Select(assembly => assembly.Location))
                .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path)),
        ];
    });

    private readonly InteractiveAssemblyLoader loader = new();
    private readonly ReferenceResolver references;
    private readonly LoadedFileResolver sourceFiles;
    private readonly Lazy<SessionPackages> packages;
    private readonly List<string> submissions = [];
    private readonly List<string> referencedFiles = [];
    private readonly string outside;
    private ScriptOptions options;
    private ScriptState<object>? state;
    private int executions;
    private int displays;

    /// <summary>Starts a session.</summary>
    /// <param name="folder">The folder against which relative paths resolve: the notebook's own.</param>
    public CSharpSession(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        Folder = Path.GetFullPath(folder);
        outside = Directory.GetCurrentDirectory();
        CellConsole.Capture();
        EscapedExceptions.Handle();

        // What a notebook registers with the formatters must be what the session asks, so both see one assembly.
        foreach (var shared in KitPackages.Shared)
        {
            loader.RegisterDependency(shared);
        }

        references = new ReferenceResolver(Folder);
        sourceFiles = new LoadedFileResolver(Folder);
        packages = new Lazy<SessionPackages>(() => new SessionPackages(Folder));
        options = ScriptOptions.Default
            .WithReferences(FrameworkReferences.Value)
            .WithImports(Imports)
            .WithLanguageVersion(Microsoft.CodeAnalysis.CSharp.LanguageVersion.Latest)
            .WithMetadataResolver(references)
            .WithSourceResolver(sourceFiles)
            .WithOptimizationLevel(OptimizationLevel.Release)
            .WithEmitDebugInformation(true)
            .WithFileEncoding(Encoding.UTF8)
            .WithAllowUnsafe(true);
    }

    /// <summary>Starts to load the compiler in the background, so that the first cell finds it ready.</summary>
    public static void Warm() => _ = Task.Run(() => CSharpScript.Create<object>("1 + 1", ScriptOptions.Default.WithReferences(FrameworkReferences.Value).WithImports(Imports)).Compile());

    /// <summary>The folder against which relative paths resolve.</summary>
    public string Folder { get; }

    /// <summary>The variables that cells have declared, the latest of each name.</summary>
    public IReadOnlyList<ScriptVariable> Variables =>
        [.. (state?.Variables ?? []).GroupBy(variable => variable.Name).Select(group => group.Last())];

    /// <summary>The C# that ran, one text a submission, in order: for assistance with the code that follows.</summary>
    public IReadOnlyList<string> Submissions => submissions;

    /// <summary>The files of the assemblies that cells may refer to beside the runtime's own, as packages brought them.</summary>
    public IReadOnlyList<string> ReferencedFiles => referencedFiles;

    /// <summary>Executes C#, and shows the value of its trailing expression.</summary>
    /// <param name="code">The code, which has no magics in it; <see cref="Kernels.NotebookSession"/> executes whole cells.</param>
    /// <param name="outputs">Where the outputs go as they come.</param>
    /// <param name="cancellation">Stops the code, wherever it loops or waits. What earlier code declared stays.</param>
    /// <returns>Whether the code succeeded; its error, if it did not, has gone to the outputs too.</returns>
    public Task<CellResult> ExecuteAsync(string code, ICellOutputs outputs, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(outputs);
        var cell = new CellContext(outputs, this, ++executions, new StoppableCode(), code);
        return cell.RunAsync(() => RunAsync(code, cell, source: null, cancellation), cancellation);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.SetCurrentDirectory(outside);
        if (packages.IsValueCreated)
        {
            packages.Value.Dispose();
        }

        loader.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// C# as the compiler reads it: the lines of packages and of magics are comments, and every character stays where it is.
    /// </summary>
    /// <param name="code">The code.</param>
    public static string CSharpOf(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var lines = code.Split('\n').Select(line => line.StartsWith("#!", StringComparison.Ordinal) ? $"//{line[2..]}" : line);
        return PackageDirectives.Of(string.Join('\n', lines)).Code;
    }

    internal string NextDisplayId() => string.Create(CultureInfo.InvariantCulture, $"display-{++displays}");

    /// <summary>Declares a variable.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">Its type as C# writes it.</param>
    /// <param name="value">Its value, or <see langword="null"/>.</param>
    /// <param name="cell">The executing cell.</param>
    /// <param name="cancellation">Stops it.</param>
    internal async Task DeclareAsync(string name, string type, object? value, CellContext cell, CancellationToken cancellation)
    {
        await RunAsync($"{type} {name} = default!;", cell, source: null, cancellation);
        state!.GetVariable(name).Value = value;
    }

    private async Task ReferAsync(PackageDirectives directives, CellContext cell, CancellationToken cancellation)
    {
        foreach (var source in directives.Sources)
        {
            packages.Value.AddSource(source);
        }

        if (directives.Packages.Count == 0)
        {
            return;
        }

        var (assemblies, extensions) = await packages.Value.AddAsync(directives.Packages, cell, cancellation);
        foreach (var assembly in assemblies)
        {
            loader.RegisterDependency(assembly);
        }

        var known = options.MetadataReferences.OfType<PortableExecutableReference>().Select(reference => reference.FilePath);
        var files = assemblies.Select(assembly => assembly.Location).Distinct().Except(known).OfType<string>().ToList();
        referencedFiles.AddRange(files);
        options = options.AddReferences(files.Select(references.Of));
        foreach (var extension in extensions)
        {
            await cell.ExtendAsync(extension, cancellation);
        }
    }

    /// <summary>Runs C# and shows the value of its trailing expression.</summary>
    /// <param name="code">The code.</param>
    /// <param name="cell">The executing cell.</param>
    /// <param name="source">What the code is called in messages, where it is not the cell's own.</param>
    /// <param name="cancellation">Stops it.</param>
    internal async Task RunAsync(string code, CellContext cell, string? source, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return;
        }

        var directives = sourceFiles.DirectivesOf(code);
        await ReferAsync(directives, cell, cancellation);
        code = directives.Code;

        // The first cell's usings hold for all. Named again, they would stand beside themselves once a reference is added.
        var named = (state is null ? options : options.WithImports()).WithFilePath(source ?? $"Cell {cell.Number.ToString(CultureInfo.InvariantCulture)}");
        var script = Continue(code, named);
        if (StopPoints.In(script.GetCompilation(), named.FilePath, cancellation) is { } stoppable
            && Continue(stoppable, named) is var other && Errors(other, cancellation).Count == 0)
        {
            script = other;
        }
        else if (Errors(script, cancellation) is { Count: > 0 } errors)
        {
            throw new CellCompilationException(errors);
        }

        submissions.Add(code);

        // What a cell declared before it threw stays declared, as in other kernels.
        Exception? thrown = null;
        bool Keep(Exception cause)
        {
            thrown = cause;
            return true;
        }

        ScriptState<object>? ran = null;
        JsonObject? shown;
        try
        {
            // Formatting runs code of the cell's types, so it is stopped like the rest.
            shown = await cell.Running.RunAsync(async () =>
            {
                ran = state is null
                    ? await script.RunAsync(globals: null, catchException: Keep, cancellation)
                    : await script.RunFromAsync(state, catchException: Keep, cancellation);
                return thrown is null && ran.ReturnValue is { } value ? CellContext.Bundle(value) : null;
            });
        }
        finally
        {
            // Every link of the chain is in the scope of all that follow and costs each of them time and memory, so a cell that
            // left no name behind adds none; what it assigned is kept where it was declared.
            state = state is not null && !Declarations.In(script.GetCompilation().SyntaxTrees.First()) ? state : ran ?? state;
        }

        if (thrown is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(thrown);
        }

        if (shown is not null)
        {
            cell.Add(new DisplayOutput(shown, []) { ExecutionCount = cell.Number });
        }
    }

    private Script<object> Continue(string code, ScriptOptions named) =>
        state is null ? CSharpScript.Create<object>(code, named, globalsType: null, loader) : state.Script.ContinueWith<object>(code, named);

    private static List<Diagnostic> Errors(Script script, CancellationToken cancellation) =>
        [.. script.Compile(cancellation).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
}
