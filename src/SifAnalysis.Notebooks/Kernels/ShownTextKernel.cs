using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using SifAnalysis.Notebooks.Documents;

namespace SifAnalysis.Notebooks.Kernels;

/// <summary>A language whose text is shown as what its mime type says: Markdown and Mermaid.</summary>
internal sealed class ShownTextKernel : Kernel, IKernelCommandHandler<SubmitCode>
{
    private readonly ICellContexts cells;
    private readonly string[] mimes;

    /// <summary>A kernel of a language.</summary>
    /// <param name="name">The kernel's name.</param>
    /// <param name="language">The language.</param>
    /// <param name="summary">What it does, in a line.</param>
    /// <param name="cells">What knows the executing cell.</param>
    /// <param name="mimes">The mime types of what is shown.</param>
    public ShownTextKernel(string name, string language, string summary, ICellContexts cells, params string[] mimes)
        : base(name)
    {
        (this.cells, this.mimes) = (cells, mimes);
        KernelInfo.LanguageName = language;
        KernelInfo.Description = summary;
        KernelSpecifierDirective.Description = summary;
    }

    Task IKernelCommandHandler<SubmitCode>.HandleAsync(SubmitCode command, KernelInvocationContext context)
    {
        var cell = cells.Current;
        var text = cell.Source.Find(command.Code).Text;
        if (!string.IsNullOrWhiteSpace(text))
        {
            var bundle = new JsonObject();
            foreach (var mime in mimes)
            {
                bundle[mime] = text;
            }

            cell.Add(new DisplayOutput(bundle, []));
        }

        return Task.CompletedTask;
    }
}
