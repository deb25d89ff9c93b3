using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace SifAnalysis.Notebooks.Session;

/// <summary>What the session puts into the loops and functions of a cell, so that it can be stopped there and cannot call without end.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StopPoint
{
    private static volatile int stops;

    /// <summary>Goes on, unless the cell on whose behalf the code runs, on whatever thread, was stopped.</summary>
    /// <exception cref="OperationCanceledException">The cell was stopped.</exception>
    public static void Pass()
    {
        // Almost always there is nothing to ask, and a loop must not become slow by asking.
        if (stops > 0)
        {
            Ask();
        }
    }

    /// <summary>Goes on as <see cref="Pass"/> does, unless calls within calls have used up the stack, which would end the process.</summary>
    /// <exception cref="InsufficientExecutionStackException">The calls are too deep.</exception>
    /// <exception cref="OperationCanceledException">The cell was stopped.</exception>
    public static void Enter()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        Pass();
    }

    /// <summary>Has all code ask, until this is disposed of.</summary>
    internal static IDisposable Arm()
    {
        Interlocked.Increment(ref stops);
        return new Armed();
    }

    private static void Ask() => CellContext.Current?.Stopping.ThrowIfCancellationRequested();

    private sealed class Armed : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref stops);
    }
}
