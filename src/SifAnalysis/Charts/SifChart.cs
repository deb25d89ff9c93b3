using Plotly.NET;
using SifAnalysis.Statistics;

namespace SifAnalysis.Charts;

/// <summary>A chart with what a reader needs beside the picture: what it shows, in words, and the table behind it.</summary>
/// <param name="Figure">The figure. Its <c>layout.meta</c> holds the alt text, the table and the colours for a dark page.</param>
/// <param name="Title">The finding, computed from the data.</param>
/// <param name="Subtitle">How many observations, of when, and from where.</param>
/// <param name="AltText">One or two sentences for who cannot see the chart: its kind, what it shows, the finding, key numbers.</param>
/// <param name="Table">The numbers that are drawn.</param>
public sealed record SifChart(GenericChart Figure, string Title, string Subtitle, string AltText, ResultTable Table)
{
    /// <summary>The figure as plotly.js reads it: data, layout, frames. The same chart always gives the same text.</summary>
    public string Json => GenericChart.toFigureJson(Figure);

    /// <summary>The alt text.</summary>
    public override string ToString() => AltText;
}
