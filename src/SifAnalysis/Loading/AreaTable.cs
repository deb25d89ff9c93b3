using SifAnalysis.Judgements;
using static SifAnalysis.Loading.ColumnKind;

namespace SifAnalysis.Loading;

/// <summary>The table of how the judgement areas of the two frameworks correspond.</summary>
public static class AreaTable
{
    /// <summary>How the judgement areas of the two frameworks correspond.</summary>
    public static DataTable<AreaCorrespondence> Table { get; } = new(
        "judgement-areas",
        "How the judgement areas of the SIF and of ILACS correspond, and where they do not",
        ["area"],
        [
            InspectionColumns.AreaColumn<AreaCorrespondence>("The area as the kit names it.",
                area => area.Area) with { IsRequired = true, IsUnique = true },
            new("sif", Text, "The words of the SIF.", area => area.Sif) { IsRequired = true },
            new("ilacs", Text, "The words of ILACS; blank where it has no such judgement.", area => area.Ilacs),
            TableColumn.Choice<AreaCorrespondence>("correspondence", "How near the two are.", Enum.GetValues<Correspondence>()
                .Select(TableColumn.AsWord), area => TableColumn.AsWord(area.Correspondence)) with { IsRequired = true },
            new("note", Text, "What differs.", area => area.Note) { IsRequired = true },
        ]);

    /// <summary>Loads the correspondences of a CSV file.</summary>
    /// <param name="path">The file, as <c>data/judgement-areas.csv</c>.</param>
    public static Loaded<AreaCorrespondence> Load(string path) => CsvTable.Read(path, Table, row =>
        row.Area() is { } area && row.Text("sif") is { } sif && row.Text("note") is { } note
        && row.Choice<Correspondence>("correspondence", TableColumn.AsWord) is { } correspondence
            ? new AreaCorrespondence(area, sif, row.Text("ilacs"), correspondence, note)
            : null);
}
