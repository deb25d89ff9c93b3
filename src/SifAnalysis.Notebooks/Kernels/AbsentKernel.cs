using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;

namespace SifAnalysis.Notebooks.Kernels;

/// <summary>A language of .NET Interactive that the kit does not have: an error that says what to use instead.</summary>
internal sealed class AbsentKernel : Kernel, IKernelCommandHandler<SubmitCode>
{
    private readonly ICellContexts cells;
    private readonly string instead;

    /// <summary>The place of a language.</summary>
    /// <param name="name">The kernel's name.</param>
    /// <param name="instead">What to use instead.</param>
    /// <param name="cells">What knows the executing cell.</param>
    public AbsentKernel(string name, string instead, ICellContexts cells)
        : base(name)
    {
        (this.cells, this.instead) = (cells, instead);
        KernelInfo.Description = $"refused: {instead}";
        KernelSpecifierDirective.Description = KernelInfo.Description;
    }

    Task IKernelCommandHandler<SubmitCode>.HandleAsync(SubmitCode command, KernelInvocationContext context) =>
        Task.FromException(cells.Current.Source.Find(command.Code).Problem("Magic", $"the kit has no {Name}; {instead}."));
}
