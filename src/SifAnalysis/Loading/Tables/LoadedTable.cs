namespace SifAnalysis.Loading;

/// <summary>What a file gave when it was read as a table, with every problem.</summary>
/// <param name="Table">The table, without the rows and values that could not be read; <see langword="null"/> where there is none.</param>
/// <param name="Problems">Every problem, in the order of the file.</param>
public sealed record LoadedTable(Table? Table, IReadOnlyList<LoadProblem> Problems)
{
    /// <summary>The table, if the file has no problem at all.</summary>
    /// <exception cref="LoadException">The file has problems.</exception>
    public Table OrThrow() => Table is not null && Problems.Count == 0 ? Table : throw new LoadException(Problems);
}
