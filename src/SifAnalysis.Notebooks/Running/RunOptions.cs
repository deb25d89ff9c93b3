namespace SifAnalysis.Notebooks.Running;

/// <summary>How a notebook is run.</summary>
public sealed record RunOptions
{
    /// <summary>The folder against which the notebook's relative paths resolve: its own.</summary>
    public required string Folder { get; init; }

    /// <summary>The longest that one cell may take.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Values for the variables of the cell tagged <c>parameters</c>, as text.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Is told the number of each code cell before it runs, from 1, and how many there are.</summary>
    public Action<int, int>? Progress { get; init; }
}
