using System.Globalization;
using System.Text;

namespace SifAnalysis.Site.Content;

/// <summary>Names as parts of addresses.</summary>
internal static class Slug
{
    /// <summary>"Bristol, City of" as "bristol-city-of": small letters of the English alphabet, digits and hyphens alone.</summary>
    /// <param name="name">The name.</param>
    /// <returns>At least one letter: "page" where the name has none that goes into an address.</returns>
    public static string Of(string name)
    {
        // Half a surrogate pair cannot be normalised, and no whole one is a letter of an address.
        var letters = string.Concat(name.Where(letter => !char.IsSurrogate(letter))).Normalize(NormalizationForm.FormD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && letter is not ('\'' or '’'))
            .Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ');
        var words = string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? "page" : string.Join('-', words);
    }

    /// <summary>Slugs of names, each of its own: where two would be alike, the later ones get a number.</summary>
    /// <param name="names">The names, each once.</param>
    public static IReadOnlyDictionary<string, string> OfEach(IEnumerable<string> names)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal) { "index" };
        var slugs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var stem = Of(name);
            var slug = stem;
            for (var number = 2; !taken.Add(slug); number++)
            {
                slug = string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}");
            }

            slugs.Add(name, slug);
        }

        return slugs;
    }
}
