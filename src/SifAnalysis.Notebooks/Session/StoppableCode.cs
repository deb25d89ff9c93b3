using System.Diagnostics;

namespace SifAnalysis.Notebooks.Session;

/// <summary>
/// Runs the code of one cell so that it can be stopped: its loops and functions have a <see cref="StopPoint"/> each, a wait is
/// woken, and what follows an await is not begun any more. That runs on any free thread, as it does in a console program, so
/// that a cell may also block on a task.
/// </summary>
/// <remarks>
/// The inside of a library is not stopped; give it <see cref="Microsoft.DotNet.Interactive.KernelInvocationContext.CancellationToken"/>
/// where it takes a token.
/// </remarks>
#pragma warning disable CA1001 // What a cell leaves behind may ask for the token long after the cell.
internal sealed class StoppableCode : SynchronizationContext
#pragma warning restore CA1001
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource stop = new();
    private readonly Lock gate = new();
    private readonly HashSet<Thread> running = [];

    /// <summary>Is cancelled when the code is asked to stop.</summary>
    public CancellationToken Stopping => stop.Token;

    /// <summary>Runs code on a thread of its own.</summary>
    /// <returns>What the code returns.</returns>
    /// <exception cref="OperationCanceledException">The code was stopped.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> code)
    {
        var started = new TaskCompletionSource<Task<T>>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => Watched(() =>
        {
            try
            {
                started.TrySetResult(code());
            }
            catch (Exception cause)
            {
                started.TrySetException(cause);
            }
        }))
        { IsBackground = true, Name = "Cell" }.Start();

        // An await that nothing ends any more leaves its task unfinished for ever.
        return await started.Task.Unwrap().WaitAsync(stop.Token).ConfigureAwait(false);
    }

    /// <summary>Stops the code.</summary>
    /// <param name="patience">How long to wait for it to be gone.</param>
    /// <returns>Whether it is gone; a library that is at work goes on until it is done.</returns>
    public async Task<bool> StopAsync(TimeSpan patience)
    {
        var armed = StopPoint.Arm();
        await stop.CancelAsync().ConfigureAwait(false);
        var watch = Stopwatch.StartNew();
        while (!IsGone())
        {
            if (watch.Elapsed > patience)
            {
                _ = QuietenAsync(armed);
                return false;
            }

            await Task.Delay(5).ConfigureAwait(false);
        }

        _ = QuietenAsync(armed);
        return true;
    }

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state) =>
        ThreadPool.QueueUserWorkItem(_ => Watched(() => d(state)), null);

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;

    private void Watched(Action code)
    {
        lock (gate)
        {
            if (stop.IsCancellationRequested)
            {
                return;
            }

            running.Add(Thread.CurrentThread);
        }

        SetSynchronizationContext(this);
        try
        {
            code();
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            // Nobody waits for it any more.
        }
        finally
        {
            SetSynchronizationContext(null);
            lock (gate)
            {
                running.Remove(Thread.CurrentThread);
            }

            Calm();
        }
    }

    private bool IsGone()
    {
        lock (gate)
        {
            foreach (var thread in running.Where(thread => thread.ThreadState.HasFlag(System.Threading.ThreadState.WaitSleepJoin)))
            {
                thread.Interrupt();
            }

            return running.Count == 0;
        }
    }

    // Tasks of the cell that sleep somewhere find out when they wake; later all code runs at full speed again.
    private async Task QuietenAsync(IDisposable armed)
    {
        do
        {
            await Task.Delay(Quiet).ConfigureAwait(false);
        }
        while (!IsGone());
        armed.Dispose();
    }

    // A call to wake that came too late must not meet what the thread does next.
    private static void Calm()
    {
        try
        {
            Thread.Sleep(0);
        }
        catch (ThreadInterruptedException)
        {
        }
    }
}
