using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;
using SifAnalysis.Display;

namespace SifAnalysis.Notebooks.Display;

/// <summary>
/// Charts of Plotly.NET, whichever version of it a cell brings and from wherever: as soon as it is loaded its charts draw, without a
/// network, by the plotly.js that the package itself carries.
/// </summary>
internal static class PlotlyNet
{
    private const string Name = "Plotly.NET";
    private const string Mime = "application/vnd.plotly.v1+json";

    private static readonly ConditionalWeakTable<Assembly, Lazy<string>> Scripts = [];
    private static readonly ConcurrentDictionary<Assembly, bool> Registered = new();
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, int> Shown = [];

    /// <summary>Registers charts of every Plotly.NET that is loaded, now or later.</summary>
    public static void Watch()
    {
        AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) => Register(loaded.LoadedAssembly);
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
        {
            Register(assembly);
        }
    }

    /// <summary>Starts a notebook, whose first chart brings plotly.js along.</summary>
    public static void StartNotebook()
    {
        lock (Gate)
        {
            Shown.Clear();
        }
    }

    /// <summary>Registers charts of the Plotly.NET of which a value is, where that could not be done when it was loaded.</summary>
    public static void Register(Type type)
    {
        if (type.Namespace == Name)
        {
            Register(type.Assembly);
        }
    }

    private static void Register(Assembly assembly)
    {
        if (assembly.GetName().Name != Name || Registered.ContainsKey(assembly) || assembly.GetType($"{Name}.GenericChart") is not { } type
            || type.GetMethod("toFigureJson", BindingFlags.Public | BindingFlags.Static) is not { } write)
        {
            return;
        }

        string Json(object chart) => (string)write.Invoke(null, [chart])!;
        Formatter.Register(type, (chart, text) => text.Write(Json(chart)), Mime);
        Formatter.Register(type, (chart, text) => text.Write(Html(Json(chart), Scripts.GetValue(assembly, each => new Lazy<string>(() => Packed(each))).Value)), HtmlFormatter.MimeType);
        Formatter.Register(type, (chart, text) => text.Write(Title(Json(chart))), PlainTextFormatter.MimeType);
        Formatter.SetPreferredMimeTypesFor(type, Mime, HtmlFormatter.MimeType, PlainTextFormatter.MimeType);
        Registered.TryAdd(assembly, true);
    }

    private static string Html(string json, string script)
    {
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(json)), 0, 6);
        int times;
        bool first;
        lock (Gate)
        {
            first = Shown.Count == 0;
            times = Shown[hash] = Shown.GetValueOrDefault(hash) + 1;
        }

        var id = string.Create(CultureInfo.InvariantCulture, $"plotly-{hash}-{times}");
        var title = PagedTable.Encode(Title(json));
        var library = first || times > 1 ? $"<script>{Resource("library.js")}(\"{script}\");</script>" : "";
        var figure = json.Replace("<", "\\u003c", StringComparison.Ordinal);
        return $"<figure class=\"sif-chart\" style=\"margin:0\"><div id=\"{id}\" role=\"img\" aria-label=\"{title}\" style=\"min-height:400px\"><p>{title}</p></div>"
            + $"{library}<script>{Resource("chart.js")}(\"{id}\", {figure});</script></figure>";
    }

    private static string Title(string json)
    {
        var title = JsonNode.Parse(json)?["layout"]?["title"];
        return (title is JsonObject named ? named["text"] : title) is JsonValue text ? $"Chart: {text}" : "Chart";
    }

    private static string Packed(Assembly assembly)
    {
        var name = assembly.GetManifestResourceNames().Single(each => each.EndsWith(".min.js", StringComparison.Ordinal));
        using var script = assembly.GetManifestResourceStream(name)!;
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            script.CopyTo(gzip);
        }

        return Convert.ToBase64String(packed.ToArray());
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(PlotlyNet).Assembly.GetManifestResourceStream($"Display.{name}")!, Encoding.UTF8);
        return reader.ReadToEnd().TrimEnd();
    }
}
