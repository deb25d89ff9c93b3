namespace SifAnalysis.Large;

/// <summary>How far a large file is read.</summary>
/// <param name="Rows">The rows read.</param>
/// <param name="Bytes">The bytes read.</param>
/// <param name="Length">The bytes of the whole file.</param>
public readonly record struct ReadProgress(long Rows, long Bytes, long Length)
{
    /// <summary>The share of the file that is read, 0 to 1; 1 for an empty file.</summary>
    public double Share => Length == 0 ? 1 : (double)Bytes / Length;
}
