namespace SifAnalysis.Judgements;

/// <summary>How near a source stands to the inspection. A later press report may round or simplify.</summary>
public enum SourceRank
{
    /// <summary>Ofsted's own report or list, or a copy of it.</summary>
    Ofsted = 1,

    /// <summary>The council, or the government that directs it.</summary>
    Council = 2,

    /// <summary>The press, and all others.</summary>
    Press = 3,

    /// <summary>Inferred by the compilers, who say from what.</summary>
    Inferred = 4,
}
