namespace SifAnalysis.Loading;

/// <summary>What a file gave: its good rows, and every problem of the others.</summary>
/// <typeparam name="T">The record that a row becomes.</typeparam>
/// <param name="Rows">The rows without a problem, in the order of the file.</param>
/// <param name="Problems">Every problem, in the order of the file. A row that is not in <paramref name="Rows"/> has one.</param>
public sealed record Loaded<T>(IReadOnlyList<T> Rows, IReadOnlyList<LoadProblem> Problems)
{
    /// <summary>How the file was taken, as far as it was read; <see langword="null"/> where nothing could be.</summary>
    public TableReading? Understood { get; init; }

    /// <summary>The number of problems that were counted and not kept.</summary>
    public long NotKept { get; init; }

    /// <summary>The rows, if the file has no problem at all.</summary>
    /// <exception cref="LoadException">The file has problems.</exception>
    public IReadOnlyList<T> OrThrow() => Problems.Count == 0 ? Rows : throw new LoadException(Problems);
}
