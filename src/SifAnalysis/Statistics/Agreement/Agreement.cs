using MathNet.Numerics.LinearAlgebra;

namespace SifAnalysis.Statistics;

/// <summary>
/// How far two or more judgements of the same inspections agree. Agreement is beyond chance, not right: areas that follow one
/// another by rule agree by rule.
/// </summary>
public static class Agreement
{
    /// <summary>
    /// Kappa of two judgements in the same categories: Cohen (1960), and with weights for near misses Cohen (1968); the standard
    /// error is that of Fleiss, Cohen and Everitt (1969). It falls where one category is rare in both, however well they agree.
    /// </summary>
    /// <param name="table">The square table of the two judgements, rows and columns in the same order.</param>
    /// <param name="weights">What a disagreement counts.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <exception cref="ArgumentNullException">The table is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The table is not square.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public static AssociationResult Kappa(ContingencyTable table, KappaWeights weights = KappaWeights.None, double level = 0.95)
    {
        RequireSquare(table);
        Arguments.RequireLevel(level);
        var result = new AssociationResult
        {
            Measure = weights == KappaWeights.None ? "Cohen's kappa" : "Weighted kappa",
            Method = weights switch
            {
                KappaWeights.None => "Cohen (1960); standard error of Fleiss, Cohen and Everitt (1969)",
                KappaWeights.Linear => "Cohen (1968), linear weights; standard error of Fleiss, Cohen and Everitt (1969)",
                _ => "Cohen (1968), quadratic weights; standard error of Fleiss, Cohen and Everitt (1969)",
            },
            Observations = table.Total,
            Warnings = Association.LeftOut(table),
        };
        if (table.Total == 0)
        {
            return result with { UndefinedBecause = "nothing was observed" };
        }

        double n = table.Total;
        var size = table.Rows.Count;
        double Weight(int row, int column) => weights switch
        {
            KappaWeights.None => row == column ? 1 : 0,
            KappaWeights.Linear => 1 - (Math.Abs(row - column) / (size - 1.0)),
            _ => 1 - Math.Pow((row - column) / (size - 1.0), 2),
        };
        double Over(Func<int, int, double> term) =>
            Enumerable.Range(0, size).Sum(row => Enumerable.Range(0, size).Sum(column => term(row, column)));

        var observed = Over((row, column) => size == 1 ? table[row, column] / n : Weight(row, column) * table[row, column] / n);
        var expected = Over(
            (row, column) => size == 1 ? 1 : Weight(row, column) * table.RowTotals[row] * table.ColumnTotals[column] / (n * n));
        if (1 - expected < 1e-14)
        {
            return result with
            {
                UndefinedBecause = "both judgements are always of one and the same category, so chance alone agrees in full",
            };
        }

        var kappa = (observed - expected) / (1 - expected);
        var byRow = Enumerable.Range(0, size)
            .Select(row => Enumerable.Range(0, size).Sum(column => Weight(row, column) * table.ColumnTotals[column] / n)).ToArray();
        var byColumn = Enumerable.Range(0, size)
            .Select(column => Enumerable.Range(0, size).Sum(row => Weight(row, column) * table.RowTotals[row] / n)).ToArray();
        var sum = Over(
            (row, column) => table[row, column] / n * Math.Pow(Weight(row, column) - ((byRow[row] + byColumn[column]) * (1 - kappa)), 2));
        var variance = (sum - Math.Pow(kappa - (expected * (1 - kappa)), 2)) / (n * (1 - expected) * (1 - expected));
        var error = Math.Sqrt(Math.Max(0, variance));
        return result with
        {
            Estimate = kappa,
            StandardError = error,
            Interval = Association.NormalInterval(kappa, error, level),
            Warnings = [.. result.Warnings, .. Association.Doubts(error, table.Total)],
        };
    }

    /// <summary>
    /// Fleiss' kappa (1971) of several judgements of each inspection, in no particular order; the interval is a bootstrap of
    /// whole inspections.
    /// </summary>
    /// <param name="units">
    /// For each inspection its judgements, numbered from the best, as many for each; inspections with a blank are excluded.
    /// </param>
    /// <param name="plan">The bootstrap's replicates and seed; 10,000 and 1 by default.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <exception cref="ArgumentNullException">The units are <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">Inspections have different numbers of judgements.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public static AssociationResult FleissKappa(IReadOnlyList<IReadOnlyList<int?>> units, ResamplingPlan? plan = null, double level = 0.95)
    {
        RequireUnits(units);
        if (units.Select(unit => unit.Count).Distinct().Count() > 1)
        {
            throw new ArgumentException(
                "The inspections have different numbers of judgements; leave an unknown judgement blank instead of dropping it.",
                nameof(units));
        }

        var whole = units.Where(unit => unit.Count > 0 && unit.All(judgement => judgement is not null))
            .Select(unit => unit.Select(judgement => judgement!.Value).ToArray())
            .ToArray();
        return Bootstrapped("Fleiss' kappa", "Fleiss (1971); bootstrap interval", whole, Fleiss, plan, level, units.Count - whole.Length);
    }

    /// <summary>
    /// Krippendorff's alpha (2004) for ordered judgements, with blanks where they are: the disagreement within inspections against that
    /// expected by chance, a step between two judgements weighing as many as lie between them. The interval is a bootstrap of whole
    /// inspections.
    /// </summary>
    /// <param name="units">For each inspection its judgements, numbered from the best; <see langword="null"/> is blank.</param>
    /// <param name="plan">The bootstrap's replicates and seed; 10,000 and 1 by default.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <exception cref="ArgumentNullException">The units are <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public static AssociationResult KrippendorffAlpha(
        IReadOnlyList<IReadOnlyList<int?>> units, ResamplingPlan? plan = null, double level = 0.95)
    {
        RequireUnits(units);
        var paired = units.Select(unit => unit.OfType<int>().ToArray()).Where(unit => unit.Length > 1).ToArray();
        return Bootstrapped(
            "Krippendorff's alpha",
            "Krippendorff (2004), ordinal; bootstrap interval",
            paired,
            Alpha,
            plan,
            level,
            units.Count - paired.Length);
    }

    /// <summary>
    /// The test of symmetry of a square table (Bowker, 1948): whether judgements move from one category to another as often as back.
    /// </summary>
    /// <param name="table">The square table of the two judgements, rows and columns in the same order.</param>
    /// <exception cref="ArgumentNullException">The table is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The table is not square.</exception>
    public static TestResult Bowker(ContingencyTable table)
    {
        RequireSquare(table);
        var result = Start("The symmetry of the two judgements", "Bowker's test (Bowker, 1948)", table);
        var pairs = (from row in Enumerable.Range(0, table.Rows.Count)
                     from column in Enumerable.Range(row + 1, table.Rows.Count - row - 1)
                     where table[row, column] + table[column, row] > 0
                     select (Over: table[row, column], Under: table[column, row])).ToList();
        if (pairs.Count == 0)
        {
            return result with { UndefinedBecause = "the two judgements never differ" };
        }

        var statistic = pairs.Sum(pair => Math.Pow(pair.Over - pair.Under, 2) / (pair.Over + pair.Under));
        return result with
        {
            Statistic = statistic,
            DegreesOfFreedom = pairs.Count,
            PValue = Association.ChiSquaredTail(statistic, pairs.Count),
            Warnings = pairs.Any(pair => pair.Over + pair.Under < 10)
                ? [.. result.Warnings, "a pair of cells holds fewer than 10: the p-value is rough"]
                : result.Warnings,
        };
    }

    /// <summary>
    /// The test of equal margins of a square table (Stuart, 1955; Maxwell, 1970): whether one judgement is stricter than the other over
    /// all.
    /// </summary>
    /// <inheritdoc cref="Bowker" path="/param"/>
    /// <inheritdoc cref="Bowker" path="/exception"/>
    public static TestResult StuartMaxwell(ContingencyTable table)
    {
        RequireSquare(table);
        var result = Start("The margins of the two judgements", "Stuart-Maxwell test (Stuart, 1955; Maxwell, 1970)", table);

        // A category in which neither judgement ever differs says nothing of the margins.
        var kept = Enumerable.Range(0, table.Rows.Count).Where(at => table.RowTotals[at] + table.ColumnTotals[at] > 2 * table[at, at])
            .ToList();
        if (kept.Count < 2)
        {
            return result with { UndefinedBecause = "the two judgements never differ" };
        }

        var free = kept.Count - 1;
        var difference = Vector<double>.Build.Dense(free, one => table.RowTotals[kept[one]] - table.ColumnTotals[kept[one]]);
        var variance = Matrix<double>.Build.Dense(free, free, (one, other) => one == other
            ? table.RowTotals[kept[one]] + table.ColumnTotals[kept[one]] - (2 * table[kept[one], kept[one]])
            : -(table[kept[one], kept[other]] + table[kept[other], kept[one]]));
        if (variance.Rank() < free)
        {
            return result with { UndefinedBecause = "the categories fall into parts between which the judgements never differ" };
        }

        var statistic = difference * variance.Solve(difference);
        return result with { Statistic = statistic, DegreesOfFreedom = free, PValue = Association.ChiSquaredTail(statistic, free) };
    }

    private static TestResult Start(string tested, string method, ContingencyTable table) => new()
    {
        Method = method,
        Tested = tested,
        StatisticName = "chi-squared",
        Observations = table.Total,
        Warnings = Association.LeftOut(table),
    };

    private static AssociationResult Bootstrapped(
        string measure, string method, int[][] units, SampleStatistic<int[]> statistic, ResamplingPlan? plan, double level, int leftOut)
    {
        Arguments.RequireLevel(level);
        var result = new AssociationResult
        {
            Measure = measure,
            Method = method,
            Observations = units.Length,
            Warnings = leftOut == 0 ? [] : [$"{leftOut} with blanks are excluded"],
        };
        if (units.Length == 0)
        {
            return result with { UndefinedBecause = "no inspection has two judgements to compare" };
        }

        var estimate = statistic(units);
        if (!double.IsFinite(estimate))
        {
            return result with
            {
                UndefinedBecause = units[0].Length < 2
                    ? "each inspection has one judgement only"
                    : "all judgements are of one category, so chance alone agrees in full",
            };
        }

        var bootstrap = Bootstrap.Of(units, statistic, plan, BootstrapMethod.Percentile, level);
        return result with { Estimate = estimate, Interval = bootstrap.Interval, Warnings = [.. result.Warnings, .. bootstrap.Warnings] };
    }

    private static double Fleiss(ReadOnlySpan<int[]> units)
    {
        var raters = units[0].Length;
        var (agreeing, totals) = (0.0, new Dictionary<int, int>());
        foreach (var unit in units)
        {
            foreach (var judgement in unit)
            {
                totals[judgement] = totals.GetValueOrDefault(judgement) + 1;
                foreach (var other in unit)
                {
                    agreeing += judgement == other ? 1 : 0;
                }
            }
        }

        var observed = (agreeing - (units.Length * raters)) / (units.Length * raters * (raters - 1.0));
        var all = (double)units.Length * raters;
        var expected = totals.Values.Sum(total => total / all * (total / all));
        return expected >= 1 ? double.NaN : (observed - expected) / (1 - expected);
    }

    private static double Alpha(ReadOnlySpan<int[]> units)
    {
        var categories = new SortedSet<int>();
        foreach (var unit in units)
        {
            categories.UnionWith(unit);
        }

        var index = categories.Select((category, at) => (category, at)).ToDictionary(pair => pair.category, pair => pair.at);
        var coincidences = new double[index.Count, index.Count];
        var totals = new double[index.Count];
        foreach (var unit in units)
        {
            var share = 1.0 / (unit.Length - 1);
            for (var first = 0; first < unit.Length; first++)
            {
                totals[index[unit[first]]]++;
                for (var second = 0; second < unit.Length; second++)
                {
                    if (first != second)
                    {
                        coincidences[index[unit[first]], index[unit[second]]] += share;
                    }
                }
            }
        }

        var all = totals.Sum();
        var (observed, expected) = (0.0, 0.0);
        for (var low = 0; low < totals.Length; low++)
        {
            var between = totals[low] / 2;
            for (var high = low + 1; high < totals.Length; high++)
            {
                between += totals[high] / 2;
                observed += coincidences[low, high] * between * between;
                expected += totals[low] * totals[high] * between * between;
                between += totals[high] / 2;
            }
        }

        return expected == 0 ? double.NaN : 1 - ((all - 1) * observed / expected);
    }

    private static void RequireSquare(ContingencyTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Rows.Count != table.Columns.Count)
        {
            throw new ArgumentException(
                $"The table is {table.Rows.Count} by {table.Columns.Count}; agreement needs a square one.", nameof(table));
        }
    }

    private static void RequireUnits(IReadOnlyList<IReadOnlyList<int?>> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        if (units.Any(unit => unit is null))
        {
            throw new ArgumentException("An inspection's judgements are null; give an empty list where there are none.", nameof(units));
        }
    }
}

/// <summary>What a disagreement counts in kappa.</summary>
public enum KappaWeights
{
    /// <summary>Any disagreement counts in full.</summary>
    None,

    /// <summary>A disagreement counts by its number of steps.</summary>
    Linear,

    /// <summary>A disagreement counts by the square of its number of steps.</summary>
    Quadratic,
}
