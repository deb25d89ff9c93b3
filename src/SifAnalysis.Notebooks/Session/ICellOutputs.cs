using SifAnalysis.Notebooks.Documents;

namespace SifAnalysis.Notebooks.Session;

/// <summary>
/// Where an executing cell's outputs go, as they come: the runner collects them in a document, the kernel sends them to
/// its clients. Members may be called from any thread, one at a time.
/// </summary>
public interface ICellOutputs
{
    /// <summary>Takes an output: a stream's text, a display, the result or an error.</summary>
    void Add(CellOutput output);

    /// <summary>Replaces every earlier display of the session that has this identifier.</summary>
    void Update(string displayId, DisplayOutput display);

    /// <summary>Removes the cell's outputs so far; with <paramref name="wait"/>, only once the next one comes.</summary>
    void Clear(bool wait);

    /// <summary>
    /// Asks the user for a line of text, or throws <see cref="InvalidOperationException"/> where there is nobody to ask.
    /// </summary>
    /// <param name="prompt">What to ask.</param>
    /// <param name="hidden">Whether the answer is a secret that must not be shown.</param>
    string Ask(string prompt, bool hidden);
}
