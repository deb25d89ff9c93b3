using System.Reflection;
using System.Runtime.InteropServices;

using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Notebooks.Magics;

/// <summary><c>#!about</c></summary>
internal sealed class AboutMagic : IMagic
{
    /// <inheritdoc/>
    public string Name => "about";

    /// <inheritdoc/>
    public string Summary => "what the kit and the runtime are";

    /// <inheritdoc/>
    public Task RunAsync(CellPart part, CellContext cell, CancellationToken cancellation)
    {
        var version = typeof(AboutMagic).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];
        cell.Show($"SifAnalysis {version}, C# on Roslyn scripting, {RuntimeInformation.FrameworkDescription}");
        return Task.CompletedTask;
    }
}
