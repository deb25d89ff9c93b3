namespace SifAnalysis.Judgements;

/// <summary>The least and the most that a count can be when some rows are unknown.</summary>
public readonly record struct CountBounds
{
    /// <summary>Makes bounds.</summary>
    /// <param name="least">The rows seen, at least 0.</param>
    /// <param name="most">The rows seen and every unknown one, at least <paramref name="least"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The least is negative, or the most is under the least.</exception>
    public CountBounds(int least, int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(least);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, least);
        (Least, Most) = (least, most);
    }

    /// <summary>The rows seen.</summary>
    public int Least { get; }

    /// <summary>The rows seen and every unknown one.</summary>
    public int Most { get; }

    /// <summary>Whether the count is known exactly.</summary>
    public bool IsExact => Least == Most;

    /// <summary>Whether a stated count lies inside the bounds.</summary>
    public bool Contains(int count) => count >= Least && count <= Most;

    /// <summary>"29", or "28 to 39".</summary>
    public override string ToString() => IsExact ? $"{Least}" : $"{Least} to {Most}";
}
