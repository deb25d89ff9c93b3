using SifAnalysis.Judgements;
using static SifAnalysis.Loading.ColumnKind;

namespace SifAnalysis.Loading;

/// <summary>The tables of successors and of statistical neighbours.</summary>
public static class AuthorityRelations
{
    /// <summary>Authorities that were abolished, and those that took their place.</summary>
    public static DataTable<Succession> Successions { get; } = new(
        "successors",
        "Authorities abolished since the SIF, and what took their place",
        ["predecessor", "successor"],
        [
            new("predecessor", Text, "The authority abolished.", succession => succession.Predecessor) { IsRequired = true },
            new("successor", Text, "The authority that took its place, or a part of it.",
                succession => succession.Successor) { IsRequired = true },
            new("from", Date, "First day of the successor.", succession => succession.From) { IsRequired = true },
            new("source", Text, "The order that says so.", succession => succession.Source) { IsRequired = true },
        ])
    {
        AuthorityColumns = ["predecessor", "successor"],
    };

    /// <summary>The ten statistical neighbours of each authority.</summary>
    public static DataTable<StatisticalNeighbour> Neighbours { get; } = new(
        "statistical-neighbours",
        "The ten statistical neighbours of each authority, nearest first, in two editions",
        ["authority", "edition", "rank"],
        [
            new("authority", Text, "The authority.", neighbour => neighbour.Authority) { IsRequired = true },
            TableColumn.Choice<StatisticalNeighbour>("edition", "The edition of the list.",
                ["current", "previous"], neighbour => neighbour.Edition) with { IsRequired = true },
            new("rank", WholeNumber, "1 for the nearest, 10 for the furthest.",
                neighbour => neighbour.Rank) { IsRequired = true, Minimum = 1 },
            new("neighbour", Text, "The neighbour.", neighbour => neighbour.Neighbour) { IsRequired = true },
        ])
    {
        AuthorityColumns = ["authority", "neighbour"],
    };

    /// <summary>Loads the successors of a CSV file.</summary>
    /// <param name="path">The file, as <c>data/successors.csv</c>.</param>
    /// <param name="authorities">The authorities that rows may name.</param>
    /// <exception cref="ArgumentNullException">The authorities are <see langword="null"/>.</exception>
    public static Loaded<Succession> LoadSuccessions(string path, IReadOnlyList<LocalAuthority> authorities)
    {
        var known = Known(authorities);
        return CsvTable.Read(path, Successions, row =>
            Named(row, "predecessor", known) is { } predecessor && Named(row, "successor", known) is { } successor
            && row.Date("from") is { } from && row.Text("source") is { } source
                ? new Succession(predecessor, successor, from, source)
                : null);
    }

    /// <summary>Loads the statistical neighbours of a CSV file.</summary>
    /// <param name="path">The file, as <c>data/statistical-neighbours.csv</c>.</param>
    /// <param name="authorities">The authorities that rows may name.</param>
    /// <exception cref="ArgumentNullException">The authorities are <see langword="null"/>.</exception>
    public static Loaded<StatisticalNeighbour> LoadNeighbours(string path, IReadOnlyList<LocalAuthority> authorities)
    {
        var known = Known(authorities);
        return CsvTable.Read(path, Neighbours, row =>
            Named(row, "authority", known) is { } authority && Named(row, "neighbour", known) is { } neighbour
            && row.Text("edition") is { } edition && row.Integer("rank") is { } rank
                ? new StatisticalNeighbour(authority, edition, rank, neighbour)
                : null);
    }

    private static HashSet<string> Known(IReadOnlyList<LocalAuthority> authorities)
    {
        ArgumentNullException.ThrowIfNull(authorities);
        return [.. authorities.Select(authority => authority.Name)];
    }

    private static string? Named(CsvTable row, string column, HashSet<string> known)
    {
        var name = row.Text(column);
        if (name is not null && !known.Contains(name))
        {
            row.Problem(column, name, "no such local authority; see local-authorities.csv for their names.");
        }

        return name;
    }
}
