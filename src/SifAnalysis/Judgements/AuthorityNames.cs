using System.Globalization;
using SifAnalysis.Embedded;
using SifAnalysis.Findings;

namespace SifAnalysis.Judgements;

/// <summary>Finds authorities by the names that people write: "Hull", "Bristol, City of", "St. Helens"; and by their codes of any
/// year.</summary>
internal sealed class AuthorityNames
{
    private static readonly Lazy<IReadOnlyList<(string Written, string Meant)>> Synonyms =
        new(() => EmbeddedTable.Pairs("Judgements", "authority-synonyms.csv"));

    private static readonly Lazy<IReadOnlyList<(string Code, string Authority)>> FormerCodes =
        new(() => [.. EmbeddedTable.Rows("Reading", "authority-codes.csv", 2).Select(row => (row[0], row[1]))]);

    private static readonly string[] Kinds = ["countyborough", "metropolitanborough", "metropolitandistrict", "londonborough", "borough",
        "county", "city"];

    private static readonly string[] Styles = ["londonboroughof", "royalboroughof", "metropolitanboroughof", "boroughof", "cityof",
        "countyof", "lbof", "rbof", "lb", "rb"];

    private static readonly string[] Abbreviations = ["unitaryauthority", "ua", "mbc", "mdc", "lbc", "bc", "cc", "dc", "lb", "mb"];

    private readonly Dictionary<string, int> byKey = new(StringComparer.Ordinal);

    // Where two authorities of different days share a name, the one whose days are not the framework's.
    private readonly Dictionary<string, int> otherwise = new(StringComparer.Ordinal);

    /// <summary>The names of authorities.</summary>
    /// <param name="authorities">The authorities.</param>
    /// <param name="framework">The framework in whose days a name that two authorities share is first looked for.</param>
    public AuthorityNames(IReadOnlyList<LocalAuthority> authorities, Framework framework = Framework.Sif)
    {
        Authorities = authorities;
        var places = Enumerable.Range(0, authorities.Count).ToLookup(index => framework.Covers(authorities[index]));
        foreach (var index in places[true])
        {
            byKey.Add(Key(authorities[index].Name), index);
        }

        AddSynonyms();
        foreach (var index in places[false])
        {
            var key = Key(authorities[index].Name);
            if (!byKey.TryAdd(key, index))
            {
                otherwise[key] = index;
            }
        }

        AddSynonyms();
        for (var index = 0; index < authorities.Count; index++)
        {
            foreach (var code in new[] { authorities[index].OnsCode, authorities[index].Number }.OfType<string>())
            {
                byKey.TryAdd(Key(code), index);
            }
        }

        foreach (var (code, authority) in FormerCodes.Value)
        {
            if (byKey.TryGetValue(Key(authority), out var index))
            {
                byKey.TryAdd(Key(code), index);
            }
        }
    }

    /// <summary>The authorities that names may mean.</summary>
    public IReadOnlyList<LocalAuthority> Authorities { get; }

    /// <summary>The authority that a name means, or null.</summary>
    public LocalAuthority? Find(string name) => Named(name)?.Authority;

    /// <summary>The authority that a name or a code means, with the text and its place; null where it means none.</summary>
    public NamedAuthority? Named(string name)
    {
        var key = Key(name);
        var bare = WithoutAbbreviation(key);
        return byKey.TryGetValue(key, out var index)
            || byKey.TryGetValue(WithoutStyle(key), out index)
            || byKey.TryGetValue(bare, out index)
            || byKey.TryGetValue(WithoutStyle(bare), out index)
            ? new NamedAuthority(Authorities[index], index, name)
            : null;
    }

    /// <summary>The other authority of a name that two of different days share; null where there is none.</summary>
    public NamedAuthority? Otherwise(NamedAuthority named) =>
        otherwise.TryGetValue(Key(named.Text), out var index) ? named with { Authority = Authorities[index], Index = index } : null;

    /// <summary>The name nearest to one that is not known: "did you mean …?".</summary>
    public string Advice(string name)
    {
        if (Authorities.Count == 0)
        {
            return "there are no authorities to choose from.";
        }

        // A text as long as a paragraph is no misspelt name, and would take long to compare.
        var key = Key(name.Length > 100 ? name[..100] : name);
        if (Authorities.FirstOrDefault(authority => authority.Successors.Any(successor => Key(successor) == key)) is { } predecessor)
        {
            return $"it took the place of {predecessor.Name} on {predecessor.Until!.Value.Iso()}, after these inspections; name the "
                + "authority of the day.";
        }

        var nearest = Authorities.MinBy(authority => Distance(key, Key(authority.Name)))!.Name;
        return Distance(key, Key(nearest)) <= Math.Max(2, key.Length / 3)
            ? $"no such local authority; did you mean {nearest}?"
            : "no such local authority among the 152 of the framework; see data/local-authorities.csv for their names.".Replace(
                "152", Authorities.Count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private void AddSynonyms()
    {
        foreach (var (written, meant) in Synonyms.Value)
        {
            if (byKey.TryGetValue(Key(meant), out var index) && !byKey.TryAdd(Key(written), index) && byKey[Key(written)] != index)
            {
                otherwise.TryAdd(Key(written), index);
            }
        }
    }

    /// <summary>What stood in the place of an authority on a day on which it did not exist.</summary>
    public static string Around(LocalAuthority authority, DateOnly day) => authority.From > day
        ? $"before {authority.From.Value.Iso()} there was {Words.Listed(authority.Predecessors)}"
        : $"since {authority.Until!.Value.Iso()} there is {Words.Listed(authority.Successors)}";

    private static string Key(string name) => string.Concat(
        name.Replace("&", " and ", StringComparison.Ordinal).Where(char.IsLetterOrDigit)).ToLower(CultureInfo.InvariantCulture) switch
    {
        var key when key.EndsWith("council", StringComparison.Ordinal) && key.Length > 7 => WithoutKind(key[..^7]),
        var key => key,
    };

    // "Barnet London Borough".
    private static string WithoutKind(string key) =>
        Kinds.FirstOrDefault(kind => key.Length > kind.Length && key.EndsWith(kind, StringComparison.Ordinal)) is { } found
            ? key[..^found.Length] : key;

    // "Bristol UA", "Kirklees MBC"; asked only of what means nothing as it stands.
    private static string WithoutAbbreviation(string key) =>
        Abbreviations.FirstOrDefault(each => key.Length > each.Length && key.EndsWith(each, StringComparison.Ordinal)) is { } found
            ? key[..^found.Length] : key;

    // "London Borough of Barnet", but not City of London, which is found as it stands.
    private static string WithoutStyle(string key) =>
        Styles.FirstOrDefault(style => key.StartsWith(style, StringComparison.Ordinal)) is { } found ? key[found.Length..] : key;

    // Levenshtein (1966): insertions, deletions and substitutions.
    private static int Distance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var current = new int[right.Length + 1];
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                current[j] = Math.Min(
                    Math.Min(current[j - 1], previous[j]) + 1,
                    previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
            }

            previous = current;
        }

        return previous[^1];
    }
}
