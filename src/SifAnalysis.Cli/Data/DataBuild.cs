using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SifAnalysis.Figures;
using SifAnalysis.Judgements;
using SifAnalysis.Loading;
using TextRow = System.Collections.Generic.IReadOnlyDictionary<string, string>;

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
    private readonly IReadOnlyList<TextRow> ranks;
    private readonly HashSet<string> ranksUsed = new(StringComparer.Ordinal);
    private readonly HashSet<string> known;
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
        known = Authorities().Select(row => row["authority"]).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Every file that the build makes, by its name, in the order in which they are made.</summary>
    /// <exception cref="CommandException">A raw row is not understood, or a correction matches none.</exception>
    public static IReadOnlyDictionary<string, string> Files(string folder) => new DataBuild(folder).Files();

    private Dictionary<string, string> Files()
    {
        var data = Loaded(Tables());
        var unused = new[] { names, codes, notBefore, measures }.SelectMany(correction => correction.Unused()).ToList();
        unused.AddRange(ranks.Where(rank => !ranksUsed.Contains(rank["begins_with"]))
            .Select(rank => $"source-ranks.csv: {rank["begins_with"]}"));
        if (unused.Count > 0)
        {
            throw new CommandException($"Corrections that match no row; correct or remove them:\n  {string.Join("\n  ", unused)}");
        }

        var files = FilledTable.All(data).ToDictionary(filled => $"{filled.Table.Name}.csv", filled => filled.Csv());
        files["datapackage.json"] = DataPackage.Json(files);
        files["README.md"] = Codebook.With(File.ReadAllText(Path.Combine(folder, "README.md")), data);
        files["checksums.sha256"] = Checksums(files);
        return files;
    }

    // The raw rows in the kit's columns, still as text and in their own order: what a text means is for the loaders to say.
    private IReadOnlyList<(DataTable Table, RawTable From, IEnumerable<TextRow> Rows)> Tables() =>
    [
        (AuthorityTable.Table, authorities, Authorities()),
        (InspectionTable.Sif, rows, rows.Rows.Select(Inspection)),
        (InspectionTable.Ilacs, later, LaterInspections()),
        (LocalFactsTable.Table, context, context.Rows.Select(Facts)),
        (AuthorityRelations.Successions, successors, successors.Rows),
        (AuthorityRelations.Neighbours, neighbours, neighbours.Rows.Select(row => With(row,
            ("authority", Known(neighbours, row["la_name"])), ("neighbour", Known(neighbours, row["neighbour"]))))),
        (AreaTable.Table, areas, areas.Rows),
        (FigureTables.Figures, figures, figures.Rows.Select(Figure)),
        (FigureTables.Counts, counts, counts.Rows.Select(row => With(row, ("area", Area(row["area"]))))),
        (SourceTable.Table, rows, Sources()),
    ];

    // Loads the tables from a folder of their own; problems are told of the raw rows, whose lines are the same.
    private static SifData Loaded(IReadOnlyList<(DataTable Table, RawTable From, IEnumerable<TextRow> Rows)> tables)
    {
        var made = Directory.CreateTempSubdirectory("sif-data-").FullName;
        var sources = tables.ToDictionary(each => Path.Combine(made, $"{each.Table.Name}.csv"));
        try
        {
            foreach (var (path, each) in sources)
            {
                File.WriteAllText(path, each.Table.ToCsv(each.Rows));
            }

            return SifData.Load(made);
        }
        catch (LoadException cause)
        {
            var problems = cause.Problems.Select(problem => sources.TryGetValue(problem.File, out var source)
                ? problem with { File = $"raw/{source.From.Name}" } : problem);
            throw new CommandException(new LoadException([.. problems]).Message);
        }
        finally
        {
            Directory.Delete(made, recursive: true);
        }
    }

    private IEnumerable<TextRow> Authorities()
    {
        var made = successors.Rows.Select(row => row["successor"]).Distinct();
        var listed = authorities.Rows.Select(row => (Name: Name(authorities, row["la_name"]), Row: row)).ToList();
        return listed.Select(own => Authority(own.Name, own.Row))
            .Concat(made.Where(name => listed.All(own => own.Name != name)).Select(name => Authority(name, null)));
    }

    private Dictionary<string, string> Authority(string name, TextRow? row)
    {
        var correction = row is null || row["la_type"].Length == 0
            ? codes.Find(name) ?? throw new CommandException(
                $"raw/local-authorities.csv says too little of {name}; add it to corrections/authorities.csv.")
            : null;
        var (before, after) = (Related("successor", "predecessor"), Related("predecessor", "successor"));
        return new()
        {
            ["authority"] = name,
            ["region"] = correction?["region"] ?? row!["region"],
            ["type"] = correction?["type"] ?? row!["la_type"],
            ["ons_code"] = correction?["ons_code"] ?? row!["ons_code_2023"],
            ["dfe_number"] = correction?["dfe_number"] ?? row!["la_code"],
            ["from"] = before.Day,
            ["until"] = after.Day,
            ["predecessors"] = before.Names,
            ["successors"] = after.Names,
            ["source"] = correction?["source"] ?? "raw/local-authorities.csv",
        };

        (string Day, string Names) Related(string own, string other)
        {
            var related = successors.Rows.Where(each => each[own] == name).ToList();
            return (related.Select(each => each["from"]).FirstOrDefault(""), string.Join("; ", related.Select(each => each[other])));
        }
    }

    private Dictionary<string, string> Inspection(TextRow row)
    {
        var name = Known(rows, row["la_name"]);
        return With(row,
            ("authority", name),
            ("number", row["inspection_number"]),
            ("started", row["inspection_start"]),
            ("ended", row["inspection_end"]),
            ("published", row["report_published"]),
            ("not_before", notBefore.Find(name, row["inspection_number"])?["not_before"] ?? ""),
            ("safeguarding_board", row["lscb"]),
            ("report", row["report_url"]),
            ("judgements_rank", Rank(Citations(row["judgements_source"]))));
    }

    private IEnumerable<TextRow> LaterInspections()
    {
        var published = later.Rows.ToLookup(row => Known(later, row["la_name"]), row => row["report_published"]);
        return
            from row in later.Rows
            let name = Known(later, row["la_name"])
            select With(row,
                ("authority", name),
                ("number", Text(published[name].Count(day => string.CompareOrdinal(day, row["report_published"]) <= 0))),
                ("form", row["form"] == "inspection duration longer than standard framework" ? "extended" : row["form"]),
                ("started", row["inspection_start"]),
                ("ended", row["inspection_end"]),
                ("published", row["report_published"]),
                ("report", row["report_url"]),
                ("dates_source", row["source"]),
                ("judgements_source", row["source"]),
                ("judgements_rank", Rank(Citations(row["source"]))));
    }

    private Dictionary<string, string> Facts(TextRow row)
    {
        var name = Known(context, row["la_name"]);
        var inspected = rows.Rows.FirstOrDefault(
                each => each["report_published"] == row["report_published"] && Known(rows, each["la_name"]) == name)
            ?? throw new CommandException($"raw/sif-context.csv: sif-rows.csv has no report on {name} of {row["report_published"]}.");
        return With(row, ("authority", name), ("number", inspected["inspection_number"]));
    }

    private Dictionary<string, string> Figure(TextRow row)
    {
        var publication = publications.Rows.Single(each => each["file"] == figures.Name);
        var measure = measures.Find(row["id"])
            ?? throw new CommandException(
                $"raw/article-figures.csv: no measure answers {row["id"]}; add it to corrections/figure-measures.csv.");
        return With(row,
            ("publication", publication["publication"]),
            ("first_day", publication["first_day"]),
            ("last_day", publication["last_day"]),
            ("area", row["area"].Length == 0 ? "" : Area(row["area"])),
            ("measure", measure["measure"]),
            ("authority", measure["authority"]),
            ("least", measure["least"]),
            ("most", measure["most"]),
            ("tolerance", measure["reason"]));
    }

    private IEnumerable<TextRow> Sources()
    {
        var dated = Cited(rows, "dates_source").Concat(Cited(later, "source")).CountBy(title => title).ToDictionary();
        var judged = Cited(rows, "judgements_source").Concat(Cited(later, "source")).CountBy(title => title).ToDictionary();
        return dated.Keys.Union(judged.Keys).Order(StringComparer.Ordinal).Select(title => new Dictionary<string, string>
        {
            ["id"] = $"S{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(title)))[..8]}",
            ["rank"] = Rank([title]),
            ["title"] = title,
            ["rows_dated"] = Text(dated.GetValueOrDefault(title)),
            ["rows_judged"] = Text(judged.GetValueOrDefault(title)),
        });

        static IEnumerable<string> Cited(RawTable table, string column) =>
            table.Rows.SelectMany(row => Citations(row[column]).Distinct());
    }

    // The best rank among sources; blank where there is none.
    private string Rank(IEnumerable<string> sources) =>
        sources.Select(source => (SourceRank?)Rank(source)).Min()?.ToString().ToLowerInvariant() ?? "";

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

    // The name that the kit gives the authority of a raw table: a county and a council of one name are two.
    private string Name(RawTable table, string name) => names.Find(table.Name, name)?["authority"] ?? name;

    private string Known(RawTable table, string name) => known.Contains(Name(table, name))
        ? Name(table, name)
        : throw new CommandException(
            $"raw/{table.Name}: \"{name}\" is no authority of raw/local-authorities.csv, and no successor of one.");

    private static string Area(string name) => InspectionTable.AreaColumns
        .Where(pair => pair.Value == name || pair.Key.Name().Equals(name, StringComparison.OrdinalIgnoreCase)
            || pair.Key.ShortName().Equals(name, StringComparison.OrdinalIgnoreCase))
        .Select(pair => pair.Value)
        .FirstOrDefault() ?? throw new CommandException($"\"{name}\" is no judgement area.");

    private static Dictionary<string, string> With(TextRow row, params (string Column, string Text)[] texts)
    {
        var made = new Dictionary<string, string>(row);
        foreach (var (column, text) in texts)
        {
            made[column] = text;
        }

        return made;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

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
