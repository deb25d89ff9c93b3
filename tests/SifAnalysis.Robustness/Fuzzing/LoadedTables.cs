using SifAnalysis.Loading;

namespace SifAnalysis.Robustness.Fuzzing;

/// <summary>What every reading of a table must keep to, whatever the file.</summary>
internal static class LoadedTables
{
    /// <summary>Checks what a file gave.</summary>
    /// <returns>Whether the table was read without a problem.</returns>
    /// <exception cref="FindingException">There is neither a table nor a problem, a problem says nothing, or a cell is not where it
    /// says.</exception>
    public static bool Check(LoadedTable loaded, string path)
    {
        if (loaded.Table is null && loaded.Problems.Count == 0)
        {
            throw new FindingException("There is neither a table nor a problem.");
        }

        if (loaded.Problems.FirstOrDefault(problem => problem.File != path || problem.Expected.Length == 0 || problem.Line < 0) is { } bad)
        {
            throw new FindingException($"A problem has no place or no words: {bad}");
        }

        if (loaded.Table is { } table)
        {
            var last = table.Understood.HeaderLine;
            foreach (var row in table)
            {
                if (row.Line <= last && last > 0)
                {
                    throw new FindingException($"Row {row.Line} comes after row {last}.");
                }

                last = row.Line;
            }

            if (table.Count > 0 && table.Headings.Count > 0)
            {
                _ = table[^1][table.Headings.Count - 1].Place.ToString();
            }

            var frame = table.ToDataFrame();
            if (frame.Columns.Count != table.Headings.Count || (frame.Columns.Count > 0 && frame.Rows.Count != table.Count))
            {
                throw new FindingException($"The frame has {frame.Rows.Count} rows and {frame.Columns.Count} columns, the table "
                    + $"{table.Count} and {table.Headings.Count}.");
            }

            _ = table.Understood.ToString();
        }

        return loaded.Problems.Count == 0;
    }
}
