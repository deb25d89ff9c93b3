using Microsoft.Data.Analysis;
using SifAnalysis.Judgements;

namespace SifAnalysis.Loading;

/// <summary>Joins data frames to the kit's authorities.</summary>
public static class AuthorityFrames
{
    private static readonly string[] Naming = ["authority", "ons_code", "dfe_number"];

    /// <summary>
    /// The frame with the authority that each row names, in the kit's spelling, and its region and code, so that frames of any
    /// origin can be merged by the column <c>kit_authority</c>. A row that names none has nothing there.
    /// </summary>
    /// <param name="frame">The frame, which stays as it is.</param>
    /// <param name="authorities">The authorities that rows may name.</param>
    /// <param name="column">The column with names, ONS codes or numbers of the Department for Education; found by its heading unless
    /// told.</param>
    /// <returns>A new frame, with the columns <c>kit_authority</c>, <c>kit_region</c> and <c>kit_ons_code</c> at its end.</returns>
    /// <exception cref="ArgumentException">There is no such column, no row of it names an authority, or the frame has such columns
    /// already.</exception>
    public static DataFrame WithAuthorities(this DataFrame frame, IReadOnlyList<LocalAuthority> authorities, string? column = null)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(authorities);
        var columns = frame.Columns.Select(each => each.Name).ToList();
        var by = column is null
            ? columns.Find(heading => HeaderSynonyms.Resolve(heading, [], Naming) is not null)
            : columns.Find(heading => heading.Equals(column, StringComparison.OrdinalIgnoreCase));
        if (by is null)
        {
            throw new ArgumentException(
                $"There is no column {column ?? "of authorities"}; the frame has {string.Join(", ", columns)}. Name the column that has "
                    + "names or codes.", nameof(column));
        }

        var names = new AuthorityNames(authorities);
        var found = frame.Columns[by].Cast<object?>().Select(value => value is null ? null : names.Find(Cell.TextOf(value))).ToList();
        if (found.Count > 0 && found.TrueForAll(authority => authority is null))
        {
            throw new ArgumentException($"No row of the column {by} names an authority by its name or code; name another "
                + "column.", nameof(column));
        }

        return new DataFrame(
        [
            .. frame.Columns.Select(each => each.Clone()),
            new StringDataFrameColumn("kit_authority", found.Select(authority => authority?.Name)!),
            new StringDataFrameColumn("kit_region", found.Select(authority => authority?.Region.Name())!),
            new StringDataFrameColumn("kit_ons_code", found.Select(authority => authority?.OnsCode)!),
        ]);
    }
}
