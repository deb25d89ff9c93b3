using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Notebooks.Kernels;

/// <summary>Knows the cell that executes.</summary>
internal interface ICellContexts
{
    /// <summary>The cell on whose behalf the current code runs; one whose outputs go to the model alone where a command came from elsewhere.</summary>
    CellContext Current { get; }
}
