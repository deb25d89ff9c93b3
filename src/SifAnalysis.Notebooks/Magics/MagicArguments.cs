using System.Text;

namespace SifAnalysis.Notebooks.Magics;

/// <summary>What stands behind a magic's name: options such as <c>--name x</c>, and words that belong to none.</summary>
/// <param name="Words">The words that belong to no option.</param>
/// <param name="Options">The options by name, without their values' quotation marks.</param>
/// <param name="Quoted">The options whose value stood in quotation marks.</param>
internal sealed record MagicArguments(IReadOnlyList<string> Words, IReadOnlyDictionary<string, string> Options, IReadOnlySet<string> Quoted)
{
    /// <summary>Reads a part's arguments.</summary>
    /// <param name="part">The part of the cell.</param>
    /// <param name="known">The names of the options that the magic takes with a value.</param>
    /// <param name="flags">The names of those that it takes without one.</param>
    /// <exception cref="MagicException">An option is not known or lacks its value.</exception>
    public static MagicArguments Of(CellPart part, string[] known, params string[] flags)
    {
        var words = new List<string>();
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        var quoted = new HashSet<string>(StringComparer.Ordinal);
        var tokens = Tokens(part.Arguments);
        for (var index = 0; index < tokens.Count; index++)
        {
            var (text, isQuoted) = tokens[index];
            if (isQuoted || !text.StartsWith("--", StringComparison.Ordinal))
            {
                words.Add(text);
                continue;
            }

            if (flags.Contains(text))
            {
                options[text] = "";
                continue;
            }

            if (!known.Contains(text))
            {
                throw part.Problem($"{text} is no option of it; it takes {(known.Length == 0 ? "none" : string.Join(", ", known))}.");
            }

            if (index + 1 == tokens.Count)
            {
                throw part.Problem($"{text} needs a value behind it.");
            }

            var value = tokens[++index];
            options[text] = value.Text;
            if (value.Quoted)
            {
                quoted.Add(text);
            }
        }

        return new MagicArguments(words, options, quoted);
    }

    /// <summary>The value of an option, or <see langword="null"/>.</summary>
    public string? this[string option] => Options.GetValueOrDefault(option);

    private static List<(string Text, bool Quoted)> Tokens(string arguments)
    {
        var tokens = new List<(string, bool)>();
        for (var at = 0; at < arguments.Length;)
        {
            if (char.IsWhiteSpace(arguments[at]))
            {
                at++;
                continue;
            }

            var text = new StringBuilder();
            var quoted = arguments[at] == '"';
            for (var inside = false; at < arguments.Length && (inside || !char.IsWhiteSpace(arguments[at])); at++)
            {
                if (arguments[at] == '\\' && inside && at + 1 < arguments.Length && arguments[at + 1] is '"' or '\\')
                {
                    text.Append(arguments[++at]);
                }
                else if (arguments[at] == '"')
                {
                    inside = !inside;
                }
                else
                {
                    text.Append(arguments[at]);
                }
            }

            tokens.Add((text.ToString(), quoted));
        }

        return tokens;
    }
}
