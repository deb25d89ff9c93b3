using System.Text.Json;
using Microsoft.FSharp.Collections;
using Plotly.NET;
using SifAnalysis.Statistics;

namespace SifAnalysis.Charts;

/// <summary>A chart with what a reader needs beside the picture: what it shows, in words, and the table behind it.</summary>
/// <param name="Json">
/// The figure as plotly.js reads it: data, layout, frames. Its <c>layout.meta</c> holds the alt text, the table and the colours for a
/// dark page. The same chart always gives the same text.
/// </param>
/// <param name="Title">The finding, computed from the data.</param>
/// <param name="Subtitle">How many observations, of when, and from where.</param>
/// <param name="AltText">One or two sentences for who cannot see the chart: its kind, what it shows, the finding, key numbers.</param>
/// <param name="Table">The numbers that are drawn.</param>
public sealed record SifChart(string Json, string Title, string Subtitle, string AltText, ResultTable Table)
{
    /// <summary>
    /// The chart as an object of Plotly.NET, to be changed by that library's own functions. It takes the FSharp.Core that Plotly.NET
    /// was built with, which nothing else of the kit's charts does.
    /// </summary>
    public GenericChart ToGenericChart()
    {
        using var figure = JsonDocument.Parse(Json);
        var layout = Filled(new Layout(), figure.RootElement.GetProperty("layout"));
        var traces = figure.RootElement.GetProperty("data").EnumerateArray()
            .Select(trace => Filled(new Plotly.NET.Trace(trace.GetProperty("type").GetString()!), trace));
        return GenericChart.fromFigure(Figure.create(ListModule.OfSeq(traces), layout));
    }

    /// <summary>The alt text.</summary>
    public override string ToString() => AltText;

    private static T Filled<T>(T target, JsonElement properties)
        where T : DynamicObj.DynamicObj
    {
        foreach (var property in properties.EnumerateObject())
        {
            target.SetProperty(property.Name, Value(property.Value));
        }

        return target;
    }

    private static object? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Filled(new DynamicObj.DynamicObj(), element),
        JsonValueKind.Array => element.EnumerateArray().Select(Value).ToList(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? whole : element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
