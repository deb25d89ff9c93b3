using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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
    private readonly RawTable authorities;
    private readonly RawTable counts;
    private readonly RawTable figures;
    private readonly RawTable publications;
    private readonly Correction notBefore;
    private readonly Correction reissues;
    private readonly Correction dates;
    private readonly Correction types;
    private readonly Correction measures;
    private readonly IReadOnlyList<IReadOnlyDictionary<string, string>> ranks;
    private readonly HashSet<string> ranksUsed = new(StringComparer.Ordinal);
    private readonly string folder;

    private DataBuild(string folder)
    {
        this.folder = folder;
        var raw = Path.Combine(folder, "raw");
        var corrections = Path.Combine(folder, "corrections");
        rows = RawTable.Read(raw, "sif-rows.csv");
        authorities = RawTable.Read(raw, "local-authorities.csv");
        counts = RawTable.Read(raw, "official-counts.csv");
        figures = RawTable.Read(raw, "article-figures.csv");
        publications = RawTable.Read(corrections, "publications.csv");
        notBefore = new Correction(RawTable.Read(corrections, "published-not-before.csv"), "authority", "number");
        reissues = new Correction(RawTable.Read(corrections, "possible-reissues.csv"), "authority", "number");
        dates = new Correction(RawTable.Read(corrections, "inspection-dates.csv"), "authority", "number");
        types = new Correction(RawTable.Read(corrections, "authority-types.csv"), "authority");
        measures = new Correction(RawTable.Read(corrections, "figure-measures.csv"), "id");
        ranks = RawTable.Read(corrections, "source-ranks.csv").Rows;
    }

    /// <summary>Every file that the build makes, by its name, in the order in which they are made.</summary>
    /// <exception cref="CommandException">A raw row is not understood, or a correction matches none.</exception>
    public static IReadOnlyDictionary<string, string> Files(string folder) => new DataBuild(folder).Files();

    private Dictionary<string, string> Files()
    {
        var files = new Dictionary<string, string>
        {
            ["local-authorities.csv"] = Authorities(),
            ["inspections.csv"] = Inspections(),
            ["official-counts.csv"] = Counts(),
            ["published-figures.csv"] = Figures(),
            ["sources.csv"] = Sources(),
        };
        var unused = new[] { notBefore, reissues, dates, types, measures }.SelectMany(correction => correction.Unused()).ToList();
        unused.AddRange(ranks.Where(rank => !ranksUsed.Contains(rank["begins_with"])).Select(rank => $"source-ranks.csv: {rank["begins_with"]}"));
        if (unused.Count > 0)
        {
            throw new CommandException($"Corrections that match no row; mend or remove them:\n  {string.Join("\n  ", unused)}");
        }

        files["datapackage.json"] = DataPackage.Json(files);
        files["README.md"] = Codebook.With(File.ReadAllText(Path.Combine(folder, "README.md")), files);
        files["checksums.sha256"] = Checksums(files);
        return files;
    }

    private string Authorities() => RawTable.Csv(
        ["authority", "region", "ofsted_region", "type", "type_source", "ons_code", "dfe_number"],
        authorities.Rows.OrderBy(row => row["la_name"], StringComparer.Ordinal).Select(row =>
        {
            var region = Enum.GetValues<Region>().Cast<Region?>().FirstOrDefault(each => each!.Value.Name() == row["region"])
                ?? throw new CommandException($"raw/local-authorities.csv: {row["la_name"]} is in \"{row["region"]}\", which is no region of government.");
            var (type, source) = row["la_type"] switch
            {
                "" => types.Find(row["la_name"]) is { } found ? (found["type"], found["source"]) : ("", ""),
                "London Borough" => ("London borough", "raw/local-authorities.csv"),
                "Metropolitan District" => ("Metropolitan district", "raw/local-authorities.csv"),
                "Unitary Authority" => ("Unitary authority", "raw/local-authorities.csv"),
                "County" => ("County", "raw/local-authorities.csv"),
                var other => throw new CommandException($"raw/local-authorities.csv: {row["la_name"]} is of type \"{other}\", which the build does not know."),
            };
            return new[] { row["la_name"], region.Name(), region.ToOfstedRegion().Name(), type, source, row["ons_code_2023"], row["la_code"] };
        }));

    private string Inspections() => RawTable.Csv(
        [
            "authority", "number", "started", "ended", "published", "published_not_before", "possible_reissue", "overall", "help_protection",
            "looked_after", "adoption", "care_leavers", "leadership", "safeguarding_board", "report", "dates_source", "judgements_source",
            "judgements_rank", "notes",
        ],
        rows.Rows.OrderBy(row => row["la_name"], StringComparer.Ordinal).ThenBy(row => row["inspection_number"], StringComparer.Ordinal).Select(row =>
        {
            var (name, number) = (row["la_name"], row["inspection_number"]);
            var judgements = new[] { "overall", "help_protection", "looked_after", "adoption", "care_leavers", "leadership", "lscb" }
                .Select(column => Judged(name, column, row[column]));
            var best = Citations(row["judgements_source"]).Select(Rank).DefaultIfEmpty("").MinBy(RankOrder);
            var mistaken = dates.Find(name, number);
            return (IReadOnlyList<string?>)
            [
                name, number, mistaken is null ? row["inspection_start"] : "", mistaken is null ? row["inspection_end"] : "", row["report_published"],
                notBefore.Find(name, number)?["published_not_before"], reissues.Find(name, number) is null ? "" : "yes",
                .. judgements, row["report_url"], row["dates_source"], row["judgements_source"], best,
                string.Join(" ", new[] { row["notes"], mistaken?["reason"] }.Where(note => !string.IsNullOrEmpty(note))),
            ];
        }));

    private string Counts() => RawTable.Csv(
        ["as_at", "published", "area", "what", "outstanding", "good", "requires_improvement", "inadequate", "total", "source", "notes"],
        counts.Rows.Select(row => new[]
        {
            row["as_at"], row["published"], Area(row["area"]), row["what"], row["outstanding"], row["good"], row["requires_improvement"],
            row["inadequate"], row["total"], row["source"], row["notes"],
        }));

    private string Figures() => RawTable.Csv(
        [
            "id", "publication", "statement", "value", "unit", "measure", "as_at", "qualifier", "area", "judgement", "authority", "least", "most",
            "tolerance",
        ],
        figures.Rows.Select(row =>
        {
            var publication = publications.Rows.Single(each => each["file"] == figures.Name);
            var measure = measures.Find(row["id"])
                ?? throw new CommandException($"raw/article-figures.csv: no measure answers {row["id"]}; add it to corrections/figure-measures.csv.");
            return new[]
            {
                row["id"], publication["publication"], row["statement"], row["value"], row["unit"], measure["measure"], publication["as_at"],
                row["qualifier"], row["area"].Length == 0 ? "" : Area(row["area"]), Judged(row["id"], "judgement", row["judgement"]),
                measure["authority"], measure["least"], measure["most"], measure["reason"],
            };
        }));

    private string Sources()
    {
        var dated = rows.Rows.SelectMany(row => Citations(row["dates_source"])).CountBy(title => title).ToDictionary();
        var judged = rows.Rows.SelectMany(row => Citations(row["judgements_source"])).CountBy(title => title).ToDictionary();
        return RawTable.Csv(
            ["id", "rank", "title", "rows_dated", "rows_judged"],
            dated.Keys.Union(judged.Keys).Order(StringComparer.Ordinal).Select(title => new[]
            {
                $"S{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(title)))[..8]}", Rank(title), title,
                dated.GetValueOrDefault(title).ToString(CultureInfo.InvariantCulture), judged.GetValueOrDefault(title).ToString(CultureInfo.InvariantCulture),
            }));
    }

    private string Rank(string source)
    {
        var rank = ranks.First(each => source.StartsWith(each["begins_with"], StringComparison.Ordinal));
        ranksUsed.Add(rank["begins_with"]);
        return rank["rank"];
    }

    private static int RankOrder(string rank) => Enum.TryParse<SourceRank>(rank, ignoreCase: true, out var order) ? (int)order : int.MaxValue;

    /// <summary>The sources of a cell: parted by semicolons outside brackets.</summary>
    private static IEnumerable<string> Citations(string cell)
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

    private static string Judged(string row, string column, string text) => JudgementParsing.TryParse(text, out var judgement)
        ? judgement?.Name() ?? ""
        : throw new CommandException($"{row}, {column}: \"{text}\" is no judgement; expected {JudgementParsing.Expected}.");

    private static string Area(string name) => InspectionTable.AreaColumns
        .Where(pair => pair.Key.Name().Equals(name, StringComparison.OrdinalIgnoreCase)
            || pair.Key.ShortName().Equals(name, StringComparison.OrdinalIgnoreCase))
        .Select(pair => pair.Value)
        .FirstOrDefault() ?? throw new CommandException($"\"{name}\" is no judgement area.");

    // What the build read is hashed beside what it made, so that a changed raw table is seen.
    private string Checksums(IReadOnlyDictionary<string, string> files) => string.Concat(files
        .Select(file => (Name: file.Key, Bytes: Encoding.UTF8.GetBytes(file.Value)))
        .Concat(new[] { "corrections", "raw" }
            .SelectMany(part => Directory.EnumerateFiles(Path.Combine(folder, part), "*.csv"))
            .Select(path => (Name: $"{Path.GetFileName(Path.GetDirectoryName(path))}/{Path.GetFileName(path)}", Bytes: File.ReadAllBytes(path))))
        .OrderBy(file => file.Name, StringComparer.Ordinal)
        .Select(file => $"{Convert.ToHexStringLower(SHA256.HashData(file.Bytes))}  {file.Name}\n"));
}
