namespace SifAnalysis.Jupyter;

/// <summary>The kernel cannot start or be installed, for a reason that its user can mend; the message says what to do.</summary>
public sealed class KernelException(string message) : Exception(message);
