namespace SifAnalysis.Notebooks.Running;

/// <summary>A parameter was given that the notebook does not take.</summary>
public sealed class ParameterException(string message) : Exception(message);
