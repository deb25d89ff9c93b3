using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Scripting.Hosting;
using Microsoft.DotNet.Interactive.Formatting;
using SifAnalysis.Notebooks.Documents;

namespace SifAnalysis.Notebooks.Session;

/// <summary>
/// A C# session in which the cells of a notebook run one after another, each seeing what earlier ones declared. It runs one
/// cell at a time; formatters are registered for the whole process, and while it lives the process works in its folder.
/// </summary>
public sealed class CSharpSession : IAsyncDisposable
{
    private static readonly string[] Usings =
    [
        "System", "System.IO", "System.Text", "System.Collections", "System.Collections.Generic", "System.Linq", "System.Threading.Tasks",
        "Microsoft.DotNet.Interactive", "Microsoft.DotNet.Interactive.Formatting",
    ];

    private static readonly Lazy<IReadOnlyList<MetadataReference>> FrameworkReferences = new(() =>
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator);
        return
        [
            .. trusted.Where(path => path.StartsWith(framework, StringComparison.Ordinal))
                .Append(typeof(Formatter).Assembly.Location)
                .Append(typeof(Microsoft.AspNetCore.Html.IHtmlContent).Assembly.Location)
                .Append(typeof(CSharpSession).Assembly.Location)
                .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path)),
        ];
    });

    private readonly InteractiveAssemblyLoader loader = new();
    private readonly ScriptOptions options;
    private readonly string outside;
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

        // What a notebook registers with the formatters must be what the session asks, so both see one assembly.
        loader.RegisterDependency(typeof(Formatter).Assembly);
        loader.RegisterDependency(typeof(Microsoft.AspNetCore.Html.IHtmlContent).Assembly);
        loader.RegisterDependency(typeof(CSharpSession).Assembly);
        options = ScriptOptions.Default
            .WithReferences(FrameworkReferences.Value)
            .WithImports(Usings)
            .AddImports("Microsoft.DotNet.Interactive.Kernel")
            .WithLanguageVersion(Microsoft.CodeAnalysis.CSharp.LanguageVersion.Latest)
            .WithMetadataResolver(ScriptMetadataResolver.Default.WithBaseDirectory(Folder).WithSearchPaths(Folder))
            .WithSourceResolver(ScriptSourceResolver.Default.WithBaseDirectory(Folder).WithSearchPaths(Folder))
            .WithOptimizationLevel(OptimizationLevel.Release)
            .WithEmitDebugInformation(true)
            .WithFileEncoding(Encoding.UTF8)
            .WithAllowUnsafe(true);
    }

    /// <summary>The folder against which relative paths resolve.</summary>
    public string Folder { get; }

    /// <summary>The variables that cells have declared, the latest of each name.</summary>
    public IReadOnlyList<ScriptVariable> Variables =>
        [.. (state?.Variables ?? []).GroupBy(variable => variable.Name).Select(group => group.Last())];

    /// <summary>Executes a cell: its magics, its C#, the value of its trailing expression.</summary>
    /// <param name="code">The text of the cell.</param>
    /// <param name="outputs">Where the cell's outputs go as they come.</param>
    /// <param name="cancellation">Stops waiting for the cell; what it declared before stays.</param>
    /// <returns>Whether the cell succeeded; its error, if it did not, has gone to the outputs too.</returns>
    public async Task<CellResult> ExecuteAsync(string code, ICellOutputs outputs, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(outputs);
        var count = ++executions;
        var cell = new CellContext(outputs, this);
        try
        {
            // On a thread of its own, so that a cell that never returns can be left behind.
            await Task.Factory.StartNew(
                () => ExecuteAsync(code, cell, count, cancellation), cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default)
                .Unwrap().WaitAsync(cancellation);
            return new CellResult(count, null, Interrupted: false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            var error = new ErrorOutput("Interrupted", "The cell was stopped before its end.", ["The cell was stopped before its end."]);
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
        loader.Dispose();
        return ValueTask.CompletedTask;
    }

    internal string NextDisplayId() => string.Create(CultureInfo.InvariantCulture, $"display-{++displays}");

    private async Task ExecuteAsync(string code, CellContext cell, int count, CancellationToken cancellation)
    {
        CellContext.Current = cell;

        // Notebooks open files beside themselves by relative paths, as they do under .NET Interactive.
        Directory.SetCurrentDirectory(Folder);
        foreach (var part in CellParts.Of(code))
        {
            await ExecuteAsync(part, cell, count, cancellation);
        }
    }

    private async Task ExecuteAsync(CellPart part, CellContext cell, int count, CancellationToken cancellation)
    {
        switch (part.Magic)
        {
            case "csharp":
                await RunAsync(part.Text, cell, count, cancellation);
                break;
            case "time":
                var watch = Stopwatch.StartNew();
                await RunAsync(part.Text, cell, count, cancellation);
                cell.Add(Text($"Wall time: {watch.Elapsed.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture)} ms"));
                break;
            case "who":
                cell.Add(Text(string.Join('\n', Variables.Select(variable => variable.Name).Order(StringComparer.Ordinal))));
                break;
            case "whos":
                cell.Add(Text(string.Join('\n', Variables.OrderBy(variable => variable.Name, StringComparer.Ordinal)
                    .Select(variable => $"{variable.Name}: {variable.Type.Name} = {variable.Value.ToDisplayString(PlainTextFormatter.MimeType)}"))));
                break;
            case "markdown":
                cell.Add(Shown("text/markdown", part.Text));
                break;
            case "html":
                cell.Add(Shown("text/html", part.Text));
                break;
            case "javascript":
                cell.Add(Shown("text/html", $"<script type=\"module\">\n{part.Text}\n</script>"));
                break;
            case "mermaid":
                cell.Add(new DisplayOutput(new JsonObject { ["text/vnd.mermaid"] = part.Text, ["text/plain"] = part.Text }, []));
                break;
            case "lsmagic":
                cell.Add(Text(string.Join('\n', CellParts.Magics.Select(magic => $"#!{magic}"))));
                break;
            case "about":
                cell.Add(Text($"SifAnalysis {typeof(CSharpSession).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]}, C# on Roslyn scripting, {System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}"));
                break;
        }
    }

    private async Task RunAsync(string code, CellContext cell, int count, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return;
        }

        var named = options.WithFilePath($"Cell {count.ToString(CultureInfo.InvariantCulture)}");
        var script = state is null
            ? CSharpScript.Create<object>(code, named, globalsType: null, loader)
            : state.Script.ContinueWith<object>(code, named);
        var diagnostics = script.Compile(cancellation).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        if (diagnostics.Count > 0)
        {
            throw new CellCompilationException(diagnostics);
        }

        // What a cell declared before it threw stays declared, as in other kernels.
        Exception? thrown = null;
        bool Keep(Exception cause)
        {
            thrown = cause;
            return true;
        }

        state = state is null
            ? await script.RunAsync(globals: null, catchException: Keep, cancellation)
            : await script.RunFromAsync(state, catchException: Keep, cancellation);
        if (thrown is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(thrown);
        }

        if (state.ReturnValue is { } value)
        {
            cell.Add(new DisplayOutput(CellContext.Bundle(value), []) { ExecutionCount = count });
        }
    }

    private static DisplayOutput Text(string text) => Shown("text/plain", text);

    private static DisplayOutput Shown(string mime, string text) => new(new JsonObject { [mime] = text }, []);
}
