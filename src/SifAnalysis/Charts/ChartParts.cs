using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SifAnalysis.Findings;
using SifAnalysis.Judgements;
using SifAnalysis.Statistics;

namespace SifAnalysis.Charts;

/// <summary>What every chart of the kit is put together from.</summary>
internal static class ChartParts
{
    /// <summary>The width from which a chart takes the lines and margins of a wide page, in pixels.</summary>
    private const int WideFrom = 640;

    /// <summary>The words of a legend's entry, in pixels: two entries stand side by side on a narrow screen.</summary>
    private const int LegendEntryWidth = 116;

    // Names stay readable in the text; an endless limit of an interval is written as a word, as plotly.js reads it.
    private static readonly JsonSerializerOptions plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    // Characters of a line, whatever sans-serif the machine has; the narrow ones fit a screen of 390 pixels.
    private static readonly (int Title, int Subtitle, int LegendRows) narrow = (34, 48, int.MaxValue);
    private static readonly (int Title, int Subtitle, int LegendRows) wide = (62, 90, 2);

    /// <summary>A whole percentage, halves rounded away from zero as in published statistics: "24%".</summary>
    public static string Percent(double part, double whole) =>
        whole == 0 ? "–"
            : string.Create(CultureInfo.InvariantCulture, $"{Math.Round(100 * part / whole, MidpointRounding.AwayFromZero):0}%");

    /// <summary>How many inspections a set has, when their reports were published, and where the judgements come from.</summary>
    public static string Describe(InspectionSet set)
    {
        var days = set.Select(inspection => inspection.Published).OfType<DateOnly>().ToList();
        var published = days.Count == 0 ? ""
            : days.Min() == days.Max() ? $", published {Words.Day(days.Min())}"
            : $", reports published {Words.Day(days.Min())} to {Words.Day(days.Max())}";
        return $"n\u00A0=\u00A0{set.Count} {(set.Count == 1 ? "inspection" : "inspections")}{published}. Source: Ofsted reports, each row "
            + $"with its own source in the kit’s data.";
    }

    /// <summary>A trace of a kind, with properties in plotly.js's own names.</summary>
    public static Trace Trace(string type, object properties) => new(type, properties);

    /// <summary>A note on the plot, at a place of its axes.</summary>
    public static object Note(string text, object x, object y, string xanchor = "center",
        string yanchor = "middle", int size = 12, string xref = "x", string yref = "y", string? color = null) => new
        {
            text,
            x,
            y,
            xref,
            yref,
            xanchor,
            yanchor,
            showarrow = false,
            align = xanchor == "right" ? "right" : xanchor == "center" ? "center" : "left",
            font = new { size, color = color ?? JudgementPalette.Ink },
        };

    private static object Legend(double y) => new
    {
        orientation = "h",
        traceorder = "normal",
        x = 0,
        xanchor = "left",
        y,
        yanchor = "bottom",
        itemwidth = 30,
        entrywidth = LegendEntryWidth,
        entrywidthmode = "pixels",
        font = new { size = 11, color = JudgementPalette.Ink },
    };

    /// <summary>Puts a chart together.</summary>
    /// <param name="words">Title, subtitle and alt text.</param>
    /// <param name="table">The numbers that are drawn.</param>
    /// <param name="traces">The marks.</param>
    /// <param name="plotHeight">The height of the plot without title and legend, in pixels.</param>
    /// <param name="layout">What the layout has beside title, fonts, margins and meta.</param>
    /// <param name="headRoom">The height that is kept free between legend and plot, for labels on top of it, in pixels.</param>
    /// <param name="footRoom">The height that is kept free under the plot, for the labels of its axis, in pixels.</param>
    /// <param name="sideRoom">The width that is kept free to the right of the plot, for labels beside it, in pixels.</param>
    public static SifChart Chart(
        ChartWords words, ResultTable table, IEnumerable<Trace> traces,
            int plotHeight, object layout, int headRoom = 0, int footRoom = 40, int sideRoom = 8)
    {
        (object Title, object Margin, int Height) Frame((int Title, int Subtitle, int LegendRows) width)
        {
            var title = PlotlyText.Wrap(words.Title, width.Title);
            var subtitle = PlotlyText.Wrap(words.Subtitle, width.Subtitle);
            var legend = words.LegendRows == 0 ? 14 : 12 + (18 * Math.Min(words.LegendRows, width.LegendRows));
            var top = 34 + (20 * Lines(title)) + (16 * Lines(subtitle)) + legend + headRoom;
            return (
                new
                {
                    text = $"<b>{title}</b><br><span style=\"font-size:12px\">{subtitle}</span>",
                    x = 0,
                    xref = "container",
                    xanchor = "left",
                    y = 1,
                    yref = "container",
                    yanchor = "top",
                    pad = new { l = 10, t = 24 },
                    font = new { size = 15, color = JudgementPalette.Ink },
                },
                new { l = 12, r = sideRoom, t = top, b = footRoom, pad = 4 },
                plotHeight + top + footRoom);

            static int Lines(string text) => text.Split("<br>").Length;
        }

        var own = Frame(narrow);
        var broad = Frame(wide);
        var properties = new Dictionary<string, object?>
        {
            ["title"] = own.Title,
            ["font"] = new { family = "Arial, Helvetica, sans-serif", size = 13, color = JudgementPalette.Ink },
            ["paper_bgcolor"] = "rgba(0,0,0,0)",
            ["plot_bgcolor"] = "rgba(0,0,0,0)",
            ["autosize"] = true,
            ["height"] = own.Height,
            ["margin"] = own.Margin,
            ["showlegend"] = words.LegendRows > 0,
            ["legend"] = Legend(1 + ((double)headRoom / plotHeight)),
            ["hovermode"] = "closest",
            ["hoverlabel"] = new { align = "left", bgcolor = JudgementPalette.Paper, font = new { color = JudgementPalette.Ink } },
            ["dragmode"] = false,
            ["meta"] = new
            {
                alt = words.Alt,
                table = new { columns = table.Columns, rows = table.Rows },
                dark = JudgementPalette.OnDark,
                wide = new { from = WideFrom, layout = new { title = broad.Title, margin = broad.Margin, height = broad.Height } },
            },
        };
        foreach (var (name, value) in PropertiesOf(layout))
        {
            properties[name] = value;
        }

        var data = traces.Select(trace => PropertiesOf(trace.Properties).Prepend(new("type", trace.Type)).ToDictionary());
        var json = JsonSerializer.Serialize(new { data, layout = properties, frames = Array.Empty<object>() }, plain);
        return new(json, words.Title, words.Subtitle, words.Alt, table);
    }

    private static IEnumerable<KeyValuePair<string, object?>> PropertiesOf(object values) =>
        values.GetType().GetProperties().Select(property => KeyValuePair.Create(property.Name, property.GetValue(values)));
}

/// <summary>Marks of one kind.</summary>
/// <param name="Type">The kind, as plotly.js names it: "bar".</param>
/// <param name="Properties">An object whose properties are the trace's, in plotly.js's own names.</param>
internal sealed record Trace(string Type, object Properties);

/// <summary>What a chart says in words.</summary>
/// <param name="Title">The finding.</param>
/// <param name="Subtitle">How many, of when, and from where.</param>
/// <param name="Alt">The alt text.</param>
/// <param name="LegendRows">The lines of the legend on a narrow screen; 0 where the marks have their own labels.</param>
internal sealed record ChartWords(string Title, string Subtitle, string Alt, int LegendRows = 3);
