using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Connection;
using Microsoft.DotNet.Interactive.Directives;
using SifAnalysis.Notebooks.Kernels;
using SifAnalysis.Notebooks.Magics;

namespace SifAnalysis.Notebooks.Children;

/// <summary><c>#!connect jupyter --kernel-name r --kernel-spec ir</c></summary>
internal sealed class ConnectJupyterDirective : ConnectKernelDirective<ConnectJupyter>
{
    private readonly string folder;
    private readonly ICellContexts cells;

    /// <summary>The directive for a session.</summary>
    /// <param name="folder">The folder in which children work.</param>
    /// <param name="cells">What knows the executing cell.</param>
    public ConnectJupyterDirective(string folder, ICellContexts cells)
        : base("jupyter", "a kernel that is installed with Jupyter, as R's or Python's")
    {
        (this.folder, this.cells) = (folder, cells);
        Parameters.Add(new KernelDirectiveParameter("--kernel-spec", "the kernel's name in `jupyter kernelspec list`") { Required = true }.AddCompletions(() => Specs().Select(spec => spec.Name)));
        Parameters.Add(new KernelDirectiveParameter("--optional", "where the kernel is not installed, its cells are left out with a sentence") { Flag = true });
    }

    /// <inheritdoc/>
    public override async Task<IEnumerable<Kernel>> ConnectKernelsAsync(ConnectJupyter connectCommand, KernelInvocationContext context)
    {
        var specs = Specs();
        if (specs.FirstOrDefault(spec => string.Equals(spec.Name, connectCommand.KernelSpec, StringComparison.OrdinalIgnoreCase)) is not { } found)
        {
            return connectCommand.Optional ? [new LeftOutKernel(connectCommand.ConnectedKernelName, connectCommand.KernelSpec, cells)] : throw new MagicException(
                "Kernel not installed",
                $"#!connect: Jupyter has no kernel {connectCommand.KernelSpec} on this machine; it has {(specs.Count == 0 ? "none" : string.Join(", ", specs.Select(spec => spec.Name)))}.\n"
                + "Install it (R: apt-get install r-cran-irkernel, or IRkernel::installspec() in R; Python: pip install ipykernel), or give another by --kernel-spec.");
        }

        var kernel = new JupyterChildKernel(connectCommand.ConnectedKernelName, found, folder, cells);
        try
        {
            await kernel.StartAsync(context.CancellationToken).ConfigureAwait(false);
        }
        catch
        {
            kernel.Dispose();
            throw;
        }

        if (kernel.SupportsCommandType(typeof(SendValue)))
        {
            kernel.UseValueSharing().UseWho();
        }

        return [kernel];
    }

    private static IReadOnlyList<ChildSpec> Specs() => ChildSpec.In(JupyterFolders.All);
}

/// <summary>Connects a kernel of Jupyter.</summary>
internal sealed class ConnectJupyter(string connectedKernelName) : ConnectKernelCommand(connectedKernelName)
{
    /// <summary>The kernel's name among those of Jupyter.</summary>
    public string KernelSpec { get; set; } = "";

    /// <summary>Whether cells are left out where the kernel is not installed.</summary>
    public bool Optional { get; set; }
}
