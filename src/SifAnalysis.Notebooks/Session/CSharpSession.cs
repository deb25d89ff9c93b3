using System.Globalization;
using System.Runtime;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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

    /// <summary>How the code of a cell is parsed where it is read and not run.</summary>
    internal static CSharpParseOptions Parsing { get; } =
        CSharpParseOptions.Default.WithKind(SourceCodeKind.Script).WithLanguageVersion(LanguageVersion.Latest);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly ReferenceResolver references;
    private readonly LoadedFileResolver sourceFiles;
    private readonly Lazy<SessionPackages> packages;
    private readonly Lazy<SqlTables> sql;
    private readonly Lazy<CellScope> scope;
    private readonly List<string> referencedFiles = [];
    private readonly string outside;
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

        references = new ReferenceResolver(Folder, ScriptRoot.ReferenceTo);
        sourceFiles = new LoadedFileResolver(Folder);
        var libraries = new PackageLoadContext();
        packages = new Lazy<SessionPackages>(() => new SessionPackages(Folder, libraries));
        sql = new Lazy<SqlTables>(() => new SqlTables());
        scope = new Lazy<CellScope>(() => new CellScope(references, sourceFiles, new CellAssemblies(libraries)));

        // All that does not depend on the first cell is done before it comes.
        _ = Task.Run(() => scope.Value);
    }

    /// <summary>Starts to load the compiler in the background, so that the first cell finds it ready.</summary>
    public static void Warm() => _ = Task.Run(() =>
    {
        var folder = AppContext.BaseDirectory;
        var scope = new CellScope(
            new ReferenceResolver(folder, ScriptRoot.ReferenceTo),
            new LoadedFileResolver(folder),
            new CellAssemblies(new PackageLoadContext()));
        scope.Compile(scope.Continue("1 + 1", ""), CancellationToken.None);
    });

    /// <summary>The folder against which relative paths resolve.</summary>
    public string Folder { get; }

    /// <summary>The variables that cells have declared, the latest of each name.</summary>
    public IReadOnlyList<SessionVariable> Variables =>
        [.. Scope.Variables.GroupBy(variable => variable.Name).Select(group => group.Last())];

    /// <summary>C# that declares what cells can name, for assistance with the code that follows.</summary>
    public string Declarations => Scope.Declarations;

    /// <summary>The files of the assemblies that cells may refer to beside the runtime's own, by package or by path.</summary>
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
        catch (Exception cause)
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
        Variables.Single(variable => variable.Name == name).Value = value;
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
        var files = assemblies.Select(assembly => assembly.Location).Distinct()
            .Except(ScriptRoot.Files).Except(referencedFiles).ToList();
        if (files.Count > 0)
        {
            referencedFiles.AddRange(files);
            Scope.Refer(files.Select(references.Of));
        }

        foreach (var extension in extensions)
        {
            await CellParts.RunAsync(NotebookFile.Read(extension), Path.GetFileName(extension), cell, cancellation);
        }
    }

    /// <summary>The texts that <c>#!value</c> keeps, by name.</summary>
    internal Dictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);

    /// <summary>What cells see of earlier ones.</summary>
    internal CellScope Scope => scope.Value;

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

        var file = source ?? $"Cell {cell.Number.ToString(CultureInfo.InvariantCulture)}";
        var compiled = Compile(code, file, cancellation);

        referencedFiles.AddRange(compiled.Compilation.DirectiveReferences.OfType<PortableExecutableReference>()
            .Select(reference => reference.FilePath).OfType<string>().Except(referencedFiles));

        Exception? thrown = null;
        var hasRun = false;
        JsonObject? shown;
        try
        {
            // Formatting runs code of the cell's types, so it is stopped like the rest.
            shown = await cell.Running.RunAsync(async () =>
            {
                try
                {
                    var value = await Scope.RunAsync(compiled);
                    hasRun = true;
                    return value is null ? null : CellContext.Bundle(value);
                }
                catch (Exception cause) when (!hasRun && !cell.Stopping.IsCancellationRequested)
                {
                    (thrown, hasRun) = (cause, cause is not OutOfMemoryException);
                    return null;
                }
            });
        }
        finally
        {
            // What a cell declared before it threw stays declared, as in other kernels; what one declared that was stopped does not,
            // nor what one filled the memory with, or no cell could run any more.
            if (hasRun)
            {
                Scope.Keep(compiled);
            }
            else
            {
                Scope.Drop(compiled);
            }

            if (thrown is OutOfMemoryException)
            {
                // The next cell may ask for one large piece, which stands between what is left only once that is moved together.
                GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            }
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

    private CompiledCell Compile(string code, string file, CancellationToken cancellation)
    {
        var written = Scope.Continue(code, file);
        var stoppable = StopPoints.In(written, cancellation);
        if (stoppable.Count > 0)
        {
            sourceFiles.Instead = stoppable;
            try
            {
                return Scope.Compile(Scope.Continue(stoppable.GetValueOrDefault(file, code), file), cancellation);
            }
            catch (CellCompilationException)
            {
                // What is wrong is said of the code as it was written, and what only the points made wrong runs without them.
            }
            finally
            {
                sourceFiles.Instead = null;
            }
        }

        return Scope.Compile(written, cancellation);
    }
}
