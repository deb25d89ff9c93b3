using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using SifAnalysis.Notebooks.Kernels;

namespace SifAnalysis.Notebooks.Children;

/// <summary>The place of a kernel that is not installed: its cells are left out with a sentence.</summary>
internal sealed class LeftOutKernel : Kernel, IKernelCommandHandler<SubmitCode>, IKernelCommandHandler<SendValue>
{
    private readonly string spec;
    private readonly ICellContexts cells;

    /// <summary>The place of a kernel.</summary>
    /// <param name="name">Its name in the session.</param>
    /// <param name="spec">Its name among those of Jupyter.</param>
    /// <param name="cells">What knows the executing cell.</param>
    public LeftOutKernel(string name, string spec, ICellContexts cells)
        : base(name)
    {
        (this.spec, this.cells) = (spec, cells);
        KernelInfo.Description = $"left out: Jupyter has no kernel {spec} here";
        KernelSpecifierDirective.Description = KernelInfo.Description;
        this.UseValueSharing();
    }

    Task IKernelCommandHandler<SubmitCode>.HandleAsync(SubmitCode command, KernelInvocationContext context)
    {
        cells.Current.Show($"This cell is left out: Jupyter has no kernel {spec} on this machine. Nothing below depends on it.");
        return Task.CompletedTask;
    }

    Task IKernelCommandHandler<SendValue>.HandleAsync(SendValue command, KernelInvocationContext context) => Task.CompletedTask;
}
