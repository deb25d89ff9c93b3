using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Notebooks.Magics;

/// <summary>A command of a cell, written on a line that starts with <c>#!</c>.</summary>
internal interface IMagic
{
    /// <summary>The name after <c>#!</c>.</summary>
    string Name { get; }

    /// <summary>Other spellings of the name.</summary>
    IReadOnlyList<string> OtherNames => [];

    /// <summary>What it does, in a line.</summary>
    string Summary { get; }

    /// <summary>Whether the lines under it, up to the next magic, are its text; if not, they are C# of the cell.</summary>
    bool TakesText => false;

    /// <summary>Does it.</summary>
    /// <param name="part">The part of the cell that the magic governs.</param>
    /// <param name="cell">The cell that executes.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="MagicException">It cannot be done; the message says what to write instead.</exception>
    Task RunAsync(CellPart part, CellContext cell, CancellationToken cancellation);
}
