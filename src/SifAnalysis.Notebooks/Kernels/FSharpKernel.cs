using System.Globalization;
using System.Text;
using FSharp.Compiler.Diagnostics;
using FSharp.Compiler.Interactive;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.FSharp.Core;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Magics;
using SifAnalysis.Notebooks.Packages;
using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Notebooks.Kernels;

/// <summary>F# by the F# compiler's own interactive session, in the same process as the C#.</summary>
internal sealed class FSharpKernel : Kernel, IKernelCommandHandler<SubmitCode>, IKernelCommandHandler<RequestValue>, IKernelCommandHandler<RequestValueInfos>, IKernelCommandHandler<SendValue>
{
    private const string Opened = "open System\nopen System.IO\nopen System.Text\nopen Microsoft.DotNet.Interactive\nopen Microsoft.DotNet.Interactive.Formatting\n"
        + "let display (value: obj) = SifAnalysis.Notebooks.Session.CellFunctions.display(value)\n"
        + "let HTML (text: string) = SifAnalysis.Notebooks.Session.CellFunctions.HTML(text)\n";

    private readonly CSharpSession csharp;
    private readonly ICellContexts cells;
    private readonly Lazy<Shell.FsiEvaluationSession> session = new(Start);
    private readonly HashSet<string> referenced = new(StringComparer.Ordinal);

    /// <summary>A kernel beside the C# of a session, which fetches the packages.</summary>
    /// <param name="csharp">The C#.</param>
    /// <param name="cells">What knows the executing cell.</param>
    public FSharpKernel(CSharpSession csharp, ICellContexts cells)
        : base("fsharp")
    {
        (this.csharp, this.cells) = (csharp, cells);
        KernelInfo.LanguageName = "F#";
        KernelInfo.Description = "F#, in the same process as the C#, with which it shares values by `#!share`";
        KernelSpecifierDirective.Description = KernelInfo.Description;
        RegisterForDisposal(() =>
        {
            if (session.IsValueCreated)
            {
                ((IDisposable)session.Value).Dispose();
            }
        });
    }

    /// <summary>The values that F# cells have bound.</summary>
    public IReadOnlyList<SessionValue> Values => session.IsValueCreated
        ? [.. session.Value.GetBoundValues().Where(value => value.Name is not ("it" or "display" or "HTML"))
            .Select(value => new SessionValue(value.Name, value.Value.ReflectionType, value.Value.ReflectionValue))]
        : [];

    async Task IKernelCommandHandler<SubmitCode>.HandleAsync(SubmitCode command, KernelInvocationContext context)
    {
        var cell = cells.Current;
        var code = cell.Source.Find(command.Code);
        var directives = PackageDirectives.Of(code.Text);
        if (directives.Packages.Count + directives.Sources.Count > 0)
        {
            await csharp.RunAsync(PackageLines(code.Text), cell, code.Source, context.CancellationToken).ConfigureAwait(false);
        }

        var shown = await cell.Running.RunAsync(() =>
        {
            foreach (var file in csharp.ReferencedFiles.Where(referenced.Add))
            {
                Evaluate($"#r @\"{file}\"", new PlacedCode("", 0, null), cell);
            }

            // The compiler counts lines from 1 in what it is given, so the line of the cell is told to it.
            var value = Evaluate(new string('\n', code.Line) + directives.Code, code, cell);
            return Task.FromResult(value is null || value.ReflectionType == typeof(Unit) ? null : CellContext.Bundle(value.ReflectionValue));
        }).ConfigureAwait(false);
        if (shown is not null)
        {
            cell.Add(new DisplayOutput(shown, []) { ExecutionCount = cell.Number });
        }
    }

    Task IKernelCommandHandler<RequestValue>.HandleAsync(RequestValue command, KernelInvocationContext context)
    {
        SharedValues.Answer(command, Values, "F# value", context);
        return Task.CompletedTask;
    }

    Task IKernelCommandHandler<RequestValueInfos>.HandleAsync(RequestValueInfos command, KernelInvocationContext context)
    {
        SharedValues.Answer(command, Values, context);
        return Task.CompletedTask;
    }

    Task IKernelCommandHandler<SendValue>.HandleAsync(SendValue command, KernelInvocationContext context) => SharedValues.TakeAsync(command, context, value =>
    {
        if (value is null)
        {
            throw new MagicException("Share", $"{command.Name} is null, which F# takes as no value of a type; share another.");
        }

        session.Value.AddBoundValue(command.Name, value);
        return Task.CompletedTask;
    });

    private static string PackageLines(string code) =>
        string.Join('\n', code.Split('\n').Select(line => PackageDirectives.Of(line) is { Packages.Count: 0, Sources.Count: 0 } ? "" : line));

    private static Shell.FsiEvaluationSession Start()
    {
        // The framework's own libraries, not the reference assemblies of an SDK: values that C# shares are of their types.
        string[] arguments =
        [
            "fsi", "--noninteractive", "--nologo", "--gui-", "--usesdkrefs-", "--targetprofile:netcore", "--langversion:latest",
            .. KitPackages.Shared.Select(assembly => $"-r:{assembly.Location}"),
        ];
        var errors = new StringWriter(CultureInfo.InvariantCulture);
        try
        {
            var session = Shell.FsiEvaluationSession.Create(
                Shell.FsiEvaluationSession.GetDefaultConfiguration(), arguments, TextReader.Null, TextWriter.Null, errors, FSharpOption<bool>.None, null);
            session.EvalInteraction(Opened, null);
            return session;
        }
        catch (Exception cause) when (cause is not OutOfMemoryException)
        {
            throw new MagicException("F#", $"F# did not start: {cause.Message}\n{errors}".Trim(), cause);
        }
    }

    private Shell.FsiValue? Evaluate(string code, PlacedCode place, CellContext cell)
    {
        var (outcome, diagnostics) = session.Value.EvalInteractionNonThrowing(code, $"Cell {cell.Number.ToString(CultureInfo.InvariantCulture)}.fsx", cell.Stopping);
        var errors = diagnostics.Where(each => each.Severity.IsError).ToList();
        if (errors.Count > 0)
        {
            throw new MagicException("Compilation error", Text(errors, place, cell));
        }

        if (outcome is FSharpChoice<FSharpOption<Shell.FsiValue>, Exception>.Choice2Of2 { Item: var cause })
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(cause.GetBaseException());
        }

        return outcome is FSharpChoice<FSharpOption<Shell.FsiValue>, Exception>.Choice1Of2 { Item: { } value } ? value.Value : null;
    }

    private static string Text(IEnumerable<FSharpDiagnostic> errors, PlacedCode place, CellContext cell)
    {
        var lines = place.InPlace.Split('\n');
        var text = new StringBuilder();
        foreach (var error in errors)
        {
            var where = place.Source ?? $"Cell {cell.Number.ToString(CultureInfo.InvariantCulture)}";
            text.Append(CultureInfo.InvariantCulture, $"{where}, line {error.StartLine}, column {error.StartColumn + 1}: {error.ErrorNumberText}: {error.Message.ReplaceLineEndings(" ")}\n");
            if (error.StartLine <= lines.Length)
            {
                text.Append("    ").Append(lines[error.StartLine - 1].TrimEnd()).Append('\n');
            }
        }

        return text.ToString().TrimEnd();
    }
}
