namespace SifAnalysis.Judgements;

/// <summary>A framework under which Ofsted inspects the children's services of local authorities.</summary>
public enum Framework
{
    /// <summary>The single inspection framework: first inspections in November 2013, last report in August 2018.</summary>
    Sif,

    /// <summary>Inspections of local authority children's services (ILACS), since January 2018.</summary>
    Ilacs,
}
