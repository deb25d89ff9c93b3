using System.Diagnostics;
using System.Globalization;

using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Notebooks.Magics;

/// <summary><c>#!time</c></summary>
internal sealed class TimeMagic : IMagic
{
    /// <inheritdoc/>
    public string Name => "time";

    /// <inheritdoc/>
    public string Summary => "tells how long the C# under it took";

    /// <inheritdoc/>
    public bool TakesText => true;

    /// <inheritdoc/>
    public async Task RunAsync(CellPart part, CellContext cell, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        await cell.Session.RunAsync(part.TextInPlace, cell, part.Source, cancellation).ConfigureAwait(false);
        cell.Show($"Wall time: {watch.Elapsed.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture)} ms");
    }
}
