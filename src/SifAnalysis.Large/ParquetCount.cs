using System.Globalization;
using SifAnalysis.Judgements;
using SifAnalysis.Loading;

namespace SifAnalysis.Large;

/// <summary>
/// The count of a Parquet file: DuckDB tells which texts each column has, <see cref="InspectionRow"/> which of them are wrong. Rows
/// without a wrong text, a date out of order or a repetition are counted by DuckDB; the others are looked at one by one.
/// </summary>
internal sealed class ParquetCount(ParquetTable table, AuthorityNames names, CancellationToken cancellation)
{
    private const string Authority = "authority";
    private const string Number = "number";
    private const string Provider = InspectionTable.ProviderColumn;
    private const string Count = "rows_counted";

    // Beyond this, a bit for each number takes more than the numbers themselves.
    private const int MostBits = 1 << 20;

    // How SQL writes what a column's text means: the authority's own name, an ISO date, a number.
    private readonly Dictionary<string, string> meanings = new(StringComparer.Ordinal);
    private int leastNumber = 1;
    private int greatestNumber = 1;

    /// <summary>Adds the rows that have no problem to counts by region and judgement, 0 for unknown.</summary>
    public void Into(int[,] counts, JudgementArea area, ProblemLog problems)
    {
        var suspect = Suspect();
        List<(string, string)> counted = [(Authority, table.AsText(Authority)), (Count, "CAST(count(*) AS VARCHAR)")];
        var column = InspectionTable.AreaColumns[area];
        if (table.IndexOf(column) >= 0)
        {
            counted.Add((column, table.AsText(column)));
        }

        if (table.IndexOf("kind") >= 0)
        {
            counted.Add(("kind", table.AsText("kind")));
        }

        using (var pairs = table.Select(counted, $"FROM rows WHERE NOT ({suspect}) GROUP BY ALL", problems, cancellation))
        {
            var pair = new InspectionRow(pairs, names);
            while (pairs.Next())
            {
                pair.Read();
                Add(pair, int.Parse(pairs.Text(Count)!, CultureInfo.InvariantCulture));
            }
        }

        using var rows = table.Where(suspect, problems, cancellation);
        foreach (var row in LargeInspectionTable.Sound(rows, names, problems, cancellation))
        {
            Add(row, 1);
        }

        void Add(InspectionRow row, int more)
        {
            if (row.Kind == InspectionKind.BoardReviewOnly)
            {
                return;
            }

            checked
            {
                counts[(int)row.Authority!.Authority.Region, row.Statement(area).Code] += more;
            }
        }
    }

    // True for every row with a problem, and for some without: the first of two same inspections is one.
    private string Suspect()
    {
        List<string> conditions = [$"{Authority} IS NULL"];
        foreach (var column in table.Columns.Where(column => column == Provider || InspectionRow.IsChecked(column)))
        {
            if (HasWrongTexts(column))
            {
                conditions.Add($"coalesce({table.AsText(column)} IN (FROM wrong_{column}), false)");
            }
        }

        conditions.AddRange(InspectionRow.DateOrder
            .Where(pair => meanings.ContainsKey(pair.Later) && meanings.ContainsKey(pair.Earlier))
            .Select(pair => $"coalesce({Before(pair.Later, pair.Earlier)}, false)"));
        if (Repetitions() is { } repeated)
        {
            conditions.Add(repeated);
        }

        return string.Join(" OR ", conditions);
    }

    // Each text of a column is read once, in a row that has no problem of its own around it.
    private bool HasWrongTexts(string column)
    {
        var wrong = new List<string[]>();
        var otherwise = new List<string[]>();
        List<(string, string)> selected = [(column, table.AsText(column))];
        if (column != Authority)
        {
            selected.Add((Authority, ParquetTable.Literal(names.Authorities.Count > 0 ? names.Authorities[0].Name : "")));
        }

        var quoted = ParquetTable.Quoted(column);
        using (var texts = table.Select(selected,
            $"FROM (SELECT DISTINCT {quoted} FROM rows WHERE {quoted} IS NOT NULL)", new ProblemLog(), cancellation))
        {
            var row = new InspectionRow(texts, names);
            while (texts.Next())
            {
                row.Read();
                if (!texts.IsSound)
                {
                    wrong.Add([texts.Raw(0)]);
                }

                if (Meaning(row, column) is { } meaning && meaning != texts.Raw(0))
                {
                    otherwise.Add([texts.Raw(0), meaning]);
                }
            }
        }

        meanings[column] = table.AsText(column);
        if (otherwise.Count > 0)
        {
            table.Create($"meant_{column}", ["text", "meaning"], otherwise);
            meanings[column] = $"nullif(coalesce((SELECT meaning FROM meant_{column} AS meant WHERE meant.text = {table.AsText(column)}), "
                + $"{table.AsText(column)}), '')";
        }

        if (wrong.Count > 0)
        {
            table.Create($"wrong_{column}", ["text"], wrong);
        }

        return wrong.Count > 0;
    }

    private string? Meaning(InspectionRow row, string column)
    {
        switch (column)
        {
            case Authority:
                return row.Authority?.Authority.Name;
            case Number:
                leastNumber = Math.Min(leastNumber, row.Number);
                greatestNumber = Math.Max(greatestNumber, row.Number);
                return row.Number.ToString(CultureInfo.InvariantCulture);
            case Provider:
                return row.Provider ?? "";
            default:
                return InspectionRow.DateColumns.Contains(column) ? row.Date(column)?.Iso() ?? "" : null;
        }
    }

    // Texts of ISO dates are in the order of the dates; dates that the file keeps as such need no texts.
    private string Before(string later, string earlier) => table.TypeOf(later) == "DATE" && table.TypeOf(earlier) == "DATE"
        ? $"{ParquetTable.Quoted(later)} < {ParquetTable.Quoted(earlier)}"
        : $"{meanings[later]} < {meanings[earlier]}";

    // The condition of rows whose inspection stands in the file more than once; null where there are none.
    private string? Repetitions()
    {
        var number = !meanings.TryGetValue(Number, out var meaning) ? "1"
            : meaning == table.AsText(Number) && table.TypeOf(Number) is "BIGINT" or "INTEGER" or "SMALLINT" or "TINYINT"
                ? $"coalesce({Number}, 1)"
            : $"coalesce(TRY_CAST({meaning} AS INTEGER), 1)";
        var known = $"FROM rows WHERE {Authority} IS NOT NULL";
        var key = $"{meanings[Authority]}, {number}";
        if (meanings.TryGetValue(Provider, out var provider))
        {
            string[] days =
                [.. new[] { "started", "ended", "published" }.Where(meanings.ContainsKey).Select(column => meanings[column]), "''"];
            key += $", coalesce({provider}, ''), CASE WHEN {provider} IS NULL THEN '' ELSE coalesce({string.Join(", ", days)}) END";
        }
        else if (greatestNumber - (long)leastNumber < MostBits)
        {
            // A bit for each number of an authority, as the pairs themselves would fill the memory.
            if (table.Make("repeating", $"SELECT {meanings[Authority]} {known} GROUP BY 1 HAVING count(*) > "
                + $"bit_count(bitstring_agg(CAST({number} AS INTEGER), {leastNumber}, {greatestNumber}))", cancellation) == 0)
            {
                return null;
            }

            known += $" AND {meanings[Authority]} IN (FROM repeating)";
        }

        return table.Make("repeated", $"SELECT {key} {known} GROUP BY ALL HAVING count(*) > 1", cancellation) == 0
            ? null
            : $"coalesce(({key}) IN (FROM repeated), false)";
    }
}
