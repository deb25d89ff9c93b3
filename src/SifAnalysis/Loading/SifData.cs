using SifAnalysis.Figures;
using SifAnalysis.Judgements;

namespace SifAnalysis.Loading;

/// <summary>Everything in a data folder: the authorities, their inspections, the figures to check and what they stand on.</summary>
/// <param name="Inspections">The inspections, among all authorities of the framework.</param>
/// <param name="PublishedFigures">The figures that publications state.</param>
/// <param name="OfficialCounts">The counts of official releases.</param>
/// <param name="Sources">The sources that rows name.</param>
public sealed record SifData(
    InspectionSet Inspections,
    IReadOnlyList<PublishedFigure> PublishedFigures,
    IReadOnlyList<OfficialCount> OfficialCounts,
    IReadOnlyList<Source> Sources)
{
    /// <summary>The folder of the tables that travel with the library; where it is missing, the first place where it should be.</summary>
    internal static string ShippedFolder
    {
        get
        {
            var beside = Path.GetDirectoryName(typeof(SifData).Assembly.Location)!;
            IReadOnlyList<string> places = [Path.Combine(beside, "data"), Path.GetFullPath(Path.Combine(beside, "..", "..", "data"))];
            return places.FirstOrDefault(place => File.Exists(Path.Combine(place, "inspections.csv"))) ?? places[0];
        }
    }

    /// <summary>Every authority of the framework.</summary>
    public IReadOnlyList<LocalAuthority> Authorities => Inspections.Authorities;

    /// <summary>Loads the tables that travel with the library: beside its assembly, or in its NuGet package.</summary>
    /// <exception cref="LoadException">The tables are not where the library looks for them, or have problems.</exception>
    public static SifData Load() => Load(ShippedFolder);

    /// <summary>How much of the data rests on sources of each rank, from the nearest to the inspection.</summary>
    public IReadOnlyList<SourceTally> SourcesByRank() =>
    [
        .. Sources.GroupBy(source => source.Rank).OrderBy(own => own.Key)
            .Select(own => new SourceTally(own.Key, own.Count(), own.Sum(source => source.RowsDated), own.Sum(source => source.RowsJudged))),
    ];

    /// <summary>Loads a data folder: <c>local-authorities.csv</c>, <c>inspections.csv</c>, <c>published-figures.csv</c>, <c>official-counts.csv</c>, <c>sources.csv</c>.</summary>
    /// <param name="folder">The folder, against the current one if it is relative.</param>
    /// <exception cref="LoadException">A file is missing or has problems; every problem of every file is named.</exception>
    public static SifData Load(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (!Directory.Exists(folder))
        {
            throw new LoadException([new LoadProblem(folder, 0, null, null, "there is no such folder; give the folder that holds inspections.csv.")]);
        }

        var authorities = AuthorityTable.Load(Path.Combine(folder, "local-authorities.csv"));
        var inspections = InspectionTable.Load(Path.Combine(folder, "inspections.csv"), authorities.Rows);
        var figures = FigureTables.LoadFigures(Path.Combine(folder, "published-figures.csv"));
        var counts = FigureTables.LoadOfficialCounts(Path.Combine(folder, "official-counts.csv"));
        var sources = FigureTables.LoadSources(Path.Combine(folder, "sources.csv"));
        IReadOnlyList<LoadProblem> problems =
            [.. authorities.Problems, .. inspections.Problems, .. figures.Problems, .. counts.Problems, .. sources.Problems];
        return problems.Count > 0
            ? throw new LoadException(problems)
            : new SifData(new InspectionSet(authorities.Rows, inspections.Rows), figures.Rows, counts.Rows, sources.Rows);
    }
}
