namespace SifAnalysis.Judgements;

/// <summary>The least and the most that a count can be when some rows are unknown.</summary>
/// <param name="Least">The rows seen.</param>
/// <param name="Most">The rows seen and every unknown one.</param>
public readonly record struct CountBounds(int Least, int Most)
{
    /// <summary>Whether the count is known exactly.</summary>
    public bool IsExact => Least == Most;

    /// <summary>Whether a stated count lies inside the bounds.</summary>
    public bool Contains(int count) => count >= Least && count <= Most;

    /// <summary>"29", or "28 to 39".</summary>
    public override string ToString() => IsExact ? $"{Least}" : $"{Least} to {Most}";
}
