using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Scripting.Hosting;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Magics;
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
        "Microsoft.DotNet.Interactive", "Microsoft.DotNet.Interactive.Formatting", "Microsoft.DotNet.Interactive.Kernel",
        "Microsoft.DotNet.Interactive.Formatting.PocketViewTags",
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

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly InteractiveAssemblyLoader loader = new();
    private readonly ReferenceResolver references;
    private readonly LoadedFileResolver sourceFiles;
    private readonly Lazy<SessionPackages> packages;
    private readonly Lazy<SqlTables> sql;
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
        sql = new Lazy<SqlTables>(() => new SqlTables());
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

    /// <summary>Executes a cell: its magics, its C#, the value of its trailing expression.</summary>
    /// <param name="code">The text of the cell.</param>
    /// <param name="outputs">Where the cell's outputs go as they come.</param>
    /// <param name="cancellation">
    /// Stops the cell, wherever it loops or waits. What earlier cells declared stays; so does what the parts of the cell above the
    /// stopped one declared.
    /// </param>
    /// <returns>Whether the cell succeeded; its error, if it did not, has gone to the outputs too.</returns>
    public Task<CellResult> ExecuteAsync(string code, ICellOutputs outputs, CancellationToken cancellation = default) =>
        ExecuteAsync(code, CellLanguage.CSharp, outputs, cancellation: cancellation);

    /// <summary>Executes a cell of a language: its text is what stands under that language's magic.</summary>
    /// <param name="code">The text of the cell.</param>
    /// <param name="language">The language of the cell, as <see cref="NotebookCell.Language"/> has it.</param>
    /// <param name="outputs">Where the cell's outputs go as they come.</param>
    /// <param name="number">The number under which the cell is known to its reader, in messages; the next one where none is given.</param>
    /// <param name="cancellation">Stops the cell, wherever it loops or waits; see the other overload.</param>
    /// <returns>Whether the cell succeeded; its error, if it did not, has gone to the outputs too.</returns>
    public async Task<CellResult> ExecuteAsync(string code, string language, ICellOutputs outputs, int? number = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(outputs);
        var count = number ?? ++executions;
        var running = new StoppableCode();
        var cell = new CellContext(outputs, this, count, running);
        try
        {
            // Not on the caller's thread, so that it can stop waiting for a magic that does not come to its end.
            await Task.Run(() => ExecuteAsync(code, language, cell, cancellation), cancellation).WaitAsync(cancellation);
            return new CellResult(count, null, Interrupted: false);
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            var message = await running.StopAsync(Patience)
                ? "The cell was stopped before its end."
                : "The cell was left before its end, but a library that it called is still at work. That goes on in the background until it is done or the kernel is restarted.";
            var error = new ErrorOutput("Interrupted", message, [message]);
            cell.Add(error);
            return new CellResult(count, error, Interrupted: true);
        }
        catch (Exception cause) when (cause is not OutOfMemoryException)
        {
            var error = CellErrors.Of(cause, code, count);
            cell.Add(error);
            return new CellResult(count, error, Interrupted: false);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.SetCurrentDirectory(outside);
        if (packages.IsValueCreated)
        {
            packages.Value.Dispose();
        }

        if (sql.IsValueCreated)
        {
            sql.Value.Dispose();
        }

        loader.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// The C# of a cell, all else in it blank or a comment, and every character where it is in the cell: for assistance with the code.
    /// </summary>
    /// <param name="code">The text of the cell.</param>
    public static string CSharpOf(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return PackageDirectives.Of(CellParts.CSharpOf(code)).Code;
    }

    internal string NextDisplayId() => string.Create(CultureInfo.InvariantCulture, $"display-{++displays}");

    private async Task ExecuteAsync(string code, string language, CellContext cell, CancellationToken cancellation)
    {
        CellContext.Current = cell;

        // Notebooks open files beside themselves by relative paths, as they do under .NET Interactive.
        Directory.SetCurrentDirectory(Folder);
        await CellParts.RunAsync(code, language, cell, source: null, cancellation);
    }

    /// <summary>Declares a variable, whose type is a public one that is not generic.</summary>
    internal async Task DeclareAsync(string name, object value, CellContext cell, CancellationToken cancellation)
    {
        await RunAsync($"global::{value.GetType().FullName} {name} = default!;", cell, source: null, cancellation);
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
            await CellParts.RunAsync(NotebookFile.Read(extension), Path.GetFileName(extension), cell, cancellation);
        }
    }

    /// <summary>The texts that <c>#!value</c> keeps, by name.</summary>
    internal Dictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);

    /// <summary>What <c>#!sql</c> works on.</summary>
    internal SqlTables Sql => sql.Value;

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
