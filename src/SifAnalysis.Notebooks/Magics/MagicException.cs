namespace SifAnalysis.Notebooks.Magics;

/// <summary>A magic or directive of a cell cannot be carried out.</summary>
/// <param name="title">What kind of problem it is, such as "Unknown magic".</param>
/// <param name="message">What is wrong, and what to write instead.</param>
/// <param name="inner">What it comes from, or <see langword="null"/>.</param>
internal sealed class MagicException(string title, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What kind of problem it is.</summary>
    public string Title { get; } = title;
}
