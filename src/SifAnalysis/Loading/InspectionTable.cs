using SifAnalysis.Judgements;

namespace SifAnalysis.Loading;

/// <summary>The table of inspections: the kit's own, or yours.</summary>
public static class InspectionTable
{
    /// <summary>The column of the reference of a school, home or setting, in files of those; the kit's own tables have none.</summary>
    public const string ProviderColumn = "provider";

    /// <summary>The columns that every table of inspections must have.</summary>
    internal static IReadOnlyList<string> Required { get; } = ["authority"];

    /// <summary>Every column that a table of inspections under the SIF may have.</summary>
    internal static IEnumerable<string> Columns => Required.Concat(Optional(Framework.Sif));

    /// <summary>The table of inspections under the SIF.</summary>
    public static DataTable<Inspection> Sif => InspectionColumns.Sif;

    /// <summary>The table of inspections under ILACS.</summary>
    public static DataTable<Inspection> Ilacs => InspectionColumns.Ilacs;

    /// <summary>The column of each judgement area in the SIF's table.</summary>
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

    /// <summary>The table of inspections of a framework.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no framework.</exception>
    public static DataTable<Inspection> Of(Framework framework) => framework switch
    {
        Framework.Sif => Sif,
        Framework.Ilacs => Ilacs,
        _ => throw new ArgumentOutOfRangeException(nameof(framework), framework, "No such framework."),
    };

    /// <summary>The column of a judgement area in a framework's table.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The framework has no such area.</exception>
    public static string ColumnOf(JudgementArea area, Framework framework) => (framework, area) switch
    {
        (Framework.Sif, _) => AreaColumns[area],
        (_, JudgementArea.OverallEffectiveness or JudgementArea.HelpAndProtection or JudgementArea.CareLeavers) => AreaColumns[area],
        (_, JudgementArea.Leadership) => "impact_of_leaders",
        (_, JudgementArea.LookedAfter) => "in_care",
        _ => throw new ArgumentOutOfRangeException(nameof(area), area, $"{framework.Name()} has no such area."),
    };

    /// <summary>
    /// Loads the inspections of a CSV file in any common encoding and separator, of an Excel or OpenDocument workbook, of JSON records
    /// or of a Parquet file, with the kit's headings or those of Ofsted's releases; columns that mean nothing to the kit are passed
    /// over, and so are titles above the headings and footnotes below the rows. An authority may have each inspection number once; in
    /// a file without numbers each authority may have one inspection a day, and they are numbered by their days. Where rows have the
    /// reference of a provider (URN, LAESTAB, registration number), each provider may, on each day.
    /// </summary>
    /// <param name="path">The file, with a column of local authorities and one judgement area at least.</param>
    /// <param name="authorities">The authorities that rows may name.</param>
    /// <param name="framework">The framework of the inspections; a file of the other one is a problem.</param>
    /// <returns>
    /// The inspections, in the order of the file, every problem, past <see cref="ProblemLog.Most"/> their number, and how the file was
    /// understood.
    /// </returns>
    public static Loaded<Inspection> Load(string path, IReadOnlyList<LocalAuthority> authorities, Framework framework = Framework.Sif)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(authorities);
        var problems = new ProblemLog();
        using var table = Open(path, problems, framework);
        if (table is null)
        {
            return new Loaded<Inspection>([], problems.Reported());
        }

        var rows = Rows(table, new AuthorityNames(authorities, framework), framework, problems);
        return new Loaded<Inspection>(table.IndexOf("number") < 0 ? Numbered(rows) : rows, problems.Reported())
        {
            Understood = table.Understood,
            NotKept = problems.NotKept,
        };
    }

    /// <summary>The names of a file's columns, in the kit's own words where it has one; empty for no readable file.</summary>
    internal static IReadOnlyList<string> ColumnsOf(string path) =>
        SheetTable.IsOne(path) ? SheetTable.Columns(path) : CsvTable.Columns(path);

    /// <summary>Opens a table of inspections.</summary>
    internal static RowTable? Open(string path, ProblemLog problems, Framework framework = Framework.Sif)
    {
        RowTable? table = SheetTable.IsOne(path)
            ? SheetTable.Open(path, Required, Optional(framework), problems)
            : CsvTable.Open(path, Required, Optional(framework), othersAllowed: true, problems);
        SayIfOfOtherFramework(table, problems, framework);
        return table;
    }

    /// <summary>Reports the columns of a table that belong to the other framework.</summary>
    internal static void SayIfOfOtherFramework(RowTable? table, ProblemLog problems, Framework framework)
    {
        foreach (var heading in table?.Headings
            .Where(heading => HeaderSynonyms.Resolve(heading, Required, OnlyIn(framework.Other())) is { } column
                && column != Required[0]) ?? [])
        {
            problems.Add(new LoadProblem(
                table!.Path, table.HeaderLine, heading, null,
                    $"a column of {framework.Other().Name()}, not of {framework.Name()}; load this "
                    + $"file as one of {framework.Other().Name()}."));
        }
    }

    /// <summary>Says of a table without another problem that it has no judgements, if it has none.</summary>
    internal static void SayIfWithoutJudgements(RowTable table, ProblemLog problems, Framework framework = Framework.Sif)
    {
        if (problems.Total == 0 && framework.Areas().All(area => table.IndexOf(ColumnOf(area, framework)) < 0))
        {
            problems.Add(new LoadProblem(table.Path, table.HeaderLine, null, null, $"no column of judgements; expected one of "
                + $"{string.Join(", ", framework.Areas().Select(area => ColumnOf(area, framework)))}."));
        }
    }

    /// <summary>The problem of an inspection that a file has already.</summary>
    /// <param name="table">The table.</param>
    /// <param name="key">The inspection.</param>
    /// <param name="line">The line on which it stands again.</param>
    /// <param name="text">The authority as that line names it.</param>
    /// <param name="first">Where it stands first.</param>
    internal static LoadProblem Repeated(RowTable table, InspectionKey key, int line, string? text, string first) => table.ProblemOn(
        line, "authority", text, $"{key} stands on {first} already; keep one, or number them.");

    private static List<Inspection> Rows(RowTable table, AuthorityNames names, Framework framework, ProblemLog problems)
    {
        var rows = new List<Inspection>();
        var row = new InspectionRow(table, names, framework);
        var lines = new Dictionary<InspectionKey, int>();
        while (table.Next())
        {
            row.Read();
            var isSound = table.IsSound;
            if (row.Authority is not { } authority)
            {
                continue;
            }

            // A wrong number, reported already, does not say which inspection the row repeats.
            var key = row.Key(authority);
            if (key.Number >= 1 && !lines.TryAdd(key, table.Line))
            {
                problems.Add(Repeated(table, key, table.Line, authority.Text, $"{table.LineName} {lines[key]}"));
            }
            else if (isSound)
            {
                rows.Add(row.ToInspection());
            }
        }

        SayIfWithoutJudgements(table, problems, framework);
        return rows;
    }

    // Each is the first inspection as far as the file says; their days say which came first.
    private static List<Inspection> Numbered(List<Inspection> rows)
    {
        foreach (var own in Enumerable.Range(0, rows.Count).Where(at => rows[at].Provider is null && rows[at].Number > 0)
            .GroupBy(at => rows[at].Authority).Where(own => own.Count() > 1))
        {
            var number = 0;
            foreach (var at in own.OrderBy(at => rows[at].Started ?? rows[at].Ended ?? rows[at].Published ?? rows[at].NotBefore))
            {
                rows[at] = rows[at] with { Number = ++number };
            }
        }

        return rows;
    }

    /// <summary>The columns that a table of a framework may have beside those it must.</summary>
    internal static List<string> Optional(Framework framework) =>
        [.. Of(framework).Fields.Select(column => column.Name).Except(Required), ProviderColumn];

    private static List<string> OnlyIn(Framework framework) =>
        [.. framework.Areas().Select(area => ColumnOf(area, framework))
            .Except(framework.Other().Areas().Select(area => ColumnOf(area, framework.Other())))];
}
