namespace SifAnalysis.Judgements;

/// <summary>The names, as a reader knows them, of judgements, areas, regions and kinds of authority.</summary>
public static class Names
{
    /// <summary>The four judgements from best to worst, the order of every table and chart.</summary>
    public static IReadOnlyList<Judgement> AllJudgements { get; } = Enum.GetValues<Judgement>();

    /// <summary>The judgement areas, in the order in which a report gives them.</summary>
    public static IReadOnlyList<JudgementArea> AllAreas { get; } = Enum.GetValues<JudgementArea>();

    /// <summary>The three key judgements, which with the limiting rules decide overall effectiveness.</summary>
    public static IReadOnlyList<JudgementArea> KeyAreas { get; } =
        [JudgementArea.HelpAndProtection, JudgementArea.LookedAfter, JudgementArea.Leadership];

    /// <summary>The member of an enumeration that has a name, in whatever case; null where none has.</summary>
    internal static T? Find<T>(string text, Func<T, string> name)
        where T : struct, Enum
    {
        foreach (var each in Enum.GetValues<T>())
        {
            if (name(each).Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return each;
            }
        }

        return null;
    }

    /// <summary>The judgement in the words of a report: "Requires improvement".</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the four judgements.</exception>
    public static string Name(this Judgement judgement) => judgement switch
    {
        Judgement.Outstanding => "Outstanding",
        Judgement.Good => "Good",
        Judgement.RequiresImprovement => "Requires improvement",
        Judgement.Inadequate => "Inadequate",
        _ => throw new ArgumentOutOfRangeException(nameof(judgement), judgement, "A judgement is one of 1 to 4."),
    };

    /// <summary>Why there is no judgement, in the words of the kit's tables: "Not reviewed".</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the reasons.</exception>
    public static string Name(this Unjudged unjudged) => unjudged switch
    {
        Unjudged.NotJudged => "Not judged",
        Unjudged.NotReviewed => "Not reviewed",
        Unjudged.NotJudgedSeparately => "Not judged separately",
        Unjudged.NoLongerJudged => "No longer judged",
        _ => throw new ArgumentOutOfRangeException(nameof(unjudged), unjudged, "No such reason."),
    };

    /// <summary>The kind of document: "re-inspection".</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no kind of document.</exception>
    public static string Name(this InspectionKind kind) => kind switch
    {
        InspectionKind.Inspection => "inspection",
        InspectionKind.Reinspection => "re-inspection",
        InspectionKind.BoardReviewOnly => "LSCB review only",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of document."),
    };

    /// <summary>How long an inspection was: "standard".</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no form of inspection.</exception>
    public static string Name(this InspectionForm form) => form switch
    {
        InspectionForm.StandardInspection => "standard",
        InspectionForm.ShortInspection => "short",
        InspectionForm.ExtendedInspection => "extended",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "No such form of inspection."),
    };

    /// <summary>The area in the words of a framework's reports.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no area of the framework.</exception>
    public static string Name(this JudgementArea area, Framework framework) => (framework, area) switch
    {
        (Framework.Sif, _) => area.Name(),
        (Framework.Ilacs, JudgementArea.OverallEffectiveness) => "Overall effectiveness",
        (Framework.Ilacs, JudgementArea.Leadership) => "The impact of leaders on social work practice with children and families",
        (Framework.Ilacs, JudgementArea.HelpAndProtection) => "The experiences and progress of children who need help and protection",
        (Framework.Ilacs, JudgementArea.LookedAfter) => "The experiences and progress of children in care",
        (Framework.Ilacs, JudgementArea.CareLeavers) => "The experiences and progress of care leavers",
        _ => throw new ArgumentOutOfRangeException(nameof(area), area, "The framework has no such area."),
    };

    /// <summary>The area in the words of a report: "Leadership, management and governance".</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no area of the framework.</exception>
    public static string Name(this JudgementArea area) => area switch
    {
        JudgementArea.OverallEffectiveness => "Overall effectiveness",
        JudgementArea.HelpAndProtection => "Children who need help and protection",
        JudgementArea.LookedAfter => "Children looked after and achieving permanence",
        JudgementArea.Adoption => "Adoption performance",
        JudgementArea.CareLeavers => "Experiences and progress of care leavers",
        JudgementArea.Leadership => "Leadership, management and governance",
        JudgementArea.SafeguardingBoard => "Local safeguarding children board",
        _ => throw new ArgumentOutOfRangeException(nameof(area), area, "No such judgement area."),
    };

    /// <summary>The area in a word or three, for axes and table heads: "Leadership".</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no area of the framework.</exception>
    public static string ShortName(this JudgementArea area) => area switch
    {
        JudgementArea.OverallEffectiveness => "Overall",
        JudgementArea.HelpAndProtection => "Help and protection",
        JudgementArea.LookedAfter => "Looked after",
        JudgementArea.Adoption => "Adoption",
        JudgementArea.CareLeavers => "Care leavers",
        JudgementArea.Leadership => "Leadership",
        JudgementArea.SafeguardingBoard => "LSCB",
        _ => throw new ArgumentOutOfRangeException(nameof(area), area, "No such judgement area."),
    };

    /// <summary>The region's name: "Yorkshire and the Humber".</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no region.</exception>
    public static string Name(this Region region) => region switch
    {
        Region.NorthEast => "North East",
        Region.NorthWest => "North West",
        Region.YorkshireAndTheHumber => "Yorkshire and the Humber",
        Region.EastMidlands => "East Midlands",
        Region.WestMidlands => "West Midlands",
        Region.EastOfEngland => "East of England",
        Region.London => "London",
        Region.SouthEast => "South East",
        Region.SouthWest => "South West",
        _ => throw new ArgumentOutOfRangeException(nameof(region), region, "No such region."),
    };

    /// <summary>The Ofsted region's name: "North East, Yorkshire and the Humber".</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no region.</exception>
    public static string Name(this OfstedRegion region) => region switch
    {
        OfstedRegion.NorthEastYorkshireAndTheHumber => "North East, Yorkshire and the Humber",
        OfstedRegion.NorthWest => "North West",
        OfstedRegion.EastMidlands => "East Midlands",
        OfstedRegion.WestMidlands => "West Midlands",
        OfstedRegion.EastOfEngland => "East of England",
        OfstedRegion.London => "London",
        OfstedRegion.SouthEast => "South East",
        OfstedRegion.SouthWest => "South West",
        _ => throw new ArgumentOutOfRangeException(nameof(region), region, "No such region."),
    };

    /// <summary>The kind of authority: "Metropolitan district".</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no kind of authority.</exception>
    public static string Name(this AuthorityType type) => type switch
    {
        AuthorityType.LondonBorough => "London borough",
        AuthorityType.MetropolitanDistrict => "Metropolitan district",
        AuthorityType.UnitaryAuthority => "Unitary authority",
        AuthorityType.County => "County",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No such kind of authority."),
    };

    /// <summary>The region in which Ofsted reports this region of government.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no region.</exception>
    public static OfstedRegion ToOfstedRegion(this Region region) => region switch
    {
        Region.NorthEast or Region.YorkshireAndTheHumber => OfstedRegion.NorthEastYorkshireAndTheHumber,
        Region.NorthWest => OfstedRegion.NorthWest,
        Region.EastMidlands => OfstedRegion.EastMidlands,
        Region.WestMidlands => OfstedRegion.WestMidlands,
        Region.EastOfEngland => OfstedRegion.EastOfEngland,
        Region.London => OfstedRegion.London,
        Region.SouthEast => OfstedRegion.SouthEast,
        Region.SouthWest => OfstedRegion.SouthWest,
        _ => throw new ArgumentOutOfRangeException(nameof(region), region, "No such region."),
    };
}
