using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SifAnalysis.Notebooks.Documents;

/// <summary>Gives cells identifiers that are the same each time the same notebook is read.</summary>
internal sealed class CellIds
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <summary>The identifier that the cell has, if it is fit and not taken, or one made from the cell's text.</summary>
    public string Take(string? given, string source)
    {
        if (given is not null && IsFit(given) && taken.Add(given))
        {
            return given;
        }

        for (var attempt = 0; ; attempt++)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{attempt}\n{source}");
            var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
            if (taken.Add(id))
            {
                return id;
            }
        }
    }

    private static bool IsFit(string id) =>
        id.Length is > 0 and <= 64 && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
