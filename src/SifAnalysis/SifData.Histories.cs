using System.Globalization;
using SifAnalysis.Judgements;
using SifAnalysis.Loading;
using SifAnalysis.Statistics;

namespace SifAnalysis;

/// <content>Authorities over both frameworks, and what the reports say of their areas.</content>
public sealed partial record SifData
{
    /// <summary>
    /// The history of every authority of either framework, by name, with those of the authorities before and after it. Authorities are
    /// joined by the table of successors, never by name: today's Dorset is not the county of the SIF.
    /// </summary>
    public IReadOnlyList<AuthorityHistory> Histories
    {
        get
        {
            var own = AllAuthorities().ToDictionary(authority => authority.Name, OwnHistory, StringComparer.Ordinal);
            return
            [
                .. own.Values.Select(history => history with
                {
                    Predecessors = Joined(
                        Successions.Where(each => each.Successor == history.Authority.Name).Select(each => each.Predecessor)),
                    Successors = Joined(
                        Successions.Where(each => each.Predecessor == history.Authority.Name).Select(each => each.Successor)),
                }),
            ];

            IReadOnlyList<AuthorityHistory> Joined(IEnumerable<string> names) => [.. names.Select(name => own[name])];
        }
    }

    /// <summary>The history of one authority. A name that two share, such as Dorset, means the authority of today.</summary>
    /// <param name="authority">The name, or a common way of writing it: "Hull".</param>
    /// <exception cref="ArgumentException">There is no such authority; the nearest name is given.</exception>
    public AuthorityHistory HistoryOf(string authority)
    {
        var found = Find(authority);
        return Histories.Single(history => history.Authority == found);
    }

    /// <summary>
    /// The histories of an authority's ten statistical neighbours, nearest first: by the current edition of the list, or by the one
    /// before for an authority that was abolished. None where no edition names it.
    /// </summary>
    /// <param name="authority">The name, or a common way of writing it.</param>
    /// <exception cref="ArgumentException">There is no such authority; the nearest name is given.</exception>
    public IReadOnlyList<AuthorityHistory> NeighboursOf(string authority)
    {
        var found = Find(authority);
        var own = Neighbours.Where(neighbour => neighbour.Authority == found.Name).ToList();
        var edition = own.Any(neighbour => neighbour.Edition == "current") ? "current" : "previous";
        var histories = Histories.ToDictionary(history => history.Authority.Name, StringComparer.Ordinal);
        return
        [
            .. own.Where(neighbour => neighbour.Edition == edition).OrderBy(neighbour => neighbour.Rank)
                .Select(neighbour => histories[neighbour.Neighbour]),
        ];
    }

    /// <summary>
    /// The local facts of an authority's latest report under the SIF, beside the medians of its statistical neighbours and of all
    /// authorities. For one that took the place of others, the facts of each of these.
    /// </summary>
    /// <param name="authority">The name, or a common way of writing it.</param>
    /// <exception cref="ArgumentException">There is no such authority; the nearest name is given.</exception>
    public IReadOnlyList<FactBeside> FactsBeside(string authority)
    {
        var history = HistoryOf(authority);
        var own = Latest(history.Sif.Count > 0 ? [history] : history.Predecessors);
        var neighbours = Latest(NeighboursOf(authority));
        var england = Latest(Histories);
        var facts = LocalFactsTable.Table.Columns
            .Where(column => column.Kind is ColumnKind.Number or ColumnKind.WholeNumber && column.Name != "number")
            .Select(column => (Fact: column.Description.TrimEnd('.'), Value: Fact(facts => Number(column.Value(facts)))))
            .Append((Fact: "Months in post of the director when the inspection began", Value: MonthsInPost(Post.Director)))
            .Append((Fact: "Months in post of the board's chair when the inspection began", Value: MonthsInPost(Post.BoardChair)));
        return
        [
            .. from fact in facts
               let beside = Known(neighbours, fact.Value)
               let all = Known(england, fact.Value)
               select new FactBeside(
                   fact.Fact,
                   own.ToDictionary(inspection => inspection.Authority.Name, inspection => fact.Value(inspection), StringComparer.Ordinal),
                   Median(beside),
                   beside.Count,
                   Median(all),
                   all.Count),
        ];

        static double? Number(object? value) => value is null ? null : Convert.ToDouble(value, CultureInfo.InvariantCulture);

        static IReadOnlyList<Inspection> Latest(IReadOnlyList<AuthorityHistory> histories) =>
            [.. histories.Where(history => history.Sif.Count > 0).Select(history => history.Sif[^1])];

        static IReadOnlyList<double> Known(IReadOnlyList<Inspection> inspections, Func<Inspection, double?> value) =>
            [.. inspections.Select(value).OfType<double>()];

        static double? Median(IReadOnlyList<double> values) =>
            values.Count == 0 ? null : Quartiles.Of([.. values.Select(_ => "")], values).Groups[0].Median;
    }

    /// <summary>
    /// A number of the reports' local facts for any inspection, for tables and models; <see langword="null"/> where the report does not
    /// state it.
    /// </summary>
    /// <param name="fact">The fact: <c>facts => facts.ChildPoverty</c>.</param>
    /// <exception cref="ArgumentNullException">The fact is <see langword="null"/>.</exception>
    public Func<Inspection, double?> Fact(Func<LocalFacts, double?> fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return inspection => FactsOf(inspection) is { } facts ? fact(facts) : null;
    }

    /// <summary>
    /// How many months the holder of a post had been in it when an inspection began: from month to month, since reports state no day.
    /// <see langword="null"/> where either month is unknown, or the inspection is none of the SIF.
    /// </summary>
    /// <param name="post">The post.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is no post.</exception>
    public Func<Inspection, double?> MonthsInPost(Post post)
    {
        if (!Enum.IsDefined(post))
        {
            throw new ArgumentOutOfRangeException(nameof(post), post, "No such post.");
        }

        return inspection =>
        {
            var facts = inspection.Framework == Framework.Sif ? FactsOf(inspection) : null;
            return inspection.Started is { } start && (post == Post.Director ? facts?.DirectorSince : facts?.BoardChairSince) is { } since
                ? (12 * (start.Year - since.Year)) + start.Month - since.Month
                : null;
        };
    }

    private IEnumerable<LocalAuthority> AllAuthorities() => Inspections.Authorities.Union(Ilacs.Authorities);

    private AuthorityHistory OwnHistory(LocalAuthority authority) => new(
        authority,
        [.. Inspections.AsEnumerable().Where(inspection => inspection.Authority == authority)],
        [.. Ilacs.AsEnumerable().Where(inspection => inspection.Authority == authority)]);

    private LocalAuthority Find(string authority)
    {
        ArgumentNullException.ThrowIfNull(authority);
        var names = new AuthorityNames([.. AllAuthorities()], Framework.Ilacs);
        return names.Find(authority) ?? throw new ArgumentException($"\"{authority}\": {names.Advice(authority)}", nameof(authority));
    }
}
