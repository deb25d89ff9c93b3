using System.Globalization;
using System.Text;
using SifAnalysis.Figures;
using SifAnalysis.Judgements;
using SifAnalysis.Loading;

namespace SifAnalysis.Tests.Figures;

/// <summary>
/// All that the measures answer, word by word: answers.txt beside this file holds the verdicts and the reasons of every measure on
/// synthetic inspections that can be counted by hand, and the comparisons with synthetic releases. Nothing of an answer may change unseen.
/// </summary>
public class AnswerTests
{
    private static readonly DateOnly Day = new(2016, 12, 31);
    private static readonly string[] Letters = ["Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta", "Eta", "Theta"];

    [Fact]
    public void EveryMeasure_SyntheticRows_AnswersAsWritten() => AsWritten.Check("Figures/answers.txt", string.Concat(Answers()));

    [Fact]
    public void Check_FiguresThatLackWhatTheirMeasureNeeds_SayWhat()
    {
        PublishedFigure[] lacking =
        [
            Figure("reports published", "many"), Figure("inspections carried out", "1.5"), Figure(
                "authorities still to be assessed", ""), Figure("first report", "MMXIII"),
            Figure("count", "few") with { Area = JudgementArea.Leadership, Judgement = Judgement.Good },
            Figure("count", "3") with { Area = JudgementArea.Leadership },
            Figure("share", "0.5") with { Judgement = Judgement.Good }, Figure(
                "names", "Synthetic Alpha"), Figure("implication", "") with { Area = JudgementArea.Leadership },
            Figure("share", "0.5") with { Area = JudgementArea.Leadership, Judgement = Judgement.Good, Least = 0.4 },
            Figure("share", "0.5") with { Area = JudgementArea.Leadership, Judgement = Judgement.Good, Most = 0.6 },
            Figure("judgement of an authority", "Good") with { Area = JudgementArea.Leadership }, Figure(
                "judgement of an authority", "Good") with { Authority = "Synthetic Alpha" },
            Figure("judgement of an authority", "Fine") with { Area = JudgementArea.Leadership, Authority = "Synthetic Alpha" },
            Figure("judgement of an authority", "not judged") with { Area = JudgementArea.Leadership, Authority = "Synthetic Alpha" },
            Figure("month of publication", "2016-01"), Figure("months of inspection", "2016-01/2016-01"),
                Figure("end of the cycle", "soon"), Figure("inspections that fit",
                "2016-01") with { Area = JudgementArea.Leadership, Judgement = Judgement.Good }, Figure("astrology", "12"),
        ];
        var problems = Assert.Throws<LoadException>(() => (Sets()["empty"] with { PublishedFigures = lacking }).CheckFigures()).Problems;
        Assert.Equal(
            [
                "figure: the measure \"reports published\" needs a whole number, not \"many\".",
                "figure: the measure \"inspections carried out\" needs a whole number, not \"1.5\".",
                "figure: the measure \"authorities still to be assessed\" needs a whole number, not \"\".",
                "figure: the measure \"first report\" needs a whole number, not \"MMXIII\".",
                "figure: the measure \"count\" needs a whole number, not \"few\".",
                "figure: the measure \"count\" needs an area and a judgement.",
                "figure: the measure \"share\" needs an area and a judgement.",
                "figure: the measure \"names\" needs an area and a judgement.",
                "figure: the measure \"implication\" needs an area and a judgement.",
                "figure: the measure \"share\" needs least and most, the shares that the words allow.",
                "figure: the measure \"share\" needs least and most, the shares that the words allow.",
                .. Enumerable.Repeat(
                    "figure: the measure \"judgement of an authority\" needs an authority, an area, and a judgement as its value.", 4),
                "figure: the measure \"month of publication\" needs an authority.",
                "figure: the measure \"months of inspection\" needs an authority.",
                "figure: the measure \"end of the cycle\" needs a day, not \"soon\".",
                "figure: the measure \"inspections that fit\" needs the first and the last month, such as 2015-01/2015-05, not "
                    + "\"2016-01\".",
                $"figure: expected one of {string.Join(", ", FigureChecks.MeasureNames)}.",
            ],
            problems.Select(problem => problem.Expected));
        Assert.All(problems, problem => Assert.Equal(("published-figures.csv", 0), (problem.File, problem.Line)));
        Assert.Equal(("measure", "astrology"), (problems[^1].Column, problems[^1].Value));
    }

    [Fact]
    public void EveryEntryPoint_WithoutData_Refuses()
    {
        Assert.Throws<ArgumentNullException>(() => FigureChecks.Check(null!, new InspectionSet([], []), []));
        Assert.Throws<ArgumentNullException>(() => OfficialReleases.Compare(null!, new InspectionSet([], [])));
        Assert.Throws<ArgumentNullException>(() => OfficialReleases.CompareShares([], null!));
    }

    [Fact]
    public void Release_Judgements_AreThoseStatedAndNoOthers()
    {
        var release = Release("2016-12", 1, 2, 3, 4, 10);
        Assert.Equal([1, 2, 3, 4], Names.AllJudgements.Select(judgement => release[judgement]));
        Assert.Throws<ArgumentOutOfRangeException>(() => release[(Judgement)5]);
        Assert.Equal(new DateOnly(2016, 12, 31), release.LastDay);
        Assert.Equal(new DateOnly(2016, 2, 29), Release("2016-02", null, null, null, null, null).LastDay);
        Assert.Equal(new DateOnly(2016, 2, 3), Release("2016-02-03", null, null, null, null, null).LastDay);
    }

    [Fact]
    public void Verdict_Names_AreWordsAndNoOthers()
    {
        Assert.Equal(
            ["reproduced", "consistent", "contradicted", "not answerable"], Enum.GetValues<Verdict>().Select(verdict => verdict.Name()));
        Assert.Throws<ArgumentOutOfRangeException>(() => ((Verdict)9).Name());
    }

    [Theory]
    [InlineData("share of authorities", "0.25", "25%")]
    [InlineData("share of authorities", "0.125", "12.5%")]
    [InlineData("share of authorities", "a quarter", "a quarter")]
    [InlineData("local authorities", "0.25", "0.25")]
    public void Figure_Stated_IsAsAReportWritesIt(string unit, string value, string stated) =>
        Assert.Equal(stated, (Figure("count", value) with { Unit = unit }).Stated);

    private static IEnumerable<string> Answers()
    {
        foreach (var (name, data) in Sets())
        {
            yield return $"# {name}\n";
            foreach (var own in Figures().GroupBy(figure => (figure.Measure, figure.Area, figure.Judgement, figure.Authority)))
            {
                yield return Answer([.. own], data);
            }

            foreach (var comparison in OfficialReleases.Compare(data.OfficialCounts, data.Inspections))
            {
                yield return string.Create(CultureInfo.InvariantCulture,
                    $"{comparison.Release.AsAt} {comparison.ReportsTo:yyyy-MM-dd} {comparison.Judgement?.Name() ?? "all"} "
                    + $"{comparison.Stated}: {comparison.Reports} reports, {comparison.First} first, {comparison.Latest} latest; "
                    + $"{string.Join(", ", comparison.PossibleAs)}; {comparison.BeyondKnown}\n");
            }

            foreach (var comparison in OfficialReleases.CompareShares(data.OfficialCounts, data.Inspections))
            {
                yield return $"{comparison.Release.AsAt} {string.Join(" or ", comparison.Judgements)} {comparison.Stated}: "
                    + $"{comparison.Reports} reports, {comparison.First} first, {comparison.Latest} latest; "
                    + $"{string.Join(", ", comparison.PossibleAs)}\n";
            }
        }
    }

    // Figures that differ in their value alone have one reason in most measures: it stands once, with the values of each verdict.
    private static string Answer(IReadOnlyList<PublishedFigure> figures, SifData data)
    {
        object?[] asked = [figures[0].Measure, figures[0].Area, figures[0].Judgement, figures[0].Authority];
        var text = new StringBuilder(string.Join(" ", asked.Where(part => part is not null))).Append('\n');
        foreach (var told in (data with { PublishedFigures = figures }).CheckFigures()
            .GroupBy(check => (check.Verdict, check.Computed, check.Coverage, check.Because, check.Witness)))
        {
            var (verdict, computed, coverage, because, witness) = told.Key;
            var values = told.Select(check => string.Create(CultureInfo.InvariantCulture, $"{check.Figure.Value}{Within(check.Figure)}"));
            text.Append(CultureInfo.InvariantCulture, $"  {string.Join(" | ", values)}: {verdict.Name()}; {computed}; "
                + $"{coverage?.ToString("0.####", CultureInfo.InvariantCulture) ?? "none"}; {because} {witness}\n");
        }

        return text.ToString();
    }

    private static IEnumerable<PublishedFigure> Figures()
    {
        foreach (var value in Enumerable.Range(0, 10))
        {
            foreach (var measure in new[] { "reports published", "inspections carried out", "authorities still to be assessed" })
            {
                yield return Figure(measure, $"{value}");
            }

            foreach (var judgement in Names.AllJudgements)
            {
                yield return Figure("count", $"{value}") with { Area = JudgementArea.OverallEffectiveness, Judgement = judgement };
            }

            yield return Figure("count", $"{value}") with { Area = JudgementArea.Leadership, Judgement = Judgement.Good };
        }

        foreach (var (least, most, qualifier) in new[]
            {
                (0, 0.1, "about"),
                (0.1, 0.2, "about"),
                (0.2, 0.25, "about"),
                (0.25, 0.3, "about"),
                (0.15, 0.25, "just under"),
                (0.2, 0.2, "exact"),
                (0.4, 0.5, "just under"),
                (0.5, 0.5, "exact"),
                (0.6, 0.7, "about"),
                (0.9, 1, "about"),
            })
        {
            yield return Figure("share", "x") with
            {
                Area = JudgementArea.OverallEffectiveness,
                Judgement = Judgement.Good,
                Least = least,
                Most = most,
                Qualifier = qualifier,
            };
            yield return Figure("share", "x") with
            {
                Area = JudgementArea.Leadership,
                Judgement = Judgement.Inadequate,
                Least = least,
                Most = most,
                Qualifier = qualifier,
            };
        }

        string[] lists = ["", "Synthetic Alpha", "Synthetic Alpha; Synthetic Gamma", "Synthetic Beta;Synthetic Alpha;", "Synthetic Theta"];
        foreach (var names in lists)
        {
            foreach (var judgement in Names.AllJudgements)
            {
                yield return Figure("names", names) with { Area = JudgementArea.OverallEffectiveness, Judgement = judgement };
            }
        }

        foreach (var judgement in Names.AllJudgements)
        {
            yield return Figure("implication", "") with { Area = JudgementArea.Leadership, Judgement = judgement };
        }

        foreach (var letter in Letters)
        {
            var authority = $"Synthetic {letter}";
            yield return Figure(
                "judgement of an authority", "Good") with
            { Authority = authority, Area = JudgementArea.OverallEffectiveness };
            yield return Figure(
                "judgement of an authority", "RI") with
            { Authority = authority, Area = JudgementArea.OverallEffectiveness };
            yield return Figure("month of publication", "2016-03") with { Authority = authority };
            yield return Figure("months of inspection", "2016-01/2016-02") with { Authority = authority };
        }

        foreach (var end in new[] { "2016-03-14", "2016-03-15", "2016-12-31", "2017-03-31", "2017-04-01", "31 December 2018" })
        {
            yield return Figure("end of the cycle", end);
        }

        foreach (var year in Enumerable.Range(2012, 6))
        {
            yield return Figure("first report", $"{year}");
        }

        yield return Figure("inspections that fit",
            "2016-01/2016-02") with
        {
            Area = JudgementArea.OverallEffectiveness,
            Judgement =
            Judgement.Good,
            Tolerance = "It stands in a report that nobody kept."
        };
    }

    private static Dictionary<string, SifData> Sets()
    {
        // By hand: six reports on five authorities, all known; Alpha was inspected twice.
        Inspection[] known =
        [
            Report("Alpha", 1, "2014-06-01", Judgement.Inadequate, Judgement.Inadequate),
            Report("Alpha", 2, "2016-03-15", Judgement.Good, Judgement.Good) with { Started = new(2016, 1, 18), Ended = new(2016, 2, 11) },
            Report("Beta", 1, "2015-05-05", Judgement.Good, Judgement.Outstanding),
            Report("Gamma", 1, "2016-03-01", Judgement.RequiresImprovement, Judgement.RequiresImprovement) with
            {
                JudgementsSource = "Synthetic Courier, 3 January 2017, A synthetic publication",
            },
            Report("Delta", 1, "2016-12-31", Judgement.Outstanding, Judgement.Good) with
            {
                Started = new(2016, 1, 30),
                Ended = new(2016, 2, 20),
            },
            Report("Epsilon", 1, "2013-12-01", Judgement.Inadequate, Judgement.Good),
        ];

        // Gaps of every kind: judgements, days, bounds of days, reviews of boards alone, inspections that end after the day of the figure.
        Inspection[] gaps =
        [
            Report("Alpha", 1, "2014-06-01", Judgement.Inadequate, null),
            Report("Alpha", 2, null, Judgement.Good, Judgement.Good) with { NotBefore = new(2016, 1, 1), Started = new(2015, 12, 1) },
            Report("Beta", 1, "2015-05-05", null, Judgement.Inadequate),
            Report("Beta", 2, "2015-06-05", Judgement.Good, null) with { Kind = InspectionKind.BoardReviewOnly },
            Report("Gamma", 1, null, Judgement.Good, null) with { NotBefore = new(2017, 1, 1), Ended = new(2016, 12, 31) },
            Report("Delta", 1, "2017-03-31", Judgement.Good, Judgement.Good) with { Started = new(2016, 12, 31), Ended = new(2017, 2, 1) },
            Report("Epsilon", 1, null, null, null),
            Report("Zeta", 1, null, null, null) with { NotBefore = new(2017, 7, 1) },
            Report("Eta", 1, "2017-04-01", Judgement.RequiresImprovement, null),
            Report("Eta", 2, "2017-05-01", Judgement.RequiresImprovement, null) with { Started = new(2017, 1, 1) },
        ];
        Inspection[] later =
        [
            Report("Alpha", 1, "2017-03-01", Judgement.Good, null),
            Report("Theta", 1, "2017-03-02", Judgement.Good, null) with { Started = new(2016, 11, 1) },
        ];
        Inspection[] one = [Report("Alpha", 1, "2016-03-15", Judgement.Good, null) with { Ended = new(2016, 2, 11) }];
        Inspection[] all =
        [
            .. Letters.Select(
                (letter, at) => Report(letter, 1, "2016-03-15", at < 4 ? Judgement.Good : Judgement.RequiresImprovement, Judgement.Good)),
        ];
        OfficialCount[] releases =
        [
            Release("2016-06-30", 0, 2, 2, 1, 5), Release(
                "2016-12-31", 1, null, 1, 2, 6) with { What = "good or outstanding 50%, inadequate 33%" },
            Release("2017-03", 1, 4, 2, 2, null) with { Notes = "reports published by 1 March 2017" }, Release(
                "2017-06-30", 1, 5, 3, 2, 11) with { What = "inspections since 2013" },
            Release("2016-12-30", 1, 3, 0, 0, 7) with { Source = "A synthetic publication, again" }, Release(
                "2016-10-31", null, 3, null, null, 4) with { What = "good or outstanding 3 of 4" },
            Release("2017-01-31", null, 2, null, 3, 5) with { Area = JudgementArea.Leadership }, Release(
                "2016-01-31", null, 1, null, null, 2) with { Area = JudgementArea.Leadership },
        ];
        OfficialCount[] earlier = [.. releases.Where(release => release.LastDay < Day)];
        OfficialCount[] after = [.. releases.Where(release => release.LastDay > Day)];
        return new()
        {
            ["known"] = Data(known, releases),
            ["gaps"] = Data(gaps, releases),
            ["later"] = Data(later, earlier),
            ["one"] = Data(one, after),
            ["all"] = Data(all, releases[1..2]),
            ["empty"] = Data([], []),
        };
    }

    private static SifData Data(IEnumerable<Inspection> inspections, IReadOnlyList<OfficialCount> releases) =>
        new(new InspectionSet(Letters.Select(Authority), inspections), [], releases, []);

    private static LocalAuthority Authority(string letter) =>
        new($"Synthetic {letter}", letter.Length > 4 ? Region.London : Region.NorthEast);

    private static PublishedFigure Figure(string measure, string value) =>
        new("figure", "Synthetic Courier, 3 January 2017, A synthetic publication: of figures",
            "A synthetic figure", value, "inspections", measure, Day, Day);

    private static OfficialCount Release(string asAt, int? outstanding, int? good, int? requiresImprovement, int? inadequate, int? total) =>
        new(asAt, new(2017, 1, 3), JudgementArea.OverallEffectiveness, "published", $"Synthetic release of {asAt}")
        {
            Outstanding = outstanding,
            Good = good,
            RequiresImprovement = requiresImprovement,
            Inadequate = inadequate,
            Total = total,
        };

    private static Inspection Report(string letter, int number, string? published, Judgement? overall, Judgement? leadership)
    {
        var judgements = new Dictionary<JudgementArea, Judgement>();
        if (overall is { } whole)
        {
            judgements[JudgementArea.OverallEffectiveness] = whole;
        }

        if (leadership is { } part)
        {
            judgements[JudgementArea.Leadership] = part;
        }

        return new(Authority(letter), number)
        {
            Published = published is null ? null : DateOnly.ParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Judgements = judgements,
            JudgementsSource = "Synthetic Gazette, 1 May 2016, Another article; a synthetic list",
            DatesSource = "a synthetic list",
        };
    }

    private static string Within(PublishedFigure figure) =>
        figure.Least is { } least ? FormattableString.Invariant($" [{least}, {figure.Most}] {figure.Qualifier}") : "";
}
