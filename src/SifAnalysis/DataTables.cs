using SifAnalysis.Figures;
using SifAnalysis.Loading;

namespace SifAnalysis;

/// <summary>Every table of the kit with its columns: what exports, the data package and the codebook go by.</summary>
public static class DataTables
{
    /// <summary>The tables, in the order in which a reader meets them.</summary>
    public static IReadOnlyList<DataTable> All { get; } =
    [
        AuthorityTable.Table, InspectionTable.Sif, InspectionTable.Ilacs, LocalFactsTable.Table, AuthorityRelations.Successions,
        AuthorityRelations.Neighbours, AreaTable.Table, FigureTables.Figures, FigureTables.Counts, SourceTable.Table,
    ];
}
