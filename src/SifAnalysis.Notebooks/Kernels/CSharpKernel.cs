using Microsoft.CodeAnalysis.CSharp;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Magics;
using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Notebooks.Kernels;

/// <summary>
/// C# as a kernel of Microsoft.DotNet.Interactive: its commands and events, on the kit's own session, which stops what loops or waits,
/// tells errors by the cell's line and fetches packages without an SDK.
/// </summary>
internal sealed class CSharpKernel : Kernel, IKernelCommandHandler<SubmitCode>, IKernelCommandHandler<RequestValue>, IKernelCommandHandler<RequestValueInfos>, IKernelCommandHandler<SendValue>
{
    private readonly CSharpSession session;
    private readonly ICellContexts cells;

    /// <summary>A kernel on a session.</summary>
    /// <param name="session">The session.</param>
    /// <param name="cells">What knows the executing cell.</param>
    public CSharpKernel(CSharpSession session, ICellContexts cells)
        : base(CellLanguage.CSharp)
    {
        (this.session, this.cells) = (session, cells);
        KernelInfo.LanguageName = "C#";
        KernelInfo.LanguageVersion = "14.0";
        KernelInfo.Description = "C#, the default";
        KernelSpecifierDirective.Description = KernelInfo.Description;
    }

    /// <summary>The variables that cells have declared.</summary>
    public IReadOnlyList<SessionValue> Values => [.. session.Variables.Select(variable => new SessionValue(variable.Name, variable.Type, variable.Value))];

    /// <summary>Declares a variable, again where there is one of its name.</summary>
    /// <exception cref="MagicException">The name cannot be a variable's.</exception>
    public async Task DeclareAsync(string name, object? value, CancellationToken cancellation)
    {
        if (!SyntaxFacts.IsValidIdentifier(name))
        {
            throw new MagicException("Magic", $"\"{name}\" cannot be a C# variable's name.");
        }

        await session.DeclareAsync(name, value is null ? "object" : CSharpNames.Of(value.GetType()), value, cells.Current, cancellation).ConfigureAwait(false);
    }

    async Task IKernelCommandHandler<SubmitCode>.HandleAsync(SubmitCode command, KernelInvocationContext context)
    {
        var cell = cells.Current;
        var code = cell.Source.Find(command.Code);
        await session.RunAsync(code.InPlace, cell, code.Source, context.CancellationToken).ConfigureAwait(false);
    }

    Task IKernelCommandHandler<RequestValue>.HandleAsync(RequestValue command, KernelInvocationContext context)
    {
        SharedValues.Answer(command, Values, "C# variable", context);
        return Task.CompletedTask;
    }

    Task IKernelCommandHandler<RequestValueInfos>.HandleAsync(RequestValueInfos command, KernelInvocationContext context)
    {
        SharedValues.Answer(command, Values, context);
        return Task.CompletedTask;
    }

    Task IKernelCommandHandler<SendValue>.HandleAsync(SendValue command, KernelInvocationContext context) =>
        SharedValues.TakeAsync(command, context, value => DeclareAsync(command.Name, value, context.CancellationToken));
}
