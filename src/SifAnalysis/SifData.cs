using Microsoft.Data.Analysis;
using SifAnalysis.Figures;
using SifAnalysis.Judgements;
using SifAnalysis.Loading;

namespace SifAnalysis;

/// <summary>Everything in a data folder: the authorities, their inspections under both frameworks, and what they stand on.</summary>
/// <param name="Inspections">The inspections under the SIF, among the authorities of its days.</param>
/// <param name="PublishedFigures">The figures that publications state.</param>
/// <param name="OfficialCounts">The counts of official releases.</param>
/// <param name="Sources">The sources that rows name.</param>
public sealed partial record SifData(
    InspectionSet Inspections,
    IReadOnlyList<PublishedFigure> PublishedFigures,
    IReadOnlyList<OfficialCount> OfficialCounts,
    IReadOnlyList<Source> Sources)
{
    /// <summary>The folder of the tables that travel with the library; where it is missing, the first place where it should be.</summary>
    public static string ShippedFolder
    {
        get
        {
            var beside = Path.GetDirectoryName(typeof(SifData).Assembly.Location)!;
            IReadOnlyList<string> places = [Path.Combine(beside, "data"), Path.GetFullPath(Path.Combine(beside, "..", "..", "data"))];
            return places.FirstOrDefault(place => File.Exists(Path.Combine(place, "inspections.csv"))) ?? places[0];
        }
    }

    /// <summary>The authorities of the SIF's days.</summary>
    public IReadOnlyList<LocalAuthority> Authorities => Inspections.Authorities;

    /// <summary>The inspections under ILACS, which followed, among the authorities of its days.</summary>
    public InspectionSet Ilacs { get; init; } = new([], []);

    /// <summary>What each report of the SIF says of its area.</summary>
    public IReadOnlyList<LocalFacts> LocalFacts { get; init; } = [];

    /// <summary>The authorities abolished since, and those that took their place.</summary>
    public IReadOnlyList<Succession> Successions { get; init; } = [];

    /// <summary>The statistical neighbours of each authority.</summary>
    public IReadOnlyList<StatisticalNeighbour> Neighbours { get; init; } = [];

    /// <summary>How the judgement areas of the two frameworks correspond.</summary>
    public IReadOnlyList<AreaCorrespondence> Areas { get; init; } = [];

    /// <summary>Loads the tables that travel with the library: beside its assembly, or in its NuGet package.</summary>
    /// <exception cref="LoadException">The tables are not where the library looks for them, or have problems.</exception>
    public static SifData Load() => Load(ShippedFolder);

    /// <summary>Loads a data folder, whose tables are those of <see cref="DataTables.All"/>.</summary>
    /// <param name="folder">The folder, against the current one if it is relative.</param>
    /// <exception cref="LoadException">A file is missing or has problems; every problem of every file is named.</exception>
    public static SifData Load(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (!Directory.Exists(folder))
        {
            throw new LoadException(
                [new LoadProblem(folder, 0, null, null, "there is no such folder; give the folder that holds inspections.csv.")]);
        }

        string Of(DataTable table) => Path.Combine(folder, $"{table.Name}.csv");
        var authorities = AuthorityTable.Load(Of(AuthorityTable.Table));
        var inspections = InspectionTable.Load(Of(InspectionTable.Sif), authorities.Rows);
        var later = InspectionTable.Load(Of(InspectionTable.Ilacs), authorities.Rows, Framework.Ilacs);
        var facts = LocalFactsTable.Load(Of(LocalFactsTable.Table), inspections.Rows);
        var successions = AuthorityRelations.LoadSuccessions(Of(AuthorityRelations.Successions), authorities.Rows);
        var neighbours = AuthorityRelations.LoadNeighbours(Of(AuthorityRelations.Neighbours), authorities.Rows);
        var areas = AreaTable.Load(Of(AreaTable.Table));
        var figures = FigureTables.LoadFigures(Of(FigureTables.Figures));
        var counts = FigureTables.LoadOfficialCounts(Of(FigureTables.Counts));
        var sources = SourceTable.Load(Of(SourceTable.Table));
        IReadOnlyList<LoadProblem> problems =
        [
            .. authorities.Problems, .. inspections.Problems, .. later.Problems,
                .. facts.Problems, .. successions.Problems, .. neighbours.Problems,
            .. areas.Problems, .. figures.Problems, .. counts.Problems, .. sources.Problems,
        ];
        return problems.Count > 0
            ? throw new LoadException(problems)
            : new SifData(new InspectionSet(authorities.Rows.Where(authority => Framework.Sif.Covers(authority)), inspections.Rows),
                figures.Rows, counts.Rows, sources.Rows)
            {
                Ilacs = new InspectionSet(authorities.Rows.Where(authority => Framework.Ilacs.Covers(authority)), later.Rows),
                LocalFacts = facts.Rows,
                Successions = successions.Rows,
                Neighbours = neighbours.Rows,
                Areas = areas.Rows,
            };
    }

    /// <summary>Every published figure beside what the rows give.</summary>
    /// <exception cref="LoadException">A figure names a measure that does not exist, or lacks what its measure needs.</exception>
    public IReadOnlyList<FigureCheck> CheckFigures() => CheckFigures(FigureDays());

    /// <summary>Every published figure beside what the rows give, by the days on which each holds.</summary>
    /// <param name="days">The answer of <see cref="FigureDays"/>, where it is there already.</param>
    /// <exception cref="ArgumentNullException">The days are <see langword="null"/>.</exception>
    public IReadOnlyList<FigureCheck> CheckFigures(IReadOnlyList<PublicationDays> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        return FigureChecks.Check(PublishedFigures, Inspections, OfficialCounts, days);
    }

    /// <summary>The days on which the figures of each publication hold, and hold together.</summary>
    /// <exception cref="LoadException">A figure names a measure that does not exist, or lacks what its measure needs.</exception>
    public IReadOnlyList<PublicationDays> FigureDays() => FigureChecks.Days(PublishedFigures, Inspections);

    /// <summary>A verdict for each official release beside the rows.</summary>
    public IReadOnlyList<ReleaseCheck> CheckReleases() => OfficialReleases.Check(OfficialCounts, Inspections);

    /// <summary>How much of the data rests on sources of each rank, from the nearest to the inspection.</summary>
    public IReadOnlyList<SourceTally> SourcesByRank() =>
    [
        .. Sources.GroupBy(source => source.Rank).OrderBy(own => own.Key)
            .Select(own =>
                new SourceTally(own.Key, own.Count(), own.Sum(source => source.RowsDated), own.Sum(source => source.RowsJudged))),
    ];

    /// <summary>What the report of an inspection says of its area, or <see langword="null"/> where the table has no row of it.</summary>
    /// <exception cref="ArgumentNullException">The inspection is <see langword="null"/>.</exception>
    public LocalFacts? FactsOf(Inspection inspection)
    {
        ArgumentNullException.ThrowIfNull(inspection);
        return LocalFacts.FirstOrDefault(facts => facts.Authority == inspection.Authority.Name && facts.Number == inspection.Number);
    }

    /// <summary>Local facts as a data frame, one row an inspection; what is not stated is null.</summary>
    public DataFrame LocalFactsFrame() => LocalFactsTable.Table.ToDataFrame(LocalFacts);
}
