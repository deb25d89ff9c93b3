using System.Xml;

namespace SifAnalysis.Loading;

/// <summary>A sheet of a workbook, and the part that holds it.</summary>
internal sealed record ExcelSheetPlace(string Name, string Part, bool IsHidden);

/// <summary>What a workbook says of itself.</summary>
/// <param name="Sheets">Its sheets, in their order.</param>
/// <param name="From1904">Whether days are counted from 1904.</param>
internal sealed record ExcelBook(IReadOnlyList<ExcelSheetPlace> Sheets, bool From1904)
{
    private const int MostSheets = 1000;

    /// <summary>Reads what a workbook says of itself.</summary>
    /// <exception cref="UnreadableFileException">A part of it is missing.</exception>
    public static ExcelBook Of(BoundedZip zip)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        using (var xml = zip.Xml("xl/_rels/workbook.xml.rels"))
        {
            while (xml.Read())
            {
                if (xml.LocalName == "Relationship" && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target)
                {
                    parts[id] = target.StartsWith('/') ? target : $"xl/{target}";
                }
            }
        }

        var sheets = new List<ExcelSheetPlace>();
        var from1904 = false;
        using (var xml = zip.Xml("xl/workbook.xml"))
        {
            while (xml.Read())
            {
                if (xml.LocalName == "workbookPr" && xml.NodeType == XmlNodeType.Element)
                {
                    from1904 = xml.GetAttribute("date1904") is "1" or "true";
                }
                else if (xml.LocalName == "sheet" && xml.NodeType == XmlNodeType.Element)
                {
                    sheets.Add(new(xml.GetAttribute("name") ?? "", parts.GetValueOrDefault(RelationOf(xml), ""), xml
                        .GetAttribute("state") is "hidden" or "veryHidden"));
                }
            }
        }

        return sheets.Count is > 0 and <= MostSheets
            ? new ExcelBook(sheets, from1904)
            : throw new UnreadableFileException($"the workbook has {sheets.Count} sheets; expected 1 to {MostSheets}.");
    }

    // The attribute is r:id, in one of two namespaces.
    private static string RelationOf(XmlReader sheet)
    {
        var id = "";
        for (var more = sheet.MoveToFirstAttribute(); more; more = sheet.MoveToNextAttribute())
        {
            id = sheet.LocalName == "id" && sheet.Prefix.Length > 0 ? sheet.Value : id;
        }

        sheet.MoveToElement();
        return id;
    }
}
