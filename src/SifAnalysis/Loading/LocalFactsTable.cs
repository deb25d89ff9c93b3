using System.Globalization;
using SifAnalysis.Judgements;
using static SifAnalysis.Loading.ColumnKind;

namespace SifAnalysis.Loading;

/// <summary>The table of what reports say of their areas.</summary>
public static class LocalFactsTable
{
    private const string Month = @"^\d{4}-\d{2}$";

    /// <summary>What the reports of the SIF say of their areas.</summary>
    public static DataTable<LocalFacts> Table { get; } = new(
        "local-facts",
        "What each report of the SIF says of its area at the time, often the authority's own unvalidated figures",
        ["authority", "number"],
        [
            new("authority", Text, "The authority inspected.", facts => facts.Authority) { IsRequired = true },
            new("number", WholeNumber, "The number of the inspection, as in inspections.csv.",
                facts => facts.Number) { IsRequired = true, Minimum = 1 },
            new("population_under_18", WholeNumber,
                "Children and young people under 18 (number).", facts => facts.PopulationUnder18) { Minimum = 0 },
            Share("under_18_share", "Share of the population that is under 18", facts => facts.ShareUnder18),
            Share("child_poverty", "Share of children living in poverty, by the definition that the report uses; it changed during "
                + "the cycle", facts => facts.ChildPoverty),
            Share("free_school_meals_primary",
                "Share of pupils entitled to free school meals in primary schools", facts => facts.FreeSchoolMealsPrimary),
            Share("free_school_meals_secondary",
                "Share of pupils entitled to free school meals in secondary schools", facts => facts.FreeSchoolMealsSecondary),
            Share("minority_ethnic", "Share of children from minority ethnic groups", facts => facts.MinorityEthnic),
            Share("english_additional_primary",
                "Share of pupils in primary schools with English as an additional language", facts => facts.EnglishAdditionalPrimary),
            Share("english_additional_secondary",
                "Share of pupils in secondary schools with English as an additional language", facts => facts.EnglishAdditionalSecondary),
            new("children_in_need", WholeNumber, "Children in need (number).", facts => facts.ChildrenInNeed) { Minimum = 0 },
            new("child_protection_plans", WholeNumber,
                "Children who are the subject of a child protection plan (number).", facts => facts.ChildProtectionPlans) { Minimum = 0 },
            new("looked_after_children", WholeNumber,
                "Children looked after by the authority (number).", facts => facts.LookedAfterChildren) { Minimum = 0 },
            new("looked_after_rate", Number, "Children looked after per 10,000 children under 18.",
                facts => facts.LookedAfterRate) { Minimum = 0 },
            new("director_since", Text, "Month since when the director of children's services had been in post.",
                facts => AsMonth(facts.DirectorSince)) { Pattern = Month, Example = "a month, such as 2016-12" },
            new("lscb_chair_since", Text, "Month since when the chair of the safeguarding board had been in post.",
                facts => AsMonth(facts.BoardChairSince)) { Pattern = Month, Example = "a month, such as 2016-12" },
            Earlier("previous_safeguarding",
                "Judgement of the inspection of safeguarding before this framework.", facts => facts.PreviousSafeguarding),
            Earlier("previous_looked_after", "Judgement of the inspection of services for looked-after children before this framework.",
                facts => facts.PreviousLookedAfter),
        ])
    {
        AuthorityColumns = ["authority"],
    };

    /// <summary>Loads local facts of a CSV file.</summary>
    /// <param name="path">The file, as <c>data/local-facts.csv</c>.</param>
    /// <param name="inspections">The inspections that rows may be of.</param>
    /// <returns>The facts, in the order of the file, and every problem: a row of an inspection that there is not is one.</returns>
    /// <exception cref="ArgumentNullException">The inspections are <see langword="null"/>.</exception>
    public static Loaded<LocalFacts> Load(string path, IEnumerable<Inspection> inspections)
    {
        ArgumentNullException.ThrowIfNull(inspections);
        var known = inspections.Select(inspection => (inspection.Authority.Name, inspection.Number)).ToHashSet();
        return CsvTable.Read(path, Table, row => Facts(row, known));
    }

    private static LocalFacts? Facts(CsvTable row, HashSet<(string Name, int Number)> known)
    {
        if (row.Text("authority") is not { } authority || row.Integer("number") is not { } number)
        {
            return null;
        }

        if (!known.Contains((authority, number)))
        {
            row.Problem("authority", authority,
                $"there is no inspection {number} of {authority}; the key is authority and number, as in inspections.csv.");
        }

        if (!row.IsSound)
        {
            return null;
        }

        return new LocalFacts(authority, number)
        {
            PopulationUnder18 = row.Integer("population_under_18"),
            ShareUnder18 = row.Number("under_18_share"),
            ChildPoverty = row.Number("child_poverty"),
            FreeSchoolMealsPrimary = row.Number("free_school_meals_primary"),
            FreeSchoolMealsSecondary = row.Number("free_school_meals_secondary"),
            MinorityEthnic = row.Number("minority_ethnic"),
            EnglishAdditionalPrimary = row.Number("english_additional_primary"),
            EnglishAdditionalSecondary = row.Number("english_additional_secondary"),
            ChildrenInNeed = row.Integer("children_in_need"),
            ChildProtectionPlans = row.Integer("child_protection_plans"),
            LookedAfterChildren = row.Integer("looked_after_children"),
            LookedAfterRate = row.Number("looked_after_rate"),
            DirectorSince = MonthOf(row, "director_since"),
            BoardChairSince = MonthOf(row, "lscb_chair_since"),
            PreviousSafeguarding = row.Choice<EarlierJudgement>("previous_safeguarding", EarlierName),
            PreviousLookedAfter = row.Choice<EarlierJudgement>("previous_looked_after", EarlierName),
        };
    }

    private static DateOnly? MonthOf(CsvTable row, string column) =>
        row.Value<DateOnly>(column, text => Dates.Parse($"{text}-01"), "a month, such as 2016-12");

    private static TableColumn<LocalFacts> Share(string name, string description, Func<LocalFacts, double?> value) =>
        new(name, Number, $"{description} (per cent).", facts => value(facts)) { Minimum = 0 };

    private static TableColumn<LocalFacts> Earlier(string name, string description, Func<LocalFacts, EarlierJudgement?> value) =>
        TableColumn.Choice<LocalFacts>(name, description,
            Enum.GetNames<EarlierJudgement>(), facts => value(facts) is { } judged ? EarlierName(judged) : null) with
        { Ordered = 4 };

    private static string EarlierName(EarlierJudgement judgement) => judgement.ToString();

    private static string? AsMonth(DateOnly? day) => day?.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
