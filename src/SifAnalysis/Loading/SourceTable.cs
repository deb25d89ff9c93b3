using SifAnalysis.Judgements;
using static SifAnalysis.Loading.ColumnKind;

namespace SifAnalysis.Loading;

/// <summary>The table of sources.</summary>
public static class SourceTable
{
    /// <summary>The sources that rows name.</summary>
    public static DataTable<Source> Table { get; } = new(
        "sources",
        "The sources that rows name",
        ["id"],
        [
            new("id", Text, "Identifier: S and the start of the title's SHA-256.",
                source => source.Id) { IsRequired = true, IsUnique =
                true, Pattern = "^S[0-9a-f]{8}$", Example = "S and eight digits or letters a to f" },
            TableColumn.Choice<Source>("rank", "How near the source stands to the inspection.", Enum.GetValues<SourceRank>()
                .Select(TableColumn.AsWord), source => TableColumn.AsWord(source.Rank)) with { IsRequired = true },
            new("title", Text, "The source, as rows cite it.", source => source.Title) { IsRequired = true },
            new("rows_dated", WholeNumber, "Rows whose dates it gives.", source => source.RowsDated) { Minimum = 0 },
            new("rows_judged", WholeNumber, "Rows whose judgements it gives, alone or with others.",
                source => source.RowsJudged) { Minimum = 0 },
        ]);

    /// <summary>Loads the sources of a CSV file.</summary>
    /// <param name="path">The file, as <c>data/sources.csv</c>.</param>
    public static Loaded<Source> Load(string path) => CsvTable.Read(path, Table, Source);

    private static Source? Source(CsvTable row)
    {
        var (id, title) = (row.Text("id"), row.Text("title"));
        var rank = row.Choice<SourceRank>("rank", TableColumn.AsWord);
        var (dated, judged) = (row.Integer("rows_dated") ?? 0, row.Integer("rows_judged") ?? 0);
        return id is null || title is null || rank is null ? null
            : new Source(id, rank.Value, title) { RowsDated = dated, RowsJudged = judged };
    }
}
