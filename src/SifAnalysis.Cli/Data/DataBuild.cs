using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SifAnalysis.Figures;
using SifAnalysis.Judgements;
using SifAnalysis.Loading;

namespace SifAnalysis.Cli.Data;

/// <summary>
/// Makes the tables of <c>data/</c> from <c>data/raw</c> and <c>data/corrections</c>. It adds nothing that these do not
/// state: a fuller raw file replaces today's without a change here.
/// </summary>
internal sealed class DataBuild
{
    private readonly RawTable rows;
    private readonly RawTable context;
    private readonly RawTable later;
    private readonly RawTable authorities;
    private readonly RawTable successors;
    private readonly RawTable neighbours;
    private readonly RawTable areas;
    private readonly RawTable counts;
    private readonly RawTable figures;
    private readonly RawTable publications;
    private readonly Correction names;
    private readonly Correction codes;
    private readonly Correction notBefore;
    private readonly Correction measures;
    private readonly IReadOnlyList<IReadOnlyDictionary<string, string>> ranks;
    private readonly HashSet<string> ranksUsed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LocalAuthority> byName;
    private readonly string folder;

    private DataBuild(string folder)
    {
        this.folder = folder;
        var raw = Path.Combine(folder, "raw");
        var corrections = Path.Combine(folder, "corrections");
        rows = RawTable.Read(raw, "sif-rows.csv");
        context = RawTable.Read(raw, "sif-context.csv");
        later = RawTable.Read(raw, "ilacs-rows.csv");
        authorities = RawTable.Read(raw, "local-authorities.csv");
        successors = RawTable.Read(raw, "successors.csv");
        neighbours = RawTable.Read(raw, "neighbours.csv");
        areas = RawTable.Read(raw, "judgement-areas.csv");
        counts = RawTable.Read(raw, "official-counts.csv");
        figures = RawTable.Read(raw, "article-figures.csv");
        publications = RawTable.Read(corrections, "publications.csv");
        names = new Correction(RawTable.Read(corrections, "authority-names.csv"), "file", "name");
        codes = new Correction(RawTable.Read(corrections, "authorities.csv"), "authority");
        notBefore = new Correction(RawTable.Read(corrections, "not-before.csv"), "authority", "number");
        measures = new Correction(RawTable.Read(corrections, "figure-measures.csv"), "id");
        ranks = RawTable.Read(corrections, "source-ranks.csv").Rows;
        byName = Authorities().ToDictionary(authority => authority.Name, StringComparer.Ordinal);
    }

    /// <summary>Every file that the build makes, by its name, in the order in which they are made.</summary>
    /// <exception cref="CommandException">A raw row is not understood, or a correction matches none.</exception>
    public static IReadOnlyDictionary<string, string> Files(string folder) => new DataBuild(folder).Files();

    private Dictionary<string, string> Files()
    {
        var files = new Dictionary<string, string>();
        void Add<T>(DataTable<T> table, IEnumerable<T> records) => files[$"{table.Name}.csv"] = table.ToCsv(records);
        Add(AuthorityTable.Table, byName.Values.OrderBy(authority => authority.Name, StringComparer.Ordinal));
        Add(InspectionTable.Sif, InOrder(rows.Rows.Select(Inspection)));
        Add(InspectionTable.Ilacs, InOrder(LaterInspections()));
        Add(LocalFactsTable.Table, Facts());
        Add(AuthorityRelations.Successions, Successions());
        Add(AuthorityRelations.Neighbours, neighbours.Rows.Select(row => new StatisticalNeighbour(
            Known(neighbours, row["la_name"]), row["edition"],
                int.Parse(row["rank"], CultureInfo.InvariantCulture), Known(neighbours, row["neighbour"]))));
        Add(AreaTable.Table, areas.Rows.Select(row => new AreaCorrespondence(
            Area(row["area"]), row["sif"], Blank(row["ilacs"]),
                Enum.Parse<Correspondence>(row["correspondence"], ignoreCase: true), row["note"])));
        Add(FigureTables.Figures, figures.Rows.Select(Figure));
        Add(FigureTables.Counts, counts.Rows.Select(Count));
        Add(SourceTable.Table, Sources());
        var unused = new[] { names, codes, notBefore, measures }.SelectMany(correction => correction.Unused()).ToList();
        unused.AddRange(ranks.Where(rank => !ranksUsed.Contains(rank["begins_with"]))
            .Select(rank => $"source-ranks.csv: {rank["begins_with"]}"));
        if (unused.Count > 0)
        {
            throw new CommandException($"Corrections that match no row; correct or remove them:\n  {string.Join("\n  ", unused)}");
        }

        files["datapackage.json"] = DataPackage.Json(files);
        files["README.md"] = Codebook.With(File.ReadAllText(Path.Combine(folder, "README.md")), files);
        files["checksums.sha256"] = Checksums(files);
        return files;
    }

    private IEnumerable<LocalAuthority> Authorities()
    {
        var successions = Successions().ToList();
        var listed = authorities.Rows.Select(row => (Name: Name(authorities, row["la_name"]), Row: row)).ToList();
        var made = successions.Select(succession => succession.Successor).Where(name => listed.All(own => own.Name != name)).Distinct();
        return listed.Select(own => Authority(own.Name, own.Row)).Concat(made.Select(name => Authority(name, null)));

        LocalAuthority Authority(string name, IReadOnlyDictionary<string, string>? row)
        {
            var correction = row is null || row["la_type"].Length == 0
                ? codes.Find(name) ?? throw new CommandException(
                    $"raw/local-authorities.csv says too little of {name}; add it to corrections/authorities.csv.")
                : null;
            return new LocalAuthority(name, RegionNamed(name, correction?["region"] ?? row!["region"]))
            {
                Type = TypeNamed(name, correction?["type"] ?? row!["la_type"]),
                OnsCode = correction?["ons_code"] ?? row!["ons_code_2023"],
                Number = correction?["dfe_number"] ?? row!["la_code"],
                From = successions.FirstOrDefault(each => each.Successor == name)?.From,
                Until = successions.FirstOrDefault(each => each.Predecessor == name)?.From,
                Predecessors = [.. successions.Where(each => each.Successor == name).Select(each => each.Predecessor)],
                Successors = [.. successions.Where(each => each.Predecessor == name).Select(each => each.Successor)],
                Source = correction?["source"] ?? "raw/local-authorities.csv",
            };
        }
    }

    private IEnumerable<Succession> Successions() => successors.Rows.Select(row =>
        new Succession(row["predecessor"], row["successor"], Day(successors, row["successor"], row["from"])!.Value, row["source"]));

    private Inspection Inspection(IReadOnlyDictionary<string, string> row)
    {
        var (name, kind) = (Known(rows, row["la_name"]), row["kind"]);
        return new Inspection(byName[name], row["inspection_number"].Length == 0
            ? 0 : int.Parse(row["inspection_number"], CultureInfo.InvariantCulture))
        {
            Kind = Enum.GetValues<InspectionKind>().Cast<InspectionKind?>().FirstOrDefault(each => each!.Value.Name() == kind)
                ?? throw new CommandException($"raw/sif-rows.csv: {name} is of kind \"{kind}\", which the build does not know."),
            Started = Day(rows, name, row["inspection_start"]),
            Ended = Day(rows, name, row["inspection_end"]),
            Published = Day(rows, name, row["report_published"]),
            NotBefore = notBefore.Find(name, row["inspection_number"]) is { } correction ? Day(rows, name, correction["not_before"]) : null,
            Judgements = Stated(name, row, Framework.Sif, statement => statement.Judgement),
            UnjudgedAreas = Stated(name, row, Framework.Sif, statement => statement.Unjudged),
            Report = new Uri(row["report_url"], UriKind.RelativeOrAbsolute) is { IsAbsoluteUri: true } address ? address : null,
            DatesSource = Blank(row["dates_source"]),
            JudgementsSource = Blank(row["judgements_source"]),
            JudgementsRank = Citations(row["judgements_source"]).Select(source => (SourceRank?)Rank(source)).Min(),
            Notes = Blank(row["notes"]),
        };
    }

    private IEnumerable<Inspection> LaterInspections() =>
        from own in later.Rows.GroupBy(row => Known(later, row["la_name"]))
        from each in own.OrderBy(row => row["report_published"], StringComparer.Ordinal).Index()
        let row = each.Item
        select new Inspection(byName[own.Key], each.Index + 1)
        {
            Framework = Framework.Ilacs,
            Form = row["form"] switch
            {
                "" => null,
                "standard" => InspectionForm.StandardInspection,
                "short" => InspectionForm.ShortInspection,
                "inspection duration longer than standard framework" => InspectionForm.ExtendedInspection,
                var other =>
                    throw new CommandException($"raw/ilacs-rows.csv: {own.Key} is of form \"{other}\", which the build does not know."),
            },
            Started = Day(later, own.Key, row["inspection_start"]),
            Ended = Day(later, own.Key, row["inspection_end"]),
            Published = Day(later, own.Key, row["report_published"]),
            Judgements = Stated(own.Key, row, Framework.Ilacs, statement => statement.Judgement),
            UnjudgedAreas = Stated(own.Key, row, Framework.Ilacs, statement => statement.Unjudged),
            Report = new Uri(row["report_url"], UriKind.RelativeOrAbsolute) is { IsAbsoluteUri: true } address ? address : null,
            DatesSource = Blank(row["source"]),
            JudgementsSource = Blank(row["source"]),
            JudgementsRank = Citations(row["source"]).Select(source => (SourceRank?)Rank(source)).Min(),
        };

    private IEnumerable<LocalFacts> Facts()
    {
        var numbers = rows.Rows.ToLookup(row => (Known(rows, row["la_name"]), row["report_published"]), row => row["inspection_number"]);
        return
            from row in context.Rows
            let name = Known(context, row["la_name"])
            let number = numbers[(name, row["report_published"])].FirstOrDefault()
                ?? throw new CommandException($"raw/sif-context.csv: sif-rows.csv has no report on {name} of {row["report_published"]}.")
            orderby name, number
            select new LocalFacts(name, int.Parse(number, CultureInfo.InvariantCulture))
            {
                PopulationUnder18 = Whole(row["population_under_18"]),
                ShareUnder18 = Decimal(row["under_18_share"]),
                ChildPoverty = Decimal(row["child_poverty"]),
                FreeSchoolMealsPrimary = Decimal(row["free_school_meals_primary"]),
                FreeSchoolMealsSecondary = Decimal(row["free_school_meals_secondary"]),
                MinorityEthnic = Decimal(row["minority_ethnic"]),
                EnglishAdditionalPrimary = Decimal(row["english_additional_primary"]),
                EnglishAdditionalSecondary = Decimal(row["english_additional_secondary"]),
                ChildrenInNeed = Whole(row["children_in_need"]),
                ChildProtectionPlans = Whole(row["child_protection_plans"]),
                LookedAfterChildren = Whole(row["looked_after_children"]),
                LookedAfterRate = Decimal(row["looked_after_rate"]),
                DirectorSince = Month(name, row["director_since"]),
                BoardChairSince = Month(name, row["lscb_chair_since"]),
                PreviousSafeguarding = Earlier(row["previous_safeguarding"]),
                PreviousLookedAfter = Earlier(row["previous_looked_after"]),
            };
    }

    private OfficialCount Count(IReadOnlyDictionary<string, string> row) =>
        new(row["as_at"], Day(counts, row["source"], row["published"])!.Value, Area(row["area"]), row["what"], row["source"])
        {
            Outstanding = Whole(row["outstanding"]),
            Good = Whole(row["good"]),
            RequiresImprovement = Whole(row["requires_improvement"]),
            Inadequate = Whole(row["inadequate"]),
            Total = Whole(row["total"]),
            Notes = Blank(row["notes"]),
        };

    private PublishedFigure Figure(IReadOnlyDictionary<string, string> row)
    {
        var publication = publications.Rows.Single(each => each["file"] == figures.Name);
        var measure = measures.Find(row["id"])
            ?? throw new CommandException(
                $"raw/article-figures.csv: no measure answers {row["id"]}; add it to corrections/figure-measures.csv.");
        return new PublishedFigure(
            row["id"], publication["publication"], row["statement"], row["value"], row["unit"], measure["measure"],
            Day(publications, row["id"], publication["first_day"])!.Value, Day(publications, row["id"], publication["last_day"])!.Value)
        {
            Qualifier = row["qualifier"],
            Area = row["area"].Length == 0 ? null : Area(row["area"]),
            Judgement = Judged(row["id"], "judgement", row["judgement"]).Judgement,
            Authority = Blank(measure["authority"]),
            Least = Decimal(measure["least"]),
            Most = Decimal(measure["most"]),
            Tolerance = Blank(measure["reason"]),
        };
    }

    private IEnumerable<Source> Sources()
    {
        var dated = rows.Rows.SelectMany(row => Citations(row["dates_source"]).Distinct()).CountBy(title => title).ToDictionary();
        var judged = rows.Rows.SelectMany(row => Citations(row["judgements_source"]).Distinct()).CountBy(title => title).ToDictionary();
        foreach (var title in later.Rows.SelectMany(row => Citations(row["source"]).Distinct()))
        {
            dated[title] = dated.GetValueOrDefault(title) + 1;
            judged[title] = judged.GetValueOrDefault(title) + 1;
        }

        return dated.Keys.Union(judged.Keys).Order(StringComparer.Ordinal).Select(title =>
            new Source($"S{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(title)))[..8]}", Rank(title), title)
            {
                RowsDated = dated.GetValueOrDefault(title),
                RowsJudged = judged.GetValueOrDefault(title),
            });
    }

    private SourceRank Rank(string source)
    {
        var rank = ranks.First(each => source.StartsWith(each["begins_with"], StringComparison.Ordinal));
        ranksUsed.Add(rank["begins_with"]);
        return Enum.Parse<SourceRank>(rank["rank"], ignoreCase: true);
    }

    /// <summary>
    /// The sources of a cell: parted by semicolons outside brackets. What a source is cited for ("inspection: …", "also …") is not part of
    /// its name, and what a report says of its own day is no source.
    /// </summary>
    private static IEnumerable<string> Citations(string cell) => Parted(cell)
        .Where(citation => !citation.StartsWith("the report states", StringComparison.Ordinal))
        .Select(citation => CitedFor.Aggregate(
            citation, (text, words) => text.StartsWith(words, StringComparison.Ordinal) ? text[words.Length..] : text))
        .Select(citation => citation == "its section of the report" ? "Ofsted's report, section on the LSCB" : citation);

    private static readonly string[] CitedFor =
        ["also ", "inspection: ", "publication, which the title page does not state: ", "LSCB: ", "adoption: "];

    private static IEnumerable<string> Parted(string cell)
    {
        var depth = 0;
        var start = 0;
        for (var at = 0; at <= cell.Length; at++)
        {
            depth += at < cell.Length ? cell[at] switch { '(' => 1, ')' => -1, _ => 0 } : 0;
            if (at == cell.Length || (cell[at] == ';' && depth <= 0))
            {
                if (cell[start..at].Trim() is { Length: > 0 } citation)
                {
                    yield return citation;
                }

                start = at + 1;
            }
        }
    }

    private static IEnumerable<Inspection> InOrder(IEnumerable<Inspection> inspections) =>
        inspections.OrderBy(inspection => inspection.Authority.Name, StringComparer.Ordinal).ThenBy(inspection => inspection.Published);

    // The name that the kit gives the authority of a raw table: a county and a council of one name are two.
    private string Name(RawTable table, string name) => names.Find(table.Name, name)?["authority"] ?? name;

    private string Known(RawTable table, string name) => byName.ContainsKey(Name(table, name))
        ? Name(table, name)
        : throw new CommandException(
            $"raw/{table.Name}: \"{name}\" is no authority of raw/local-authorities.csv, and no successor of one.");

    private static Dictionary<JudgementArea, T> Stated<T>(
        string name, IReadOnlyDictionary<string, string> row, Framework framework,
        Func<(Judgement? Judgement, Unjudged? Unjudged), T?> part)
        where T : struct => framework.Areas()
            .Select(area => (Area: area, Part: part(Judged(name, Column(area, framework), row[Column(area, framework)]))))
            .Where(each => each.Part is not null)
            .ToDictionary(each => each.Area, each => each.Part!.Value);

    private static string Column(JudgementArea area, Framework framework) =>
        area == JudgementArea.SafeguardingBoard ? "lscb" : InspectionTable.ColumnOf(area, framework);

    private static (Judgement? Judgement, Unjudged? Unjudged) Judged(string row, string column, string text) =>
        JudgementParsing.TryParse(text, out var judgement, out var unjudged)
        ? (judgement, unjudged)
        : throw new CommandException($"{row}, {column}: \"{text}\" is no judgement; expected {JudgementParsing.Expected}.");

    private static JudgementArea Area(string name) => InspectionTable.AreaColumns
        .Where(pair => pair.Value == name || pair.Key.Name().Equals(name, StringComparison.OrdinalIgnoreCase)
            || pair.Key.ShortName().Equals(name, StringComparison.OrdinalIgnoreCase))
        .Select(pair => (JudgementArea?)pair.Key)
        .FirstOrDefault() ?? throw new CommandException($"\"{name}\" is no judgement area.");

    private static Region RegionNamed(string authority, string name) =>
        Enum.GetValues<Region>().Cast<Region?>().FirstOrDefault(each => each!.Value.Name() == name)
            ?? throw new CommandException($"{authority} is in \"{name}\", which is no region of government.");

    private static AuthorityType TypeNamed(string authority, string name) =>
        Enum.GetValues<AuthorityType>().Cast<AuthorityType?>()
            .FirstOrDefault(each => each!.Value.Name().Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new CommandException($"{authority} is of type \"{name}\", which the build does not know.");

    private static DateOnly? Day(RawTable table, string row, string text) => text.Length == 0 ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new CommandException($"{table.Name}, {row}: \"{text}\" is no day; expected one such as 2016-12-31.");

    private static DateOnly? Month(string row, string text) => text.Length == 0 ? null
        : DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new CommandException($"sif-context.csv, {row}: \"{text}\" is no month; expected one such as 2016-12.");

    private static EarlierJudgement? Earlier(string text) => text.Length == 0 ? null : Enum.Parse<EarlierJudgement>(text);

    private static int? Whole(string text) => text.Length == 0 ? null : int.Parse(text, CultureInfo.InvariantCulture);

    private static double? Decimal(string text) => text.Length == 0 ? null : double.Parse(text, CultureInfo.InvariantCulture);

    private static string? Blank(string text) => text.Length == 0 ? null : text;

    // What the build read is hashed beside what it made, so that a changed raw table is seen.
    private string Checksums(IReadOnlyDictionary<string, string> files) => string.Concat(files
        .Select(file => (Name: file.Key, Bytes: Encoding.UTF8.GetBytes(file.Value)))
        .Concat(new[] { "corrections", "raw" }
            .SelectMany(part => Directory.EnumerateFiles(Path.Combine(folder, part), "*.csv"))
            .Select(path =>
                (Name: $"{Path.GetFileName(Path.GetDirectoryName(path))}/{Path.GetFileName(path)}", Bytes: File.ReadAllBytes(path))))
        .OrderBy(file => file.Name, StringComparer.Ordinal)
        .Select(file => $"{Convert.ToHexStringLower(SHA256.HashData(file.Bytes))}  {file.Name}\n"));
}
