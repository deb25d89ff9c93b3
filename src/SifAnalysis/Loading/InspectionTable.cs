using SifAnalysis.Judgements;

namespace SifAnalysis.Loading;

/// <summary>The table of inspections: the kit's own, or yours.</summary>
public static class InspectionTable
{
    internal static readonly string[] Required = ["authority"];

    internal static readonly string[] Optional =
    [
        "number", "started", "ended", "published", "published_not_before", "possible_reissue", "overall", "help_protection", "looked_after",
        "adoption", "care_leavers", "leadership", "safeguarding_board", "report", "dates_source", "judgements_source", "judgements_rank", "notes",
    ];

    /// <summary>The column of each judgement area.</summary>
    public static IReadOnlyDictionary<JudgementArea, string> AreaColumns { get; } = new Dictionary<JudgementArea, string>
    {
        [JudgementArea.OverallEffectiveness] = "overall",
        [JudgementArea.HelpAndProtection] = "help_protection",
        [JudgementArea.LookedAfter] = "looked_after",
        [JudgementArea.Adoption] = "adoption",
        [JudgementArea.CareLeavers] = "care_leavers",
        [JudgementArea.Leadership] = "leadership",
        [JudgementArea.SafeguardingBoard] = "safeguarding_board",
    };

    /// <summary>
    /// Loads the inspections of a CSV file in any common encoding and separator, with the kit's headings or those of Ofsted's
    /// releases; columns that mean nothing to the kit are passed over.
    /// </summary>
    /// <param name="path">The file, with a column of local authorities and one judgement area at least.</param>
    /// <param name="authorities">The authorities that rows may name.</param>
    /// <returns>The inspections, in the order of the file, and every problem.</returns>
    public static Loaded<Inspection> Load(string path, IReadOnlyList<LocalAuthority> authorities)
    {
        ArgumentNullException.ThrowIfNull(authorities);
        var seen = new Dictionary<(string, int), int>();
        var names = new AuthorityNames(authorities);
        var loaded = CsvTable.Read(path, Required, Optional, row => Inspection(row, names, seen), othersAllowed: true);
        if (loaded.Problems.Count > 0 || CsvTable.Columns(path).Intersect(AreaColumns.Values).Any())
        {
            return loaded;
        }

        var problem = new LoadProblem(path, 1, null, null, $"no column of judgements; expected one of {string.Join(", ", AreaColumns.Values)}.");
        return loaded with { Problems = [problem] };
    }

    /// <summary>Streams the inspections of a file of any size, one row in memory at a time.</summary>
    /// <param name="path">The file.</param>
    /// <param name="authorities">The authorities that rows may name.</param>
    /// <param name="problems">Takes every problem as it is found; a row with one is not given out.</param>
    public static IEnumerable<Inspection> Stream(string path, IReadOnlyList<LocalAuthority> authorities, ICollection<LoadProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(authorities);
        ArgumentNullException.ThrowIfNull(problems);
        var names = new AuthorityNames(authorities);
        var found = new List<LoadProblem>();
        foreach (var inspection in CsvTable.Stream(path, Required, Optional, row => Inspection(row, names, seen: null), found, othersAllowed: true))
        {
            yield return inspection;
        }

        foreach (var problem in found)
        {
            problems.Add(problem);
        }
    }

    private static Inspection? Inspection(CsvTable row, AuthorityNames names, Dictionary<(string, int), int>? seen)
    {
        var name = row.RequiredText("authority");
        var authority = name is null ? null : names.Find(name);
        if (name is not null && authority is null)
        {
            row.Problem("authority", name, names.Advice(name));
        }

        var number = row.Integer("number") ?? 1;
        if (number < 1)
        {
            row.Problem("number", row.Text("number"), "expected 1 for the first inspection, 2 for the re-inspection.");
        }

        var started = row.Date("started");
        var ended = row.Date("ended");
        var published = row.Date("published");
        var notBefore = row.Date("published_not_before");
        InOrder(row, "ended", ended, "started", started);
        InOrder(row, "published", published, "started", started);
        InOrder(row, "published", published, "ended", ended);
        InOrder(row, "published", published, "published_not_before", notBefore);
        var judgements = new Dictionary<JudgementArea, Judgement>();
        foreach (var (area, column) in AreaColumns)
        {
            var text = row.Text(column);
            if (!JudgementParsing.TryParse(text, out var judgement))
            {
                row.Problem(column, text, $"expected {JudgementParsing.Expected}.");
            }
            else if (judgement is { } known)
            {
                judgements.Add(area, known);
            }
        }

        var report = row.Text("report");
        if (!Uri.TryCreate(report, UriKind.Absolute, out var address) && report is not null)
        {
            row.Problem("report", report, "expected the whole address of a page, such as https://reports.ofsted.gov.uk/.");
        }

        if (authority is null)
        {
            return null;
        }

        if (seen is not null && !seen.TryAdd((authority.Name, number), row.Line))
        {
            row.Problem(
                "authority", name, $"inspection {number} of {authority.Name} stands on line {seen[(authority.Name, number)]} already; keep one, or number them.");
            return null;
        }

        return new Inspection(authority, number)
        {
            Started = started,
            Ended = ended,
            Published = published,
            PublishedNotBefore = notBefore,
            PossibleReissue = row.Text("possible_reissue") is "yes",
            Judgements = judgements,
            Report = address,
            DatesSource = row.Text("dates_source"),
            JudgementsSource = row.Text("judgements_source"),
            Notes = row.Text("notes"),
        };
    }

    private static void InOrder(CsvTable row, string column, DateOnly? later, string earlierColumn, DateOnly? earlier)
    {
        if (later < earlier)
        {
            row.Problem(column, row.Text(column), $"this is before {earlierColumn}, {earlier.Value.Iso()}; check both dates.");
        }
    }
}
