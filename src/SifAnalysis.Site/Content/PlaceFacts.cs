using SifAnalysis.Judgements;

namespace SifAnalysis.Site.Content;

/// <summary>What reports of the SIF say of their areas, each authority's latest, beside its neighbours and England.</summary>
internal sealed class PlaceFacts
{
    private const double Rate = 10_000;

    private static readonly IReadOnlyList<(string Name, Func<LocalFacts, double?> Value)> Measures =
    [
        ("Children under 18", facts => facts.PopulationUnder18),
        ("Under 18, per cent of the population", facts => facts.ShareUnder18),
        ("Children living in poverty, per cent", facts => facts.ChildPoverty),
        ("Free school meals, primary pupils, per cent", facts => facts.FreeSchoolMealsPrimary),
        ("Free school meals, secondary pupils, per cent", facts => facts.FreeSchoolMealsSecondary),
        ("Children from minority ethnic groups, per cent", facts => facts.MinorityEthnic),
        ("English as an additional language, primary pupils, per cent", facts => facts.EnglishAdditionalPrimary),
        ("English as an additional language, secondary pupils, per cent", facts => facts.EnglishAdditionalSecondary),
        ("Children in need, per 10,000 children", facts => Rate * facts.ChildrenInNeed / facts.PopulationUnder18),
        ("Child protection plans, per 10,000 children", facts => Rate * facts.ChildProtectionPlans / facts.PopulationUnder18),
        ("Children looked after, per 10,000 children", facts => facts.LookedAfterRate),
    ];

    private readonly Dictionary<string, LocalFacts> latest;
    private readonly IReadOnlyList<double?> england;

    /// <summary>Gathers the facts.</summary>
    public PlaceFacts(IEnumerable<LocalFacts> facts)
    {
        latest = facts.GroupBy(each => each.Authority).ToDictionary(
            own => own.Key, own => own.MaxBy(each => each.Number)!, StringComparer.Ordinal);
        england = [.. Measures.Select(measure => Median(latest.Values.Select(measure.Value)).Median)];
    }

    /// <summary>The facts of an authority; none where no report states any.</summary>
    /// <param name="authority">Its name.</param>
    /// <param name="neighbours">The names of its statistical neighbours.</param>
    public IReadOnlyList<Fact> Of(string authority, IReadOnlyList<string> neighbours)
    {
        if (!latest.TryGetValue(authority, out var own))
        {
            return [];
        }

        var beside = neighbours.Where(latest.ContainsKey).Select(name => latest[name]).ToList();
        return
        [
            .. Measures.Select((measure, index) =>
            {
                var (median, known) = Median(beside.Select(measure.Value));
                return new Fact(measure.Name, measure.Value(own), median, known, england[index]);
            }).Where(fact => fact.Value is not null),
        ];
    }

    private static (double? Median, int Known) Median(IEnumerable<double?> values)
    {
        var known = values.OfType<double>().Order().ToList();
        return known.Count == 0 ? (null, 0) : ((known[(known.Count - 1) / 2] + known[known.Count / 2]) / 2, known.Count);
    }
}
