using System.Runtime.ExceptionServices;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;
using SifAnalysis.Notebooks.Children;
using SifAnalysis.Notebooks.Display;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Magics;
using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Notebooks.Kernels;

/// <summary>
/// A session of a notebook: kernels of Microsoft.DotNet.Interactive, one a language, that take a cell as a command and tell in events
/// what comes of it. It runs one cell at a time.
/// </summary>
public sealed class NotebookSession : IAsyncDisposable
{
    private readonly CompositeKernel kernels = new();
    private readonly CSharpSession session;
    private readonly Contexts cells;
    private readonly Imports imports;
    private int executions;

    /// <summary>Starts a session.</summary>
    /// <param name="folder">The folder against which relative paths resolve: the notebook's own.</param>
    public NotebookSession(string folder)
    {
        SessionDisplay.Ensure();
        PlotlyNet.StartNotebook();
        session = new CSharpSession(folder);
        cells = new Contexts(session);
        imports = new Imports(kernels, session.Folder, cells);
        CSharp = new CSharpKernel(session, cells);
        Add(CSharp, "c#", "C#", "cs");
        var fsharp = new FSharpKernel(session, cells);
        Add(fsharp, "f#", "F#", "fs");
        Add(new SqlKernel(CSharp, () => fsharp.Values, cells), "SQL");
        Add(new HtmlKernel(), "HTML");
        Describe("html", "shows the text as HTML");
        Add(new JavaScriptKernel(), "js");
        Describe("javascript", "runs the text in the page");
        Add(new ShownTextKernel(CellLanguage.Markdown, "Markdown", "shows the text as Markdown", cells, "text/markdown"), "md");
        Add(new ShownTextKernel("mermaid", "Mermaid", "shows the text as a Mermaid diagram, where the client draws them", cells, "text/vnd.mermaid", PlainTextFormatter.MimeType));
        Add(new KeyValueStoreKernel());
        Describe("value", "keeps a text under `--name`: the lines under it, `--from-file F` or `--from-value V`; `#!share --from value` gives it to another kernel");
        Add(new AbsentKernel("pwsh", "start programs in C# by `System.Diagnostics.Process`, as in `Process.Start(\"pwsh\", \"-File script.ps1\")`", cells), "powershell");
        Add(new AbsentKernel("kql", "use the package of Kusto's client from C#", cells));
        Add(new AbsentKernel("http", "make requests in C# by `HttpClient`", cells));
        kernels.DefaultKernelName = CSharp.Name;
        kernels.AddConnectDirective(new ConnectJupyterDirective(session.Folder, cells));
        SessionMagics.AddTo(kernels);
        imports.AddDirective();
        kernels.RegisterCommandHandler<RequestInput>((command, context) =>
        {
            try
            {
                context.Publish(new InputProduced(cells.Current.Ask(command.Prompt, command.IsPassword), command));
            }
            catch (InvalidOperationException cause)
            {
                context.Fail(command, message: cause.Message);
            }

            return Task.CompletedTask;
        });
        kernels.SetDefaultTargetKernelNameForCommand(typeof(RequestInput), kernels.Name);
    }

    /// <summary>The kernels: send them commands and hear their events.</summary>
    public CompositeKernel Kernels => kernels;

    /// <summary>The C# of the session.</summary>
    public CSharpSession Session => session;

    /// <summary>The kernel of C#.</summary>
    internal CSharpKernel CSharp { get; }

    /// <summary>Executes a C# cell: its magics, its code, the value of its trailing expression.</summary>
    /// <param name="code">The text of the cell.</param>
    /// <param name="outputs">Where the cell's outputs go as they come.</param>
    /// <param name="cancellation">
    /// Stops the cell, wherever it loops or waits. What earlier cells declared stays; so does what the parts of the cell above the
    /// stopped one declared.
    /// </param>
    /// <returns>Whether the cell succeeded; its error, if it did not, has gone to the outputs too.</returns>
    public Task<CellResult> ExecuteAsync(string code, ICellOutputs outputs, CancellationToken cancellation = default) =>
        ExecuteAsync(code, CellLanguage.CSharp, outputs, cancellation: cancellation);

    /// <summary>Executes a cell of a language.</summary>
    /// <param name="code">The text of the cell.</param>
    /// <param name="language">The language of the cell, as <see cref="NotebookCell.Language"/> has it.</param>
    /// <param name="outputs">Where the cell's outputs go as they come.</param>
    /// <param name="number">The number under which the cell is known to its reader, in messages; the next one where none is given.</param>
    /// <param name="cancellation">Stops the cell, wherever it loops or waits; see the other overload.</param>
    /// <returns>Whether the cell succeeded; its error, if it did not, has gone to the outputs too.</returns>
    public Task<CellResult> ExecuteAsync(string code, string language, ICellOutputs outputs, int? number = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(language);
        ArgumentNullException.ThrowIfNull(outputs);
        var count = number ?? ++executions;
        var cell = cells.Of(outputs, count, code, ExtendAsync);
        return cell.RunAsync(() => SendAsync(cell, count, language, outputs, cancellation), cancellation);
    }

    /// <summary>
    /// The C# of a cell as the compiler reads it: all else in it blank or a comment, and every character where it is in the cell.
    /// </summary>
    /// <param name="code">The text of the cell.</param>
    public string CSharpOf(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var lines = code.Split('\n');
        var kernel = CSharp.Name;
        for (var index = 0; index < lines.Length; index++)
        {
            if (lines[index].StartsWith("#!", StringComparison.Ordinal))
            {
                kernel = kernels.FindKernelByName(lines[index][2..].Trim().Split(' ')[0])?.Name ?? kernel;
            }
            else if (kernel != CSharp.Name)
            {
                lines[index] = new string(' ', lines[index].Length);
            }
        }

        return CSharpSession.CSharpOf(string.Join('\n', lines));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        kernels.Dispose();
        return session.DisposeAsync();
    }

    private void Describe(string name, string summary) =>
        kernels.KernelInfo.SupportedDirectives.First(directive => directive.Name == $"#!{name}").Description = summary;

    private void Add(Kernel kernel, params string[] aliases)
    {
        kernels.Add(kernel, aliases);
        if (kernel.SupportsCommandType(typeof(SendValue)))
        {
            kernel.UseValueSharing();
        }

        kernel.UseWho();
    }

    private Task ExtendAsync(string file, CancellationToken cancellation) => file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
        ? Extensions.LoadAsync(file, kernels)
        : imports.ImportAsync(file, cancellation);

    private async Task SendAsync(CellContext cell, int number, string language, ICellOutputs outputs, CancellationToken cancellation)
    {
        if (kernels.FindKernelByName(language) is null)
        {
            var names = kernels.ChildKernels.Where(kernel => kernel is not AbsentKernel).Select(kernel => kernel.Name);
            throw new MagicException(
                "Unknown language", $"There is no kernel {language} for this cell. There are {string.Join(", ", names)}; choose one of them for the cell, or connect another by #!connect.");
        }

        DirectiveChecks.Check(kernels, cell.Source);
        var command = new SubmitCode(cell.Source.Submission, language);
        var events = new CellEvents(command, number, outputs);
        using (kernels.KernelEvents.Subscribe(events))
        {
            await kernels.SendAsync(command, cancellation).ConfigureAwait(false);
        }

        events.OnCompleted();
        if (events.Failure is { } failure)
        {
            ExceptionDispatchInfo.Throw(DirectiveChecks.Explained(failure, events.Diagnostics));
        }
    }

    /// <summary>The executing cell by the flow of execution, and one of no notebook for commands from elsewhere.</summary>
    private sealed class Contexts(CSharpSession session) : ICellContexts
    {
        private int others;

        public CellContext Current => CellContext.Current is { } cell && cell.Session == session ? cell : CellContext.Current = Of(new Nowhere(), ++others, "", null);

        public CellContext Of(ICellOutputs outputs, int number, string code, Func<string, CancellationToken, Task>? extend)
        {
            return new CellContext(new PublishedOutputs(outputs), session, number, new StoppableCode(), code) { ExtendAsync = extend ?? ((_, _) => Task.CompletedTask) };
        }
    }

    private sealed class Nowhere : ICellOutputs
    {
        public void Add(CellOutput output)
        {
        }

        public void Update(string displayId, DisplayOutput display)
        {
        }

        public void Clear(bool wait)
        {
        }

        public string Ask(string prompt, bool hidden) => throw new InvalidOperationException($"There is nobody to answer \"{prompt}\".");
    }
}
