namespace SifAnalysis.Judgements;

/// <summary>A post of which the reports of the SIF say since when its holder had been in it.</summary>
public enum Post
{
    /// <summary>The director of children's services.</summary>
    Director,

    /// <summary>The chair of the local safeguarding children board.</summary>
    BoardChair,
}
