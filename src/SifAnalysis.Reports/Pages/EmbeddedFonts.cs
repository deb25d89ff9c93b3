namespace SifAnalysis.Reports.Pages;

/// <summary>What is done with the fonts that a file brings along.</summary>
internal enum EmbeddedFonts
{
    /// <summary>They are not read.</summary>
    Ignored,

    /// <summary>They are read, as a few files need for their text.</summary>
    Read,
}
