using System.Buffers.Text;
using System.Collections.ObjectModel;
using System.Globalization;
using SifAnalysis.Findings;
using SifAnalysis.Judgements;

namespace SifAnalysis.Loading;

/// <summary>
/// The current row of a table of inspections, checked: every problem is told to the table. Texts become values here and
/// nowhere else, whether rows are loaded, streamed or counted.
/// </summary>
internal sealed class InspectionRow
{
    private const string AuthorityColumn = "authority";
    private const int PublishedPlace = 2;
    private const int NotBeforePlace = 3;
    private const int MostSpellings = 1000;

    // Places among DateColumns.
    private static readonly (int Later, int Earlier)[] Order = [(1, 0), (2, 0), (2, 1), (2, 3)];

    private readonly RowTable table;
    private readonly Column<NamedAuthority> authority;
    private readonly int numberIndex;
    private readonly int reportIndex;
    private readonly int providerIndex;
    private readonly int datesSourceIndex;
    private readonly int judgementsSourceIndex;
    private readonly int judgementsRankIndex;
    private readonly int notesIndex;
    private readonly (string Name, Column<ReadDay> Column)[] dates;
    private readonly DateOnly?[] dateValues;
    private DateOnly? publishedMonth;
    private readonly (JudgementArea Area, string Name, Column<AreaStatement> Column)[] areas;
    private readonly AreaStatement[] statements = new AreaStatement[Names.AllAreas.Count];
    private readonly Framework framework;
    private readonly AuthorityNames names;
    private readonly Dictionary<string, NamedAuthority?> spellings = new(StringComparer.Ordinal);
    private Uri? report;

    /// <summary>Reads rows of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="names">The authorities that rows may name.</param>
    /// <param name="framework">The framework of the inspections.</param>
    public InspectionRow(RowTable table, AuthorityNames names, Framework framework = Framework.Sif)
    {
        this.framework = framework;
        this.names = names;
        this.table = table;
        numberIndex = table.IndexOf("number");
        providerIndex = table.IndexOf(InspectionTable.ProviderColumn);
        reportIndex = table.IndexOf("report");
        datesSourceIndex = table.IndexOf("dates_source");
        judgementsSourceIndex = table.IndexOf("judgements_source");
        judgementsRankIndex = table.IndexOf("judgements_rank");
        notesIndex = table.IndexOf("notes");
        authority = table.Column(new ColumnReading<NamedAuthority>(
            AuthorityColumn, (string text, out NamedAuthority? found) => (found = Named(text)) is not null, names.Advice)
        {
            Note = HowNamed,
        });
        dates = [.. DateColumns.Select(name => (name, DateColumn(table, name)))];
        dateValues = new DateOnly?[dates.Length];
        areas =
        [
            .. framework.Areas().Select(area => (area, Name: InspectionTable.ColumnOf(area, framework)))
                .Select(pair => (pair.area, pair.Name, JudgementColumn(table, pair.Name)))
                .Where(each => each.Item3.IsThere),
        ];
    }

    /// <summary>The columns of dates.</summary>
    public static IReadOnlyList<string> DateColumns { get; } = ["started", "ended", "published", "not_before"];

    /// <summary>Whether a column can have a text that is wrong.</summary>
    public static bool IsChecked(string column) =>
        column is AuthorityColumn or "number" or "kind" or "report"
            || DateColumns.Contains(column) || InspectionTable.AreaColumns.Values.Contains(column);

    /// <summary>Which date must not be before which.</summary>
    public static IEnumerable<(string Later, string Earlier)> DateOrder =>
        Order.Select(pair => (DateColumns[pair.Later], DateColumns[pair.Earlier]));

    /// <summary>The authority; null where the row names none that is known.</summary>
    public NamedAuthority? Authority { get; private set; }

    /// <summary>1 for the first inspection of the authority, also where the row has no number; 0 where its number is wrong.</summary>
    public int Number { get; private set; }

    /// <summary>The judgement in an area; null where it is unknown.</summary>
    public Judgement? this[JudgementArea area] => Statement(area).Judgement;

    /// <summary>What the row says of an area.</summary>
    public AreaStatement Statement(JudgementArea area) => statements[(int)area];

    /// <summary>What the document is.</summary>
    public InspectionKind Kind { get; private set; }

    private DateOnly? Started => dateValues[0];

    private DateOnly? Ended => dateValues[1];

    private DateOnly? Published => dateValues[2];

    private DateOnly? NotBefore => dateValues[3];

    /// <summary>The reference of the provider inspected; null where the row has none.</summary>
    public string? Provider { get; private set; }

    /// <summary>The day by which inspections are told apart of one provider, or in a file without numbers; null in any other.</summary>
    public DateOnly? Day => Provider is not null || numberIndex < 0 ? Started ?? Ended ?? Published : null;

    /// <summary>The date in a column; null where it is unknown.</summary>
    public DateOnly? Date(string column) => dateValues[Array.FindIndex(dates, date => date.Name == column)];

    /// <summary>What tells the inspection from others, of the row's authority.</summary>
    public InspectionKey Key(NamedAuthority authority) => new(authority.Authority, Number, Provider, Day);

    /// <summary>Reads and checks the table's current row.</summary>
    public void Read()
    {
        Authority = authority.Value();
        if (Authority is null && table.IsSound)
        {
            table.RequiredText(AuthorityColumn);
        }

        Kind = table.Choice<InspectionKind>("kind", Names.Name) ?? InspectionKind.Inspection;
        Number = Kind == InspectionKind.BoardReviewOnly ? 0 : ReadNumber();
        Provider = table.Text(providerIndex);
        for (var at = 0; at < dates.Length; at++)
        {
            var read = dates[at].Column.Value();
            dateValues[at] = read.Form is DayForm.None or DayForm.Month ? null : read.Day;
            publishedMonth = at == PublishedPlace ? (read.Form == DayForm.Month ? read.Day : null) : publishedMonth;
        }

        // What was published in a month was not published before it.
        dateValues[NotBeforePlace] ??= publishedMonth;

        foreach (var (later, earlier) in Order)
        {
            InOrder(later, earlier);
        }

        foreach (var (area, name, column) in areas)
        {
            var statement = column.Value();
            statements[(int)area] = statement;
            if (statement.Unjudged is { } unjudged && !framework.Knows(unjudged))
            {
                table.Problem(name, unjudged.Name(),
                    $"{framework.Name()} has no such statement; is this a file of {framework.Other().Name()}?");
            }
        }

        report = ReadReport();
        if (Provider is null)
        {
            OnItsDay();
        }
    }

    /// <summary>The row as a record.</summary>
    /// <exception cref="InvalidOperationException">The row names no authority that is known.</exception>
    public Inspection ToInspection() =>
        new(Authority?.Authority ?? throw new InvalidOperationException("The row names no authority."), Number)
        {
            Framework = framework,
            Kind = Kind,
            Form = table.Choice<InspectionForm>("form", Names.Name),
            Provider = Provider,
            Started = Started,
            Ended = Ended,
            Published = Published,
            NotBefore = NotBefore,
            Judgements = InAreas(static statement => statement.Judgement),
            UnjudgedAreas = InAreas(static statement => statement.Unjudged),
            Report = report,
            DatesSource = table.Text(datesSourceIndex),
            JudgementsSource = table.Text(judgementsSourceIndex),
            JudgementsRank = Enum.TryParse<SourceRank>(table.Text(judgementsRankIndex), ignoreCase: true, out var rank) ? rank : null,
            Notes = publishedMonth is { } month
            ? string.Join("; ", new[] { table.Text(notesIndex), $"published in {Words.Month(month)}" }.OfType<string>())
            : table.Text(notesIndex),
        };

    // A file names the same authorities over and over, and what a name means takes longer to find than all else of a row.
    private NamedAuthority? Named(string text)
    {
        if (!spellings.TryGetValue(text, out var named))
        {
            named = names.Named(text);
            if (spellings.Count < MostSpellings)
            {
                spellings.Add(text, named);
            }
        }

        return named;
    }

    // Most rows have no area without a judgement, so that they can share one empty dictionary.
    private IReadOnlyDictionary<JudgementArea, T> InAreas<T>(Func<AreaStatement, T?> stated)
        where T : struct
    {
        Dictionary<JudgementArea, T>? found = null;
        foreach (var (area, _, _) in areas)
        {
            if (stated(Statement(area)) is { } value)
            {
                found ??= new Dictionary<JudgementArea, T>(areas.Length);
                found.Add(area, value);
            }
        }

        return found ?? (IReadOnlyDictionary<JudgementArea, T>)ReadOnlyDictionary<JudgementArea, T>.Empty;
    }

    private static Column<ReadDay> DateColumn(RowTable table, string name)
    {
        // Asked for only where a day is not written as in the kit's own files.
        var days = new Lazy<DayColumn>(() => table.Days(table.IndexOf(name)));
        return table.Column(new ColumnReading<ReadDay>(
            name,
            (string text, out ReadDay day) => (day = days.Value.Read(text)).Form != DayForm.None || MissingMark.Of(text) is not null,
            static _ => $"expected {Dates.Expected}.")
        {
            Quick = static (ReadOnlySpan<byte> text, out ReadDay day) =>
            {
                var isIso = Dates.TryIso(text, out var date);
                day = isIso ? new(DayForm.YearFirst, date!.Value) : default;
                return isIso;
            },
            Note = (text, day) => days.Value.How(text, day),
        });
    }

    private static Column<AreaStatement> JudgementColumn(RowTable table, string name) => table.Column(new ColumnReading<AreaStatement>(
        name,
        static (string text, out AreaStatement statement) =>
            JudgementParsing.TryStatement(text, out statement) || MissingMark.Of(text) is not null,
        static _ => $"expected {JudgementParsing.Expected}.")
    {
        Quick = JudgementParsing.TryName,
        Note = HowJudged,
    });

    private static string? HowJudged(string text, AreaStatement statement)
    {
        var meant = statement.Judgement?.Name() ?? statement.Unjudged?.Name();
        return meant is null ? NotStated(text) : meant == text ? null : $"read as {meant}";
    }

    private static string? HowNamed(string text, NamedAuthority? named) =>
        named is null || named.Authority.Name == text ? null
        : text.Any(char.IsDigit) ? "a code, taken for its authority"
        : "another spelling or name, taken for an authority of the kit";

    private static string NotStated(string text) =>
        MissingMark.Of(text) is { } mark ? $"a mark, taken as not stated ({mark.Meaning})" : "taken as not stated";

    private static int? FirstOrLater(string text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    // An inspection is of an authority that existed on its day, and of the framework that was then in use.
    private void OnItsDay()
    {
        var day = Started ?? Ended ?? Published;
        if (Authority is { } named && !Existed(named.Authority, day))
        {
            if (names.Otherwise(named) is { } other && Existed(other.Authority, day))
            {
                Authority = other;
            }
            else
            {
                var when = day ?? framework.FirstDay();
                table.Problem(
                    AuthorityColumn,
                    named.Text,
                    $"{named.Authority.Name} did not exist {(day is null ? $"in the days of {framework.Name()}" : $"on {when.Iso()}")}: "
                        + $"{AuthorityNames.Around(named.Authority, when)}.");
            }
        }

        if (Published > framework.LastDay() || Published < framework.FirstDay())
        {
            table.Problem(
                "published",
                table.Text("published"),
                $"{framework.Name()} reports were published from "
                    + $"{framework.FirstDay().Iso()}{(framework.LastDay() is { } last ? $" to {last.Iso()}" : " on")}; is this a file of "
                    + $"{framework.Other().Name()}?");
        }
    }

    private bool Existed(LocalAuthority authority, DateOnly? day) => day is { } known
        ? authority.ExistedOn(known) : framework.Covers(authority);

    private int ReadNumber()
    {
        var bytes = table.Bytes(numberIndex);
        if (bytes.IsEmpty)
        {
            return 1;
        }

        if (Utf8Parser.TryParse(bytes, out int number, out var length) && length == bytes.Length && number > 0)
        {
            return number;
        }

        return table.Value("number", FirstOrLater, "1 for the first inspection, 2 for the re-inspection")
            ?? (table.Text(numberIndex) is null ? 1 : 0);
    }

    private Uri? ReadReport()
    {
        if (table.Text(reportIndex) is not { } text)
        {
            return null;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var address))
        {
            table.Problem("report", text, "expected the whole address of a page, such as https://reports.ofsted.gov.uk/.");
        }

        return address;
    }

    private void InOrder(int later, int earlier)
    {
        if (dateValues[later] < dateValues[earlier])
        {
            table.Problem(
                dates[later].Name,
                table.Text(dates[later].Name),
                $"this is before {dates[earlier].Name}, {dateValues[earlier]!.Value.Iso()}; check both dates.");
        }
    }
}
