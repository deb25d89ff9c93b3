using SifAnalysis.Judgements;

namespace SifAnalysis.Figures;

/// <summary>What the rows give at the end of a day: which inspections had been carried out, and which reports published.</summary>
internal sealed class Standing
{
    /// <summary>The standing at a day.</summary>
    public Standing(InspectionSet inspections, DateOnly day)
    {
        All = inspections;
        Day = day;
        Published = [.. inspections.AsEnumerable().Where(inspection => inspection.Published <= day)];
        PossiblyPublished =
            [.. inspections.AsEnumerable().Where(inspection => inspection.Published is null && !(inspection.NotBefore > day))];
        CarriedOut = [.. inspections.AsEnumerable().Where(IsCarriedOut)];
        PossiblyCarriedOut = [.. inspections.AsEnumerable().Where(MayBeCarriedOut)];
    }

    /// <summary>Every inspection, whatever its days.</summary>
    public InspectionSet All { get; }

    /// <summary>The day.</summary>
    public DateOnly Day { get; }

    /// <summary>The inspections whose report had been published.</summary>
    public IReadOnlyList<Inspection> Published { get; }

    /// <summary>Those whose day of publication is unknown, and that may have been published.</summary>
    public IReadOnlyList<Inspection> PossiblyPublished { get; }

    /// <summary>The inspections that had ended.</summary>
    public IReadOnlyList<Inspection> CarriedOut { get; }

    /// <summary>Those whose days are unknown, and that may have ended.</summary>
    public IReadOnlyList<Inspection> PossiblyCarriedOut { get; }

    /// <summary>The inspections whose report had been published, as a set.</summary>
    public InspectionSet PublishedSet => new(All.Authorities, Published);

    /// <summary>Every day on which a standing may differ from that of the day before, in order.</summary>
    public static IReadOnlyList<DateOnly> Changes(InspectionSet inspections) =>
    [
        .. inspections.SelectMany(inspection => new[] { inspection.Started, inspection.Ended, inspection.Published, inspection.NotBefore })
            .OfType<DateOnly>().Distinct().Order(),
    ];

    private bool IsCarriedOut(Inspection inspection) => inspection.Ended <= Day || inspection.Published <= Day;

    private bool MayBeCarriedOut(Inspection inspection) =>
        inspection.Ended is null && !(inspection.Published <= Day) && !(inspection.Started > Day) && !(inspection.NotBefore > Day);
}
