namespace SifAnalysis.Statistics;

/// <summary>What turns a linear predictor into a cumulative probability.</summary>
public enum OrdinalLink
{
    /// <summary>The logistic distribution: proportional odds (McCullagh, 1980). Coefficients are log odds ratios.</summary>
    Logit,

    /// <summary>The normal distribution (Aitchison and Silvey, 1957). Coefficients are in standard deviations of a latent quality.</summary>
    Probit,

    /// <summary>The complementary log-log: proportional hazards (McCullagh, 1980). It is not symmetrical: reversing the scale changes the model.</summary>
    ComplementaryLogLog,
}
