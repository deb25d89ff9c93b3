using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Notebooks.Running;

/// <summary>Collects the outputs of a headless run, cell by cell; neighbouring texts of one stream are one output.</summary>
internal sealed class CollectedOutputs : ICellOutputs
{
    private readonly List<List<CellOutput>> cells = [];
    private bool clearOnNext;

    /// <summary>Starts another cell and gives back its outputs, which fill as they come.</summary>
    public IReadOnlyList<CellOutput> Next()
    {
        cells.Add([]);
        clearOnNext = false;
        return cells[^1];
    }

    /// <inheritdoc/>
    public void Add(CellOutput output)
    {
        var own = cells[^1];
        if (clearOnNext)
        {
            own.Clear();
            clearOnNext = false;
        }

        if (output is StreamOutput text && own is [.., StreamOutput last] && last.Name == text.Name)
        {
            own[^1] = last with { Text = last.Text + text.Text };
        }
        else
        {
            own.Add(output);
        }
    }

    /// <inheritdoc/>
    public void Update(string displayId, DisplayOutput display)
    {
        foreach (var own in cells)
        {
            for (var index = 0; index < own.Count; index++)
            {
                if (own[index] is DisplayOutput shown && shown.DisplayId == displayId)
                {
                    own[index] = display;
                }
            }
        }
    }

    /// <inheritdoc/>
    public void Clear(bool wait)
    {
        if (wait)
        {
            clearOnNext = true;
        }
        else
        {
            cells[^1].Clear();
        }
    }

    /// <inheritdoc/>
    public string Ask(string prompt, bool hidden) => throw new InvalidOperationException(
        $"The notebook asks \"{prompt}\", and in a headless run there is nobody to answer; give the value as a parameter.");
}
