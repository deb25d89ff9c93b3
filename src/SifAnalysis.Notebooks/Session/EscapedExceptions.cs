using System.Runtime.ExceptionServices;
using SifAnalysis.Notebooks.Documents;

namespace SifAnalysis.Notebooks.Session;

/// <summary>An exception that a thread of a cell lets escape would end the process; it is the cell's error, and no more.</summary>
internal static class EscapedExceptions
{
    private static readonly Lock Once = new();
    private static bool handled;

    /// <summary>Handles such exceptions, once a process.</summary>
    public static void Handle()
    {
        lock (Once)
        {
            if (!handled)
            {
                ExceptionHandling.SetUnhandledExceptionHandler(Survive);
                handled = true;
            }
        }
    }

    private static bool Survive(Exception cause)
    {
        if (CellContext.Current is not { } cell)
        {
            return false;
        }

        if (!(cell.Stopping.IsCancellationRequested && cause is OperationCanceledException or ThreadInterruptedException))
        {
            cell.Add(new StreamOutput("stderr", $"An exception escaped from a thread of the cell: {cause.GetType().FullName}: {cause.Message}\n"));
        }

        return true;
    }
}
