using System.Globalization;
using SifAnalysis.Cli.Data;
using SifAnalysis.Judgements;
using SifAnalysis.Loading;

namespace SifAnalysis.Cli.Export;

/// <summary>Writes a file of inspections in the kit's own words, and beside it the list of what was changed and why.</summary>
internal static class Cleaning
{
    /// <summary>Writes the cleaned file.</summary>
    /// <param name="results">What the validation found; of one file.</param>
    /// <param name="dataFolder">The data folder whose authorities rows may name.</param>
    /// <param name="target">Where the cleaned file goes.</param>
    /// <returns>What was done, in a sentence.</returns>
    /// <exception cref="CommandException">There are several files, the target is the file itself, or it cannot be read or
    /// written.</exception>
    public static string Write(IReadOnlyList<Validation> results, string dataFolder, string target)
    {
        if (results is not [{ Understood: not null } only])
        {
            throw new CommandException("--fix cleans one file of inspections of less than 50 MB; give that file alone.");
        }

        if (Path.GetFullPath(only.File) == Path.GetFullPath(target))
        {
            throw new CommandException($"{target} would be written over the file itself; choose another name.");
        }

        var authorities = Validation.OwnAuthorities(dataFolder);
        var cleaned = CleanedTable
            .Of(only.File, authorities, only.Kind.EndsWith("ILACS", StringComparison.Ordinal) ? Framework.Ilacs : Framework.Sif)
            ?? throw new CommandException($"{only.File} cannot be read; fix the problems above first.");
        var list = Path.ChangeExtension(target, ".changes.csv");
        Write(target, cleaned.Headings, cleaned.Rows);
        Write(
            list,
            ["line", "column", "before", "after", "why"],
            cleaned.Changes.Select(change => (IReadOnlyList<string>)
                [change.Line.ToString(CultureInfo.InvariantCulture), change.Column, change.Before, change.After, change.Why]));
        return $"{target}: written, {cleaned}; {list} says which and why. What has a problem stands as it stood.";
    }

    private static void Write(string path, IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        var columns = headings.Select(heading => new TypedColumn(heading, ColumnKind.Text, "")).ToList();
        AtomicFile.Write(path, stream =>
            CsvExport.Write(new TypedTable("cleaned", "", columns, rows.Select(row => (IReadOnlyList<object?>)[.. row])), stream));
    }
}
