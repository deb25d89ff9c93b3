using SifAnalysis.Judgements;
using static SifAnalysis.Loading.ColumnKind;

namespace SifAnalysis.Loading;

/// <summary>The columns of the tables of inspections.</summary>
internal static class InspectionColumns
{
    /// <summary>The judgements by their names, from best to worst.</summary>
    public static string[] Grades { get; } = [.. Names.AllJudgements.Select(judgement => judgement.Name())];

    /// <summary>Inspections under the SIF.</summary>
    public static DataTable<Inspection> Sif { get; } = new(
        "inspections",
        "Inspections under the SIF, one row each, and the one document that is none",
        ["authority", "number", "published"],
        [
            new("authority", Text, "The authority inspected.", inspection => inspection.Authority.Name) { IsRequired = true },
            new("number", WholeNumber, "1 for the first inspection under the framework, 2 for the next; blank for a document that is no "
                + "inspection.", inspection => inspection.Number > 0 ? inspection.Number : null) { Minimum = 1 },
            TableColumn.Choice<Inspection>("kind",
                "What the document is, in Ofsted's words on its title page. A review of the LSCB alone is never counted.",
                Enum.GetValues<InspectionKind>().Select(kind => kind.Name()), inspection => inspection.Kind.Name()),
            new("started", Date, "First day of the inspection.", inspection => inspection.Started),
            new("ended", Date, "Last day of the inspection.", inspection => inspection.Ended),
            new("published", Date, "Day of publication of the report.", inspection => inspection.Published),
            new("not_before", Date, "Where days are unknown: a day before which a source shows that the inspection had not begun.",
                inspection => inspection.NotBefore),
            .. Framework.Sif.Areas().Select(area => Graded(area, Framework.Sif)),
            .. Sourced(),
        ])
    {
        AuthorityColumns = ["authority"],
    };

    /// <summary>Inspections under ILACS.</summary>
    public static DataTable<Inspection> Ilacs { get; } = new(
        "ilacs-inspections",
        "Inspections under ILACS, which followed the SIF, one row each",
        ["authority", "number"],
        [
            new("authority", Text, "The authority inspected.", inspection => inspection.Authority.Name) { IsRequired = true },
            new("number", WholeNumber, "1 for the first inspection under ILACS, 2 for the next.",
                inspection => inspection.Number) { Minimum = 1 },
            TableColumn.Choice<Inspection>("form", "Standard, short, or extended where the inspection was longer than the standard one.",
                Enum.GetValues<InspectionForm>().Select(form => form.Name()), inspection => inspection.Form?.Name()),
            new("started", Date, "First day of the inspection.", inspection => inspection.Started),
            new("ended", Date, "Last day of the inspection.", inspection => inspection.Ended),
            new("published", Date, "Day of publication of the report.", inspection => inspection.Published),
            new("not_before", Date, "Where days are unknown: a day before which a source shows that the inspection had not begun.",
                inspection => inspection.NotBefore),
            .. Framework.Ilacs.Areas().Select(area => Graded(area, Framework.Ilacs)),
            .. Sourced(),
        ])
    {
        AuthorityColumns = ["authority"],
    };

    /// <summary>A column that names a judgement area as the SIF's table does.</summary>
    public static TableColumn<T> AreaColumn<T>(string description, Func<T, JudgementArea?> value) => TableColumn.Choice<T>(
        "area", description, InspectionTable.AreaColumns.Values, row => value(row) is { } area ? InspectionTable.AreaColumns[area] : null);

    private static TableColumn<Inspection> Graded(JudgementArea area, Framework framework) => new(
        InspectionTable.ColumnOf(area, framework),
        Text,
        $"{area.Name(framework)}: a judgement, why there is none, or blank where no source states it.",
        inspection => inspection.Stated(area) is { Length: > 0 } stated ? stated : null)
    {
        Permitted = [.. Grades, .. Unjudgeds(area, framework).Select(unjudged => unjudged.Name())],
        Ordered = Grades.Length,
    };

    private static IEnumerable<Unjudged> Unjudgeds(JudgementArea area, Framework framework) => (framework, area) switch
    {
        (Framework.Sif, JudgementArea.SafeguardingBoard) => [Unjudged.NotJudged, Unjudged.NotReviewed],
        (Framework.Sif, _) => [Unjudged.NotJudged],
        (_, JudgementArea.CareLeavers) => [Unjudged.NotJudged, Unjudged.NotJudgedSeparately],
        (_, JudgementArea.OverallEffectiveness) => [Unjudged.NotJudged, Unjudged.NoLongerJudged],
        _ => [Unjudged.NotJudged],
    };

    private static IEnumerable<TableColumn<Inspection>> Sourced() =>
    [
        new("report", Text, "Address of the report.", inspection => inspection.Report?.OriginalString) { Format = "uri" },
        new("dates_source", Text, "Source of dates and address.", inspection => inspection.DatesSource),
        new("judgements_source", Text, "Sources of the judgements, parted by semicolons.", inspection => inspection.JudgementsSource),
        TableColumn.Choice<Inspection>("judgements_rank", "The best rank among the sources of the judgements.", Enum.GetValues<SourceRank>()
            .Select(TableColumn.AsWord), inspection => inspection.JudgementsRank is { } rank ? TableColumn.AsWord(rank) : null),
        new("notes", Text, "What else is to be known of the row.", inspection => inspection.Notes),
    ];
}
