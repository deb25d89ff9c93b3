using SifAnalysis.Cli.Data;
using SifAnalysis.Judgements;
using SifAnalysis.Large;
using SifAnalysis.Loading;

namespace SifAnalysis.Cli.Export;

/// <summary>The tables that can be exported: those of a data folder, and inspections in a file of the user's own.</summary>
internal static class TableSources
{
    /// <summary>The tables of a data folder.</summary>
    public static IReadOnlyList<TypedTable> Of(SifData data) =>
        [.. FilledTable.All(data).Select(filled => TypedTable.Of(filled.Table, filled.Rows))];

    /// <summary>
    /// The inspections of a file of any size, whatever its headings, separator and encoding, in the columns of the kit; where they are of
    /// schools, homes or settings, with their reference. The rows are read as they are written.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="folder">The data folder whose authorities rows may name.</param>
    /// <returns>
    /// The table; reading its rows to the end throws a <see cref="LoadException"/> where the file has problems, which names every one.
    /// </returns>
    public static TypedTable OfFile(string file, string folder)
    {
        var table = InspectionTable.Sif with
        {
            Name = Path.GetFileNameWithoutExtension(file),
            Title = $"Inspections of {Path.GetFileName(file)}",
        };
        if (LargeInspectionTable.ColumnsOf(file).Contains(InspectionTable.ProviderColumn))
        {
            var provider = new TableColumn<Inspection>(InspectionTable.ProviderColumn, ColumnKind.Text,
                "The reference of the school, home or setting inspected.", inspection => inspection.Provider);
            table = table with { Columns = [.. table.Columns.Take(2), provider, .. table.Columns.Skip(2)] };
        }

        return TypedTable.Of(table, Inspections(file, Validation.OwnAuthorities(folder)).Select(table.Values));
    }

    private static IEnumerable<Inspection> Inspections(string file, IReadOnlyList<LocalAuthority> authorities)
    {
        var problems = new ProblemLog();
        foreach (var inspection in LargeInspectionTable.Stream(file, authorities, problems))
        {
            yield return inspection;
        }

        new Loaded<Inspection>([], problems.Reported()).OrThrow();
    }
}
