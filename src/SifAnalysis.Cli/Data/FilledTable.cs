using SifAnalysis.Figures;
using SifAnalysis.Judgements;
using SifAnalysis.Loading;

namespace SifAnalysis.Cli.Data;

/// <summary>One of the kit's tables with its rows: what the build writes, the data package describes and exports take.</summary>
/// <param name="Table">The table.</param>
/// <param name="Rows">Its rows: for each column a value of its kind, or <see langword="null"/> where it is not known.</param>
/// <param name="Csv">Makes the text of its file.</param>
internal sealed record FilledTable(DataTable Table, IReadOnlyList<IReadOnlyList<object?>> Rows, Func<string> Csv)
{
    /// <summary>Every table, in the order of <see cref="DataTables.All"/>, its rows in the order of the kit's files.</summary>
    public static IReadOnlyList<FilledTable> All(SifData data) =>
    [
        Of(AuthorityTable.Table,
            data.Histories.Select(history => history.Authority).OrderBy(authority => authority.Name, StringComparer.Ordinal)),
        Of(InspectionTable.Sif, ByAuthorityAndDay(data.Inspections.Concat(data.Inspections.BoardReviews))),
        Of(InspectionTable.Ilacs, ByAuthorityAndDay(data.Ilacs)),
        Of(LocalFactsTable.Table,
            data.LocalFacts.OrderBy(facts => facts.Authority, StringComparer.Ordinal).ThenBy(facts => facts.Number)),
        Of(AuthorityRelations.Successions, data.Successions),
        Of(AuthorityRelations.Neighbours, data.Neighbours),
        Of(AreaTable.Table, data.Areas),
        Of(FigureTables.Figures, data.PublishedFigures),
        Of(FigureTables.Counts, data.OfficialCounts),
        Of(SourceTable.Table, data.Sources),
    ];

    private static FilledTable Of<T>(DataTable<T> table, IEnumerable<T> records)
    {
        var rows = records.ToList();
        return new FilledTable(table, [.. rows.Select(table.Values)], () => table.ToCsv(rows));
    }

    private static IEnumerable<Inspection> ByAuthorityAndDay(IEnumerable<Inspection> inspections) =>
        inspections.OrderBy(inspection => inspection.Authority.Name, StringComparer.Ordinal).ThenBy(inspection => inspection.Published);
}
