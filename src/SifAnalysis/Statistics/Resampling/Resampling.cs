using System.Runtime.ExceptionServices;

namespace SifAnalysis.Statistics;

/// <summary>One replicate of a simulation: draws from its own stream and gives a number.</summary>
/// <typeparam name="TWorkspace">What the replicates on one core share to save allocations, such as a buffer.</typeparam>
/// <param name="random">The replicate's own stream.</param>
/// <param name="workspace">The core's workspace, as the replicate before left it.</param>
internal delegate double Replicate<in TWorkspace>(ref RandomSequence random, TWorkspace workspace);

/// <summary>A statistic of a sample, such as its mean; NaN where the sample has none.</summary>
/// <typeparam name="T">What the sample consists of: numbers, judgements, whole inspections.</typeparam>
/// <param name="sample">The sample, valid only during the call.</param>
public delegate double SampleStatistic<T>(ReadOnlySpan<T> sample);

/// <summary>
/// Seeded simulation on all cores. Replicate r draws from the stream of (seed, r) alone, so the numbers are the same on one core
/// and on many. The bootstrap, the permutation tests and the Monte Carlo tests all stand on it.
/// </summary>
internal static class Resampling
{
    // Large enough that handing out a chunk costs nothing, small enough to share a few thousand replicates among the cores.
    private const int ReplicatesAChunk = 128;

    /// <summary>Carries out every replicate of a plan and gives their values in the replicates' order.</summary>
    /// <param name="plan">How many replicates, from which seed, on how many cores.</param>
    /// <param name="workspace">Makes the workspace of one core.</param>
    /// <param name="replicate">Gives a replicate's value. It must depend on nothing that another replicate changes.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static double[] Draw<TWorkspace>(ResamplingPlan plan, Func<TWorkspace> workspace, Replicate<TWorkspace> replicate)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(replicate);

        var values = new double[plan.Replicates];
        InChunks(values.Length, ReplicatesAChunk, plan.Cores, workspace, (_, first, end, own) =>
        {
            for (var number = first; number < end; number++)
            {
                var random = new RandomSequence(plan.Seed, number);
                values[number] = replicate(ref random, own);
            }
        });
        return values;
    }

    /// <summary>
    /// Does the work of items 0 to <paramref name="count"/> − 1 in chunks whose borders do not depend on the number of cores, so
    /// that sums by chunk can be added in a fixed order. The action gets the chunk's number, its first item, the item after its
    /// last, and the core's workspace.
    /// </summary>
    internal static void InChunks<TWorkspace>(
        int count, int size, int? cores, Func<TWorkspace> workspace, Action<int, int, int, TWorkspace> action)
    {
        var chunks = (int)(((long)count + size - 1) / size);
        void Work(int chunk, TWorkspace own) => action(chunk, chunk * size, Math.Min(count, (chunk + 1) * size), own);

        if (chunks <= 1 || cores == 1)
        {
            var own = workspace();
            for (var chunk = 0; chunk < chunks; chunk++)
            {
                Work(chunk, own);
            }

            return;
        }

        try
        {
            Parallel.For(
                0,
                chunks,
                new ParallelOptions { MaxDegreeOfParallelism = cores ?? Environment.ProcessorCount },
                workspace,
                (chunk, _, own) =>
                {
                    Work(chunk, own);
                    return own;
                },
                _ => { });
        }
        catch (AggregateException several)
        {
            // The caller's own exception says what is wrong; that it arose on another core does not matter to anyone.
            ExceptionDispatchInfo.Capture(several.InnerExceptions[0]).Throw();
        }
    }
}
