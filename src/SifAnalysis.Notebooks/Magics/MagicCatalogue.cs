namespace SifAnalysis.Notebooks.Magics;

/// <summary>The magic commands that the session knows.</summary>
internal static class MagicCatalogue
{
    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<IMagic> All { get; } =
    [
        new AboutMagic(),
        new CSharpMagic(),
        new ShownText("html", [], "shows the text as HTML", "text/html", text => text),
        new ImportMagic(),
        new ShownText("javascript", ["js"], "runs the text in the page", "text/html", text => $"<script type=\"module\">\n{text}\n</script>"),
        new ListMagic(),
        new ShownText("markdown", ["md"], "shows the text as Markdown", "text/markdown", text => text),
        new MermaidMagic(),
        new SetMagic(),
        new ShareMagic(),
        new SqlMagic(),
        new TimeMagic(),
        new ValueMagic(),
        new WhoMagic(),
        new WhosMagic(),
    ];

    /// <summary>Those of .NET Interactive that the session does not have, each with what to use instead.</summary>
    public static IReadOnlyList<IMagic> Refused { get; } =
    [
        new RefusedMagic("connect", [], "there are no other kernels to connect to; read files by `#!sql`, and a database by its package, as in `#r \"nuget: Npgsql\"`"),
        new RefusedMagic("fsharp", ["f#", "fs"], "the kernel speaks C#; build F# code as a library and reference it by `#r`"),
        new RefusedMagic("http", [], "make requests in C# by `HttpClient`"),
        new RefusedMagic("kql", [], "the kernel has no Kusto client; use its package from C#"),
        new RefusedMagic("pwsh", ["powershell"], "the kernel runs no shell; start programs in C# by `System.Diagnostics.Process`"),
    ];

    private static readonly Dictionary<string, IMagic> ByName = All.Concat(Refused)
        .SelectMany(magic => magic.OtherNames.Prepend(magic.Name), (magic, name) => (magic, name))
        .ToDictionary(pair => pair.name, pair => pair.magic, StringComparer.Ordinal);

    /// <summary>The magic of a name, or <see langword="null"/>.</summary>
    public static IMagic? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The magic whose name is most like one that is mistyped.</summary>
    public static IMagic Nearest(string name) =>
        All.FirstOrDefault(magic => name.Length > 0 && magic.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase))
        ?? All.MinBy(magic => Difference(magic.Name, name))!;

    private static int Difference(string left, string right) =>
        left.Except(right).Count() + right.Except(left).Count() + Math.Abs(left.Length - right.Length);
}
