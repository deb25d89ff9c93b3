using System.Globalization;
using SifAnalysis.Judgements;

namespace SifAnalysis.Loading;

/// <summary>
/// The count of a Parquet file: DuckDB tells which texts the file has, <see cref="InspectionRow"/> which of them are wrong. Rows
/// without a wrong text, a date out of order or a repetition are counted by DuckDB, the few others looked at one by one.
/// </summary>
internal static class ParquetCount
{
    private const string Authority = "authority";
    private const string Number = "number";
    private const string Count = "rows_counted";

    /// <summary>Adds the rows of a file that have no problem to counts by region and judgement, 0 for unknown.</summary>
    public static void Into(
        int[,] counts, ParquetTable table, AuthorityNames names, JudgementArea area, ProblemLog problems, CancellationToken cancellation)
    {
        var suspect = Suspect(table, names, cancellation);
        List<(string, string)> counted = [(Authority, Authority), (Count, "CAST(count(*) AS VARCHAR)")];
        if (table.IndexOf(InspectionTable.AreaColumns[area]) >= 0)
        {
            counted.Add((InspectionTable.AreaColumns[area], ParquetTable.Quoted(InspectionTable.AreaColumns[area])));
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
        foreach (var row in InspectionTable.Sound(rows, names, problems, cancellation))
        {
            Add(row, 1);
        }

        void Add(InspectionRow row, int more)
        {
            checked
            {
                counts[(int)row.Authority!.Authority.Region, (int)(row[area] ?? 0)] += more;
            }
        }
    }

    // True for every row with a problem, and for some without: the first of two same inspections is one.
    private static string Suspect(ParquetTable table, AuthorityNames names, CancellationToken cancellation)
    {
        var conditions = new List<string> { $"{Authority} IS NULL" };
        var meanings = new Dictionary<string, string>();
        foreach (var column in table.Columns.Where(InspectionRow.IsChecked))
        {
            var wrong = new List<string[]>();
            var otherwise = new List<string[]>();
            foreach (var (text, meaning, isSound) in Texts(table, column, names, cancellation))
            {
                if (!isSound)
                {
                    wrong.Add([text]);
                }

                if (meaning is not null && meaning != text)
                {
                    otherwise.Add([text, meaning]);
                }
            }

            var quoted = ParquetTable.Quoted(column);
            if (wrong.Count > 0)
            {
                table.Create($"wrong_{column}", ["text"], wrong);
                conditions.Add($"coalesce({quoted} IN (FROM wrong_{column}), false)");
            }

            meanings[column] = quoted;
            if (otherwise.Count > 0)
            {
                table.Create($"meant_{column}", ["text", "meaning"], otherwise);
                meanings[column] = $"coalesce((SELECT meaning FROM meant_{column} AS meant WHERE meant.text = rows.{quoted}), {quoted})";
            }
        }

        conditions.AddRange(InspectionRow.DateOrder
            .Where(pair => meanings.ContainsKey(pair.Later) && meanings.ContainsKey(pair.Earlier))
            .Select(pair => $"coalesce({meanings[pair.Later]} < {meanings[pair.Earlier]}, false)"));
        var key = $"{meanings[Authority]} AS authority_meant, {(meanings.TryGetValue(Number, out var number) ? $"coalesce({number}, '1')" : "'1'")} AS number_meant";
        if (table.Make("repeated", $"SELECT {key} FROM rows WHERE {Authority} IS NOT NULL GROUP BY ALL HAVING count(*) > 1") > 0)
        {
            conditions.Add($"coalesce(({meanings[Authority]}, {(number is null ? "'1'" : $"coalesce({number}, '1')")}) IN (FROM repeated), false)");
        }

        return string.Join(" OR ", conditions);
    }

    // Each text of a column, once; the row around it is one that has no problem of its own.
    private static IEnumerable<(string Text, string? Meaning, bool IsSound)> Texts(
        ParquetTable table, string column, AuthorityNames names, CancellationToken cancellation)
    {
        var quoted = ParquetTable.Quoted(column);
        List<(string, string)> selected = [(column, quoted)];
        if (column != Authority)
        {
            selected.Add((Authority, ParquetTable.Literal(names.Authorities.Count > 0 ? names.Authorities[0].Name : "")));
        }

        using var texts = table.Select(selected, $"FROM (SELECT DISTINCT {quoted} FROM rows WHERE {quoted} IS NOT NULL)", new ProblemLog(), cancellation);
        var row = new InspectionRow(texts, names);
        while (texts.Next())
        {
            row.Read();
            var meaning = column switch
            {
                Authority => row.Authority?.Authority.Name,
                Number => row.Number.ToString(CultureInfo.InvariantCulture),
                _ when InspectionRow.DateColumns.Contains(column) => row.Date(column)?.Iso(),
                _ => null,
            };
            yield return (texts.Raw(0), meaning, texts.IsSound);
        }
    }
}
