namespace SifAnalysis.Jupyter.Wire;

/// <summary>The kernel cannot start or be installed, for a reason that its user can put right; the message says what to do.</summary>
public sealed class KernelException(string message) : Exception(message);
