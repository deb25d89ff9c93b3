using SifAnalysis.Findings;

namespace SifAnalysis.Figures;

/// <summary>The verdicts in words.</summary>
public static class VerdictNames
{
    /// <summary>The verdict as a reader sees it: "not answerable".</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no verdict.</exception>
    public static string Name(this Verdict verdict) => verdict switch
    {
        Verdict.Reproduced => "reproduced",
        Verdict.Consistent => "consistent",
        Verdict.Contradicted => "contradicted",
        Verdict.NotAnswerable => "not answerable",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "No such verdict."),
    };

    /// <summary>
    /// How many have each verdict, in a sentence: "26 are reproduced and 1 is not answerable"; verdicts that none has are not named.
    /// </summary>
    /// <param name="verdicts">The verdicts.</param>
    /// <exception cref="ArgumentNullException">The verdicts are <see langword="null"/>.</exception>
    public static string InWords(this IEnumerable<Verdict> verdicts)
    {
        ArgumentNullException.ThrowIfNull(verdicts);
        return Words.Listed(verdicts.GroupBy(verdict => verdict).OrderBy(own => own.Key)
            .Select(own => $"{own.Count()} {(own.Count() == 1 ? "is" : "are")} {own.Key.Name()}"));
    }
}
