using System.Globalization;
using SifAnalysis.Findings;

namespace SifAnalysis.Loading;

/// <summary>How a file was taken, so that a reader can see where the kit understood it otherwise than it was meant.</summary>
/// <param name="Format">What kind of file it is: "CSV", "Excel workbook".</param>
/// <param name="HeaderLine">The line, or row of a sheet, in which the headings stand; 0 where a file names its columns otherwise.</param>
public sealed record TableReading(string Format, int HeaderLine)
{
    private const int LongestTold = 100;

    /// <summary>The encoding of a text file.</summary>
    public string? Encoding { get; init; }

    /// <summary>The separator of a text file.</summary>
    public char? Separator { get; init; }

    /// <summary>The sheet.</summary>
    public string? Sheet { get; init; }

    /// <summary>The other sheets of the file, which were not read.</summary>
    public IReadOnlyList<string> OtherSheets { get; init; } = [];

    /// <summary>What stands above the headings.</summary>
    public IReadOnlyList<PlacedText> Above { get; init; } = [];

    /// <summary>What stands below the rows: sources and footnotes.</summary>
    public IReadOnlyList<PlacedText> Below { get; init; } = [];

    /// <summary>The columns that mean something to the kit, and by which heading; empty where a table is read for what it is.</summary>
    public IReadOnlyList<TakenColumn> Columns { get; init; } = [];

    /// <summary>The headings that mean nothing to the kit; their columns are passed over.</summary>
    public IReadOnlyList<string> PassedOver { get; init; } = [];

    /// <summary>Values that were taken for something else than they say. What is a guess says so.</summary>
    public IReadOnlyList<ReadingNote> Values { get; init; } = [];

    /// <summary>What is unusual, in sentences: hidden rows, merged cells, headings that repeat.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>What was understood, a sentence a line.</summary>
    public IReadOnlyList<string> Sentences =>
    [
        Took(),
        .. OtherSheets.Count == 0 ? [] : (IEnumerable<string>)[$"Other sheets, not read: {string.Join(", ", OtherSheets)}."],
        .. HeaderLine == 0 ? [] : (IEnumerable<string>)[string.Create(CultureInfo.InvariantCulture, $"Headings: {LineName} {HeaderLine}.")],
        .. Texts("Above the headings", Above),
        .. Texts("Below the rows", Below),
        .. Columns.Count == 0 ? [] : (IEnumerable<string>)[$"Columns: {string.Join(", ", Columns)}."],
        .. PassedOver.Count == 0 ? [] : (IEnumerable<string>)[$"Not read, as the kit has no such column: {string.Join(", ", PassedOver)}."],
        .. Remarks,
        .. Values.Select(value => $"{value}."),
    ];

    private string LineName => Sheet is null ? "line" : "row";

    /// <summary>Every sentence, parted by blanks.</summary>
    public override string ToString() => string.Join(" ", Sentences);

    private static string SeparatorName(char separator) => separator switch
    {
        ',' => "commas",
        ';' => "semicolons",
        '\t' => "tabs",
        '|' => "vertical bars",
        ' ' => "blanks",
        _ => $"\"{separator}\"",
    };

    private static string Cut(string text) => text.Length > LongestTold ? $"{text[..LongestTold]}…" : text;

    private string Took() => string.Concat(
        $"Taken as {Format}",
        Sheet is null ? "" : $", sheet {Sheet}",
        Separator is { } separator ? $" with {SeparatorName(separator)}" : "",
        Encoding is null ? "" : $", in {Encoding}",
        ".");

    private IEnumerable<string> Texts(string where, IReadOnlyList<PlacedText> texts) => texts.Count == 0
        ? []
        : [string.Create(
            CultureInfo.InvariantCulture,
            $"{where}: {Words.Counted(texts.Count, "line")} of text, from {LineName} {texts[0].Line}: \"{Cut(texts[0].Text)}\".")];
}
