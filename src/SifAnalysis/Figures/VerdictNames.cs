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
}
