namespace SifAnalysis.Judgements;

/// <summary>What a report says of an area in one byte: a judgement, why there is none, or nothing that is known.</summary>
/// <param name="Code">0 where it is unknown; 1 to 4 for a judgement; above that why there is none.</param>
internal readonly record struct AreaStatement(byte Code)
{
    /// <summary>How many codes there are.</summary>
    public static int Codes { get; } = 1 + Enum.GetValues<Judgement>().Length + Enum.GetValues<Unjudged>().Length;

    /// <summary>The judgement, or null.</summary>
    public Judgement? Judgement => Code is >= 1 and <= 4 ? (Judgement)Code : null;

    /// <summary>Why there is none, or null.</summary>
    public Unjudged? Unjudged => Code > 4 ? (Unjudged)(Code - 4) : null;

    /// <summary>A judgement.</summary>
    public static AreaStatement Of(Judgement judgement) => new((byte)judgement);

    /// <summary>Why there is no judgement.</summary>
    public static AreaStatement Of(Unjudged unjudged) => new((byte)(4 + (int)unjudged));
}
