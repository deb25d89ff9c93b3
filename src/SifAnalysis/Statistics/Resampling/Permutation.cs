namespace SifAnalysis.Statistics;

/// <summary>
/// Permutation tests of any statistic (Fisher, 1935; Pitman, 1937). The values are put into other orders while everything else
/// that the statistic looks at stays in place, so the null hypothesis is that the values are exchangeable. Where all orders are
/// no more than the plan's replicates, every one is tried and the p-value is exact; otherwise p = (b + 1)/(m + 1), which never is
/// 0 (Davison and Hinkley, 1997, equation 4.11; Phipson and Smyth, 2010).
/// </summary>
public static class Permutation
{
    // Orders that tie with the data's own must count as ties although their sums were added up in another order.
    private const double Tolerance = 1e-10;

    /// <summary>Tests a statistic against all orders of the values.</summary>
    /// <param name="values">The values to reorder; the statistic gets them in the data's order first.</param>
    /// <param name="statistic">
    /// The statistic of the values in an order. What belongs to each place, such as the region, it finds by the place's index. It
    /// is called on many cores at once and must change nothing outside itself.
    /// </param>
    /// <param name="alternative">Which values of the statistic speak against the null hypothesis.</param>
    /// <param name="plan">Permutations, seed and cores; 10,000 permutations with seed 1 by default.</param>
    /// <exception cref="ArgumentNullException">The values or the statistic are <see langword="null"/>.</exception>
    public static PermutationResult Test<T>(
        IReadOnlyList<T> values,
        SampleStatistic<T> statistic,
        Alternative alternative = Alternative.TwoSided,
        ResamplingPlan? plan = null) =>
        Test(values, [], statistic, alternative, plan);

    /// <summary>Tests a statistic against the orders of the values within strata, such as regions.</summary>
    /// <param name="values">The values to reorder; the statistic gets them in the data's order first.</param>
    /// <param name="strata">The stratum of each value; values change places only with those of their own stratum.</param>
    /// <param name="statistic">The statistic of the values in an order, as for the test without strata.</param>
    /// <param name="alternative">Which values of the statistic speak against the null hypothesis.</param>
    /// <param name="plan">Permutations, seed and cores; 10,000 permutations with seed 1 by default.</param>
    /// <exception cref="ArgumentNullException">The values, the strata or the statistic are <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are not as many strata as values.</exception>
    public static PermutationResult TestWithin<T, TStratum>(
        IReadOnlyList<T> values,
        IReadOnlyList<TStratum> strata,
        SampleStatistic<T> statistic,
        Alternative alternative = Alternative.TwoSided,
        ResamplingPlan? plan = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(strata);
        if (strata.Count != values.Count)
        {
            throw new ArgumentException($"There are {values.Count} values but {strata.Count} strata.", nameof(strata));
        }

        var places = Enumerable.Range(0, values.Count).GroupBy(place => strata[place]).Select(own => own.ToArray()).ToArray();
        return Test(values, places.Length > 1 ? places : [], statistic, alternative, plan);
    }

    private static PermutationResult Test<T>(
        IReadOnlyList<T> values, int[][] strata, SampleStatistic<T> statistic, Alternative alternative, ResamplingPlan? plan)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(statistic);
        plan ??= new();

        var data = values.ToArray();
        var result = new PermutationResult
        {
            Method = strata.Length == 0 ? "permutation test" : "stratified permutation test",
            Observations = data.Length,
            Alternative = alternative,
            Seed = plan.Seed,
        };
        if (data.Length == 0)
        {
            return result with { UndefinedBecause = "there are no observations" };
        }

        var observed = statistic(data);
        if (!double.IsFinite(observed))
        {
            return result with { UndefinedBecause = "the statistic does not exist for the data" };
        }

        var exact = strata.Length == 0 && Orders(data.Length) <= plan.Replicates;
        var drawn = exact ? EveryOrder(data, statistic) : Draw(data, strata, statistic, plan);
        var defined = Array.FindAll(drawn, double.IsFinite);
        result = result with
        {
            Statistic = observed,
            Permutations = defined.Length,
            IsExact = exact,
            Warnings = defined.Length == drawn.Length
                ? []
                : [$"the statistic does not exist for {drawn.Length - defined.Length} of {drawn.Length} permutations, which are excluded"],
        };
        return WithPValue(result, observed, defined);
    }

    private static PermutationResult WithPValue(PermutationResult result, double observed, double[] drawn)
    {
        var slack = Tolerance * Math.Abs(observed);
        var atLeast = drawn.Count(value => value >= observed - slack);
        var atMost = drawn.Count(value => value <= observed + slack);

        // The data's own order is among all orders already; among sampled orders it is counted in.
        var own = result.IsExact ? 0 : 1;
        double PValue(int count) => (count + own) / (double)(drawn.Length + own);

        var oneSided = result.Alternative switch
        {
            Alternative.Greater => PValue(atLeast),
            Alternative.Less => PValue(atMost),
            _ => Math.Min(PValue(atLeast), PValue(atMost)),
        };
        var sides = result.Alternative == Alternative.TwoSided ? 2 : 1;
        return result with
        {
            PValue = Math.Min(1, sides * oneSided),
            MonteCarloError = result.IsExact ? 0 : sides * Math.Sqrt(oneSided * (1 - oneSided) / (drawn.Length + 1)),
        };
    }

    private static double[] Draw<T>(T[] data, int[][] strata, SampleStatistic<T> statistic, ResamplingPlan plan) =>
        Resampling.Draw(plan, () => new T[data.Length], (ref RandomSequence random, T[] order) =>
        {
            data.CopyTo(order, 0);
            if (strata.Length == 0)
            {
                random.Shuffle(order.AsSpan());
            }

            foreach (var places in strata)
            {
                for (var last = places.Length - 1; last > 0; last--)
                {
                    var other = random.NextIndex(last + 1);
                    (order[places[last]], order[places[other]]) = (order[places[other]], order[places[last]]);
                }
            }

            return statistic(order);
        });

    private static double Orders(int count)
    {
        var orders = 1.0;
        for (var factor = 2; factor <= count && orders <= int.MaxValue; factor++)
        {
            orders *= factor;
        }

        return orders;
    }

    /// <summary>Heap's algorithm (1963): each order differs from the one before by one exchange.</summary>
    private static double[] EveryOrder<T>(T[] data, SampleStatistic<T> statistic)
    {
        var order = data.ToArray();
        var values = new List<double> { statistic(order) };
        var turns = new int[order.Length];
        for (var place = 1; place < order.Length;)
        {
            if (turns[place] < place)
            {
                var other = place % 2 == 0 ? 0 : turns[place];
                (order[other], order[place]) = (order[place], order[other]);
                values.Add(statistic(order));
                turns[place]++;
                place = 1;
            }
            else
            {
                turns[place++] = 0;
            }
        }

        return [.. values];
    }
}
