namespace SifAnalysis.Cli;

/// <summary>A command cannot go on, for a reason that its user can put right; only the message is shown.</summary>
internal sealed class CommandException(string message) : Exception(message);
