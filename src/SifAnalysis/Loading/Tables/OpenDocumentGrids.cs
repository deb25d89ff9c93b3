using System.Globalization;
using System.Text;
using System.Xml;
using SifAnalysis.Findings;

namespace SifAnalysis.Loading;

/// <summary>The sheets of an OpenDocument spreadsheet, whose one part of content is read from its start to its end.</summary>
internal static class OpenDocumentGrids
{
    private const string Content = "content.xml";
    private const int MostColumns = 16_384;
    private const long MostCells = 50_000_000;

    /// <summary>The names of the sheets.</summary>
    public static IReadOnlyList<string> Names(string path, Stream file) => [.. Of(path, file, null).Select(grid => grid.Sheet!)];

    /// <summary>The sheets; only the one of the name where there is a name.</summary>
    /// <exception cref="UnreadableFileException">The file cannot be read, or has no such sheet.</exception>
    public static IEnumerable<Grid> Of(string path, Stream file, string? named)
    {
        using var zip = BoundedZip.Open(file);
        try
        {
            if (IsProtected(zip))
            {
                throw new UnreadableFileException("the spreadsheet is protected by a password; open it in LibreOffice, save it without "
                    + "the password and read it again.");
            }

            using var xml = zip.Xml(Content);
            var grids = new Reading(path, xml).Grids();
            var names = grids.Select(grid => grid.Sheet!).ToList();
            var wanted = grids.Where(grid => named is null || grid.Sheet!.Equals(named, StringComparison.OrdinalIgnoreCase))
                .Select(grid => grid with { Reading = grid.Reading with { OtherSheets = [.. names.Where(name => name != grid.Sheet)] } })
                    .ToList();
            return wanted.Count > 0 || named is null
                ? wanted
                : throw new UnreadableFileException($"there is no sheet {named}; the spreadsheet has {Words.Listed(names)}.");
        }
        catch (Exception cause) when (cause is XmlException or InvalidDataException or FormatException or OverflowException)
        {
            throw new UnreadableFileException(cause is XmlException && cause.Message.Contains("DTD", StringComparison.Ordinal)
                ? "the spreadsheet defines XML entities of its own, which no spreadsheet program writes; it is not read."
                : $"the spreadsheet is damaged ({cause.Message.Split('\n')[0].TrimEnd('.', '\r')}); open it in LibreOffice and save it "
                    + "anew.");
        }
    }

    private static bool IsProtected(BoundedZip zip)
    {
        const string Manifest = "META-INF/manifest.xml";
        if (!zip.Has(Manifest))
        {
            return false;
        }

        using var xml = zip.Xml(Manifest);
        while (xml.Read())
        {
            if (xml.LocalName == "encryption-data")
            {
                return true;
            }
        }

        return false;
    }

    private sealed class Reading(string path, XmlReader xml)
    {
        private readonly HashSet<string> hiddenStyles = new(StringComparer.Ordinal);
        private string style = "";
        private long cells;

        public List<Grid> Grids()
        {
            var grids = new List<Grid>();
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                switch (xml.LocalName)
                {
                    case "style":
                        style = Attribute("name") ?? "";
                        break;
                    case "table-properties" when Attribute("display") == "false":
                        hiddenStyles.Add(style);
                        break;
                    case "table" when xml.Prefix == "table":
                        grids.Add(Sheet());
                        break;
                    default:
                        break;
                }
            }

            return grids.Count > 0 ? grids : throw new UnreadableFileException("the file has no sheets; it may be a text document.");
        }

        private Grid Sheet()
        {
            var name = Attribute("name") ?? "";
            var isHidden = hiddenStyles.Contains(Attribute("style-name") ?? "");
            var (rows, problems, remarks) = (new List<GridRow>(), new List<LoadProblem>(), new List<string>());
            var (hidden, merged) = (new List<string>(), new List<string>());
            var line = 1;
            var depth = xml.Depth;
            if (!xml.IsEmptyElement)
            {
                while (xml.Read() && xml.Depth > depth)
                {
                    if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "table-row")
                    {
                        var repeated = Repeated("number-rows-repeated");
                        var isRowHidden = Attribute("visibility") is "collapse" or "filter";
                        var row = Row(line, name, problems, merged);
                        cells += row is { } full ? (long)full.Values.Length * repeated : 0;
                        if (cells > MostCells)
                        {
                            throw new UnreadableFileException($"the spreadsheet has more than {MostCells / 1_000_000} million cells, so "
                                + "it is not read; save the one sheet that you need as CSV.");
                        }

                        for (var copy = 0; row is not null && copy < repeated; copy++)
                        {
                            rows.Add(row.Value with { Line = line + copy });
                            if (isRowHidden)
                            {
                                hidden.Add((line + copy).ToString(CultureInfo.InvariantCulture));
                            }
                        }

                        line = checked(line + repeated);
                    }
                }
            }

            Say("Merged cells, whose value stands in the first alone", merged);
            Say("Hidden rows, which were read like the others", hidden);
            if (isHidden)
            {
                remarks.Insert(0, "The sheet is hidden.");
            }

            return new Grid(path, rows)
            {
                Sheet = name,
                IsHidden = isHidden,
                Problems = problems,
                Reading = new TableReading("OpenDocument spreadsheet", 0) { Sheet = name, Remarks = remarks },
            };

            void Say(string what, List<string> places)
            {
                const int Most = 5;
                if (places.Count > 0)
                {
                    remarks.Add(
                        $"{what}: {string.Join(", ", places.Take(Most))}"
                            + $"{(places.Count > Most ? $" and {places.Count - Most} more" : "")}.");
                }
            }
        }

        private GridRow? Row(int line, string sheet, List<LoadProblem> problems, List<string> merged)
        {
            if (xml.IsEmptyElement)
            {
                return null;
            }

            var values = new List<object?>();
            var at = 0;
            var depth = xml.Depth;
            while (xml.Read() && xml.Depth > depth)
            {
                if (xml.NodeType != XmlNodeType.Element || xml.LocalName is not ("table-cell" or "covered-table-cell"))
                {
                    continue;
                }

                var repeated = Repeated("number-columns-repeated");
                var place = $"cell {CellPlace.ColumnName(at + 1)}{line}";
                if (Span("number-columns-spanned") * Span("number-rows-spanned") > 1 && merged.Count < ProblemLog.Most)
                {
                    merged.Add(new CellRange(at + 1, line, at + Span("number-columns-spanned"), line + Span("number-rows-spanned") - 1)
                        .ToString());
                }

                var isFormula = Attribute("formula") is not null;
                var value = Value();
                if (value is null && isFormula && !wasText && problems.Count < ProblemLog.Most)
                {
                    problems.Add(new LoadProblem(path, line, place, null, "a formula without a stored result; open the spreadsheet in "
                        + "LibreOffice, save it, and read it again.")
                    { Sheet = sheet });
                }

                if (value is not null)
                {
                    if (at + (long)repeated > MostColumns)
                    {
                        throw new UnreadableFileException($"the sheet {sheet} is damaged: row {line} has more than {MostColumns} cells; "
                            + "open it in LibreOffice and save it anew.");
                    }

                    while (values.Count < at)
                    {
                        values.Add(null);
                    }

                    values.AddRange(Enumerable.Repeat(value, repeated));
                }

                at = (int)Math.Min((long)at + repeated, int.MaxValue / 2);
            }

            return GridRow.Of(line, values);
        }

        private bool wasText;

        // On leaving, the reader stands on the end of the cell.
        private object? Value()
        {
            var type = Attribute("value-type");
            var (number, day, truth, stated, time) = (Attribute("value"), Attribute("date-value"), Attribute("boolean-value"),
                Attribute("string-value"), Attribute("time-value"));
            wasText = type == "string";
            var text = GridRow.Trimmed(stated ?? Text());
            return type switch
            {
                "float" or "percentage" or "currency" when double
                    .TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) => value,
                "date" when DateTime.TryParse(day, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment) => moment,
                "boolean" when truth is "true" or "false" => truth == "true",
                "time" when time is not null => text ?? time,
                _ => text,
            };
        }

        // The paragraphs of a cell are its lines; notes are not part of its text.
        private string Text()
        {
            if (xml.IsEmptyElement)
            {
                return "";
            }

            var text = new StringBuilder();
            var depth = xml.Depth;
            while (xml.Read() && xml.Depth > depth)
            {
                switch (xml.NodeType)
                {
                    case XmlNodeType.Element when xml.LocalName is "annotation" && !xml.IsEmptyElement:
                        var inner = xml.Depth;
                        while (xml.Read() && xml.Depth > inner)
                        {
                        }

                        break;
                    case XmlNodeType.Element when xml.LocalName is "p":
                        text.Append(text.Length > 0 ? "\n" : "");
                        break;
                    case XmlNodeType.Element when xml.LocalName is "s":
                        text.Append(' ', Math.Min(Repeated("c"), 100));
                        break;
                    case XmlNodeType.Element when xml.LocalName is "tab":
                        text.Append('\t');
                        break;
                    case XmlNodeType.Element when xml.LocalName is "line-break":
                        text.Append('\n');
                        break;
                    case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA:
                        text.Append(xml.Value);
                        break;
                    default:
                        break;
                }
            }

            return text.ToString();
        }

        private int Repeated(string name) => Attribute(name) is { } number
            ? int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture) : 1;

        private int Span(string name) => Math.Clamp(Repeated(name), 1, MostColumns);

        // Prefixes may be any, but the names of these attributes are each in one namespace only.
        private string? Attribute(string name)
        {
            string? value = null;
            for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
            {
                if (xml.LocalName == name && !xml.Prefix.Equals("calcext", StringComparison.Ordinal))
                {
                    value = xml.Value;
                    break;
                }
            }

            xml.MoveToElement();
            return value;
        }
    }
}
