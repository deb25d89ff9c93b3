using System.Text.RegularExpressions;

namespace SifAnalysis.Reports.Titles;

/// <summary>Finds the authority that a title names, among those of both frameworks.</summary>
internal sealed class AuthorityFinder
{
    // The titles of reports use names that the kit's table does not have.
    private static readonly (string Written, string Meant)[] OtherNames =
    [
        ("Hull", "Kingston upon Hull"),
        ("Southend", "Southend-on-Sea"),
        ("Scilly", "Isles of Scilly"),
        ("Corporation of London", "City of London"),
        ("London Corporation", "City of London"),
        ("Kingston", "Kingston upon Thames"),
        ("Richmond", "Richmond upon Thames"),
        ("Newcastle", "Newcastle upon Tyne"),
        ("East Riding", "East Riding of Yorkshire"),
        ("Stockton", "Stockton-on-Tees"),
        ("Stoke", "Stoke-on-Trent"),
        ("Telford", "Telford and Wrekin"),
        ("Blackburn", "Blackburn with Darwen"),
        ("Royal Greenwich", "Greenwich"),
        ("Brighton", "Brighton and Hove"),
        ("Wrekin", "Telford and Wrekin"),
        ("Bath", "Bath and North East Somerset"),
        ("BCP", "Bournemouth, Christchurch and Poole"),
    ];

    private readonly IReadOnlyList<(string Words, string Name)> names;

    /// <summary>Finds among authorities.</summary>
    public AuthorityFinder(IEnumerable<string> authorities)
    {
        var known = authorities.ToHashSet(StringComparer.Ordinal);
        names =
        [
            .. known.Select(name => (Words(name), name))
                .Concat(OtherNames.Where(other => known.Contains(other.Meant)).Select(other => (Words(other.Written), other.Meant)))
                .OrderByDescending(name => name.Item1.Length),
        ];
    }

    /// <summary>
    /// The authority that a text names; <see langword="null"/> where it names none, or two of which neither is part of the other's name.
    /// </summary>
    public string? Find(string text)
    {
        var rest = Words(text);
        string? found = null;
        foreach (var (words, name) in names)
        {
            var at = rest.IndexOf(words, StringComparison.Ordinal);
            if (at < 0)
            {
                continue;
            }

            if (found is not null && found != name)
            {
                return null;
            }

            found = name;

            // "Northamptonshire" must not be found again within "West Northamptonshire".
            rest = rest.Replace(words, " | ", StringComparison.Ordinal);
        }

        return found;
    }

    private static string Words(string text) =>
        $" {NoWord.Replace(Plain(text), " ").Trim()} ";

    private static string Plain(string text) =>
        text.Replace("&", " and ", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal).ToLowerInvariant();

    private static readonly Regex NoWord = new("[^a-z]+");
}
