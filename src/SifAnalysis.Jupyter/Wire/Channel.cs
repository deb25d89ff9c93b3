namespace SifAnalysis.Jupyter.Wire;

/// <summary>The channels on which a kernel talks; heartbeats are echoed below them.</summary>
internal enum Channel
{
    /// <summary>Requests, one after another.</summary>
    Shell,

    /// <summary>Requests that are heard while code runs.</summary>
    Control,

    /// <summary>Questions to the user and their answers.</summary>
    Stdin,

    /// <summary>Broadcasts.</summary>
    IOPub,
}
