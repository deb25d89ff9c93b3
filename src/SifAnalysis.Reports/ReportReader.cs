using SifAnalysis.Reports.Facts;
using SifAnalysis.Reports.Grades;
using SifAnalysis.Reports.Pages;
using SifAnalysis.Reports.Readings;
using SifAnalysis.Reports.Titles;

namespace SifAnalysis.Reports;

/// <summary>Reads one document: what it is, then what its kind states.</summary>
internal sealed class ReportReader(string path, IReportPages file)
{
    // From here on an inspection has no judgement of overall effectiveness.
    private static readonly DateOnly WithoutOverall = new(2026, 4, 1);

    // The first page of a letter has more.
    private const int MostLinesOfACover = 12;

    private readonly List<ReportProblem> problems = [];

    private ReportPage First { get; set; } = file.Page(1);

    /// <summary>Reads the document.</summary>
    /// <exception cref="UnreadableFileException">A page that is needed is broken, or there is no text.</exception>
    public OfstedDocument Read()
    {
        var opening = Enumerable.Range(1, Math.Min(3, file.Count)).Select(file.Page).ToList();
        var whole = string.Join(' ', opening.Select(Words));
        if (!whole.Any(char.IsLetter))
        {
            throw new UnreadableFileException(
                "has no text on its first pages: it is scanned, or drawn as pictures. Make it searchable (OCR), or take the report from "
                    + "Ofsted's site.");
        }

        // A cover or an empty page may stand before the title page.
        var kinds = opening.Select(page => TitleKind.Of(Words(page), whole)).ToList();
        var isCover = kinds[0] is (DocumentKind.Unknown or DocumentKind.OtherOfsted) && opening[0].Lines.Count <= MostLinesOfACover;
        var title = isCover
            ? Math.Max(0, kinds.FindIndex(each => each is DocumentKind.Sif or DocumentKind.Ilacs or DocumentKind.LscbReview)) : 0;
        (First, var kind) = (opening[title], kinds[title]);
        OfstedDocument document = kind switch
        {
            DocumentKind.Sif => Sif(),
            DocumentKind.LscbReview => LscbReview(),
            DocumentKind.Ilacs => Ilacs(),
            _ => new OfstedDocument(path, kind, [new ReportProblem(path, 0, null, $"this is {kind.Words()}; it gives no row.")]),
        };
        return document with { Pages = file.Count };
    }

    private SifReport Sif()
    {
        var table = Table(isIlacs: false);
        var overall = TitlePage.Overall(First);
        var (pages, headings) = Sections(isIlacs: false, [.. ReportValues.SifAreas.Except([ReportArea.Overall])]);
        var grades = new Dictionary<ReportArea, Stated<Grade>>();
        foreach (var area in ReportValues.SifAreas.Except([ReportArea.Lscb]))
        {
            var title = (area == ReportArea.Overall ? overall : table).Where(reading => reading.Area == area);
            var sections = headings.Where(reading => reading.Area == area && !(area == ReportArea.Overall && reading.Place.Page > 8));
            Settle(grades, area, title, sections);
        }

        Settle(grades, ReportArea.Lscb, [], headings.Where(reading => reading.Area == ReportArea.Lscb));
        if (!grades.ContainsKey(ReportArea.Lscb)
            && !headings.Exists(reading => reading.Area == ReportArea.Lscb) && !TitlePage.HasReview(First)
            && TitlePage.Head(First) is [.., var last])
        {
            grades[ReportArea.Lscb] = new Stated<Grade>(Grade.NotReviewed, Certainty.Inferred, [First.Place(last)]);
        }

        Missing(grades, ReportValues.SifAreas);
        return Titled(new SifReport(path, DocumentKind.Sif, problems)
        {
            IsReinspection = TitlePage.IsReinspection(First),
            Facts = FactReader.Read(AreaSection.Of(pages)),
            Grades = grades,
        });
    }

    private SifReport LscbReview()
    {
        var grades = new Dictionary<ReportArea, Stated<Grade>>();
        Settle(grades, ReportArea.Lscb, [],
            Sections(isIlacs: false, [ReportArea.Lscb]).Headings.Where(reading => reading.Area == ReportArea.Lscb));
        Missing(grades, [ReportArea.Lscb]);
        return Titled(new SifReport(path, DocumentKind.LscbReview, problems) { Grades = grades });
    }

    private IlacsReport Ilacs()
    {
        var table = Table(isIlacs: true);
        var (_, headings) = Sections(isIlacs: true, [.. table.Select(reading => reading.Area).Except([ReportArea.Overall])]);
        var grades = new Dictionary<ReportArea, Stated<Grade>>();
        foreach (var area in ReportValues.IlacsAreas)
        {
            Settle(grades, area, table.Where(reading => reading.Area == area), headings.Where(reading => reading.Area == area));
        }

        var report = Titled(new IlacsReport(path, problems) { Grades = grades });
        var inCare = table.FirstOrDefault(reading => reading.Area == ReportArea.InCare);
        if (!table.Any(reading => reading.Area == ReportArea.CareLeavers)
            && inCare is not null && inCare.Label.Contains("leavers", StringComparison.OrdinalIgnoreCase))
        {
            grades[ReportArea.CareLeavers] = new Stated<Grade>(Grade.NotJudgedSeparately, Certainty.StatedOnce, [inCare.Place]);
        }

        if (!table.Any(reading => reading.Area == ReportArea.Overall) && !grades.ContainsKey(ReportArea.Overall)
            && report.Started is { } started && started.Value >= WithoutOverall)
        {
            grades[ReportArea.Overall] = new Stated<Grade>(Grade.NoLongerJudged, Certainty.Inferred, started.Places);
        }

        Missing(grades, ReportValues.IlacsAreas);
        return report with { Form = Form(report.Started, report.Ended) };
    }

    private static Stated<string>? Form(Stated<DateOnly>? started, Stated<DateOnly>? ended) => started is null || ended is null
        ? null : new Stated<string>(
        (ended.Value.DayNumber - started.Value.DayNumber) switch
        {
            < 7 => "short",
            < 14 => "standard",
            _ => "inspection duration longer than standard framework"
        },
        Certainty.Inferred,
        started.Places);

    private static string Words(ReportPage page) => string.Join(' ', page.Lines.Select(line => line.Text));

    // The pages from the title page to the one that states the last of the areas, and the grades that their headings state.
    private (List<ReportPage> Pages, List<GradeReading> Headings) Sections(bool isIlacs, HashSet<ReportArea> areas)
    {
        var (pages, headings, wanted) = (new List<ReportPage>(), new List<GradeReading>(), areas);
        var isBoardAlone = areas.SetEquals([ReportArea.Lscb]);
        for (var number = First.Number; number <= file.Count && (wanted.Count > 0); number++)
        {
            var page = file.Page(number);
            pages.Add(page);
            foreach (var reading in GradeHeadings.Read(page, isIlacs))
            {
                // What else looks like a heading of the title page is its table and its sentence on the whole, which are read already.
                if (number > First.Number || reading.Area == ReportArea.Lscb)
                {
                    headings.Add(reading);
                }

                // Early reports state the board's grade on the title page and in its section.
                if (number > First.Number || isBoardAlone)
                {
                    wanted.Remove(reading.Area);
                }
            }
        }

        return (pages, headings);
    }

    // A table that begins at the foot of the title page goes on at the head of the next.
    private List<GradeReading> Table(bool isIlacs)
    {
        var table = GradeTable.Read(First, isIlacs).ToList();
        if (table.Count < (isIlacs ? 3 : 5) && file.Count > First.Number)
        {
            var known = table.Select(reading => reading.Area).ToHashSet();
            table.AddRange(GradeTable.Read(file.Page(First.Number + 1), isIlacs).Where(reading => !known.Contains(reading.Area)));
        }

        return table;
    }

    // Two different readings are a problem, never a choice.
    private void Settle(Dictionary<ReportArea, Stated<Grade>> grades,
        ReportArea area, IEnumerable<GradeReading> title, IEnumerable<GradeReading> sections)
    {
        var readings = title.Concat(sections).ToList();
        if (readings.Find(reading => reading.Grade is null) is { } unclear)
        {
            problems.Add(new ReportProblem(path, unclear.Place.Page, ReportColumns.Name(area),
                $"\"{unclear.Place.Words}\" is no judgement that the kit knows; look at the report."));
            return;
        }

        var distinct = readings.Select(reading => reading.Grade!.Value).Distinct().ToList();
        if (distinct.Count > 1)
        {
            problems.Add(new ReportProblem(path, readings[0].Place.Page, ReportColumns.Name(area),
                $"the report says two things: {string.Join("; ", readings.Select(reading => reading.Place))}. Look at the report."));
            return;
        }

        if (distinct.Count == 1)
        {
            grades[area] = new Stated<Grade>(
                distinct[0], readings.Count > 1 ? Certainty.StatedTwice
                    : Certainty.StatedOnce, [.. readings.Select(reading => reading.Place)]);
        }
    }

    private void Missing(Dictionary<ReportArea, Stated<Grade>> grades, IEnumerable<ReportArea> areas)
    {
        foreach (var area in areas)
        {
            if (!grades.ContainsKey(area) && !problems.Exists(problem => problem.Column == ReportColumns.Name(area)))
            {
                problems.Add(new ReportProblem(path, 0, ReportColumns.Name(area), "no judgement was found; look at the report."));
            }
        }
    }

    private T Titled<T>(T report)
        where T : InspectionReport
    {
        var (first, last, daysProblem) = TitlePage.Inspected(First);
        if (last is null)
        {
            problems.Add(
                new ReportProblem(path, 1, "inspection_end", daysProblem ?? "no days of the inspection were found; look at the report."));
        }

        var (stated, publicationProblem) = TitlePage.Published(First);
        if (publicationProblem is not null)
        {
            problems.Add(new ReportProblem(path, 1, "report_published", publicationProblem));
        }

        var authority = TitlePage.Authority(First, Kit.Authorities);
        if (authority is null)
        {
            problems.Add(
                new ReportProblem(path, 1, "la_name", "the title names no authority that the kit knows, or two; look at the report."));
        }

        return report with
        {
            Authority = authority,
            Started = first,
            Ended = last,
            Published = Publication.Of(path,
            last, stated, problems),
            PublishedAsStated = stated
        };
    }
}
