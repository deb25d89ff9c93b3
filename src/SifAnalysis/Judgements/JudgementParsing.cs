using System.Globalization;

namespace SifAnalysis.Judgements;

/// <summary>Reads judgements as reports, releases, newspapers and spreadsheets write them.</summary>
public static class JudgementParsing
{
    private static readonly Dictionary<string, Judgement> Spellings = new(StringComparer.Ordinal)
    {
        ["outstanding"] = Judgement.Outstanding,
        ["o"] = Judgement.Outstanding,
        ["1"] = Judgement.Outstanding,
        ["good"] = Judgement.Good,
        ["g"] = Judgement.Good,
        ["2"] = Judgement.Good,
        ["requiresimprovement"] = Judgement.RequiresImprovement,
        ["requireimprovement"] = Judgement.RequiresImprovement,
        ["requiresimprovementtobegood"] = Judgement.RequiresImprovement,
        ["ri"] = Judgement.RequiresImprovement,
        ["rtbg"] = Judgement.RequiresImprovement,
        ["3"] = Judgement.RequiresImprovement,
        ["inadequate"] = Judgement.Inadequate,
        ["i"] = Judgement.Inadequate,
        ["4"] = Judgement.Inadequate,
    };

    private static readonly Dictionary<string, Unjudged> Reasons = new(StringComparer.Ordinal)
    {
        ["notjudged"] = Unjudged.NotJudged,
        ["notgraded"] = Unjudged.NotJudged,
        ["nojudgement"] = Unjudged.NotJudged,
        ["nojudgment"] = Unjudged.NotJudged,
        ["nograde"] = Unjudged.NotJudged,
        ["notreviewed"] = Unjudged.NotReviewed,
        ["noreview"] = Unjudged.NotReviewed,
        ["notjudgedseparately"] = Unjudged.NotJudgedSeparately,
        ["nolongerjudged"] = Unjudged.NoLongerJudged,
        ["nolongergraded"] = Unjudged.NoLongerJudged,
    };

    private static readonly HashSet<string> Blanks = new(StringComparer.Ordinal)
    {
        "", "x", "z", "na", "notknown", "unknown", "notavailable", "notapplicable", "notinspected", "notyetinspected", "null",
    };

    /// <summary>What a judgement may look like, for error messages.</summary>
    public const string Expected = "Outstanding, Good, Requires improvement (RI), Inadequate, 1 to 4, Not judged, Not reviewed, or blank "
        + "where it is unknown";

    /// <summary>Reads a judgement in any spelling in use: "RI", "Requires Improvement", "requires improvement to be good", "Grade 3",
    /// "3".</summary>
    /// <param name="text">The text, or <see langword="null"/>; case, spaces and punctuation do not matter.</param>
    /// <returns>The judgement, or <see langword="null"/> where the text says that there is none: blank, "[x]", "not judged".</returns>
    /// <exception cref="FormatException">The text is no judgement and no way of writing that there is none.</exception>
    public static Judgement? Parse(string? text) => TryParse(text, out var judgement)
        ? judgement
        : throw new FormatException($"\"{text}\" is no judgement; expected {Expected}.");

    /// <summary>Reads a judgement in any spelling in use, without an exception for what is none.</summary>
    /// <param name="text">The text, or <see langword="null"/>; case, spaces and punctuation do not matter.</param>
    /// <param name="judgement">The judgement, or <see langword="null"/> where the text says that it is unknown.</param>
    /// <returns>Whether the text is a judgement or a way of writing that there is none.</returns>
    public static bool TryParse(string? text, out Judgement? judgement) => TryParse(text, out judgement, out _);

    /// <summary>Reads a judgement, or why there is none, in any spelling in use.</summary>
    /// <param name="text">The text, or <see langword="null"/>; case, spaces and punctuation do not matter.</param>
    /// <param name="judgement">The judgement, or <see langword="null"/> where the text states none.</param>
    /// <param name="unjudged">Why there is none: "not judged", "not reviewed"; <see langword="null"/> where it is unknown.</param>
    /// <returns>Whether the text is a judgement or a way of writing that there is none.</returns>
    public static bool TryParse(string? text, out Judgement? judgement, out Unjudged? unjudged)
    {
        var isRead = TryStatement(text, out var statement);
        (judgement, unjudged) = (statement.Judgement, statement.Unjudged);
        return isRead;
    }

    /// <summary>Reads what a report says of an area.</summary>
    internal static bool TryStatement(string? text, out AreaStatement statement)
    {
        statement = default;
        var letters = Letters(text);
        foreach (var prefix in (ReadOnlySpan<string>)["grade", "judgement"])
        {
            if (letters.Length > prefix.Length && letters.StartsWith(prefix, StringComparison.Ordinal))
            {
                letters = letters[prefix.Length..];
            }
        }

        if (Spellings.TryGetValue(WithoutNumber(letters), out var found))
        {
            statement = AreaStatement.Of(found);
            return true;
        }

        if (Reasons.TryGetValue(letters, out var why))
        {
            statement = AreaStatement.Of(why);
            return true;
        }

        return Blanks.Contains(letters) && !HasOtherText(text, letters);
    }

    /// <summary>Reads a judgement written by its name, such as "Requires improvement", from the bytes of a file.</summary>
    /// <param name="text">The text in UTF-8.</param>
    /// <param name="statement">The judgement.</param>
    /// <returns>Whether the text is the name of a judgement; other spellings are for <see cref="TryStatement"/>.</returns>
    internal static bool TryName(ReadOnlySpan<byte> text, out AreaStatement statement)
    {
        Judgement? judgement = text.Length switch
        {
            4 when text.SequenceEqual("Good"u8) => Judgement.Good,
            10 when text.SequenceEqual("Inadequate"u8) => Judgement.Inadequate,
            11 when text.SequenceEqual("Outstanding"u8) => Judgement.Outstanding,
            20 when text.SequenceEqual("Requires improvement"u8) => Judgement.RequiresImprovement,
            _ => null,
        };
        statement = judgement is { } known ? AreaStatement.Of(known) : default;
        return judgement is not null;
    }

    // "2 - Good" and "Good (2)", but not "2 - Inadequate", which says two things.
    private static string WithoutNumber(string letters)
    {
        if (letters.Length < 2 || (!char.IsAsciiDigit(letters[0]) && !char.IsAsciiDigit(letters[^1])))
        {
            return letters;
        }

        var (number, word) = char.IsAsciiDigit(letters[0]) ? (letters[..1], letters[1..]) : (letters[^1..], letters[..^1]);
        return Spellings.TryGetValue(number, out var stated) && Spellings.TryGetValue(word, out var named) && stated == named ? word
            : letters;
    }

    // "?" or "!!" has no letters but is no blank either; dashes and dots are how spreadsheets write one.
    private static bool HasOtherText(string? text, string letters) =>
        letters.Length == 0 && text is not null
            && text.Any(character => !char.IsWhiteSpace(character) && character is not ('-' or '–' or '—' or '.'));

    private static string Letters(string? text) =>
        text is null ? "" : string.Concat(text.Where(char.IsLetterOrDigit)).ToLower(CultureInfo.InvariantCulture);
}
