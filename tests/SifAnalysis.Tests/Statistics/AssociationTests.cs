using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SifAnalysis.Judgements;
using SifAnalysis.Statistics;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Tests.Statistics;

/// <summary>The expected numbers come from R with coin and vcd (tests/references/association.R).</summary>
public class AssociationTests
{
    private static readonly ReferenceValues R = new("association.csv");

    private static readonly Dictionary<string, int[,]> Tables = new()
    {
        ["satisfaction"] = new[,] { { 1, 3, 10, 6 }, { 2, 3, 10, 7 }, { 1, 6, 14, 12 }, { 0, 1, 9, 11 } },
        ["regions"] = new[,] { { 0, 5, 6, 1 }, { 1, 4, 9, 2 }, { 0, 2, 4, 5 }, { 2, 6, 12, 3 } },
        ["wide"] = new[,] { { 12, 5, 3, 1, 0 }, { 6, 8, 7, 4, 2 } },
        ["small"] = new[,] { { 2, 1, 0 }, { 1, 1, 1 }, { 0, 1, 2 } },
        ["lopsided"] = new[,] { { 3, 0 }, { 0, 1 }, { 2, 1 } },
        ["eight"] = new[,] { { 3, 1, 0 }, { 0, 2, 2 } },
    };

    private static readonly Dictionary<string, int[][,]> Strata = new()
    {
        ["ucb"] =
        [
            new[,] { { 512, 89 }, { 313, 19 } }, new[,] { { 353, 17 }, { 207, 8 } }, new[,] { { 120, 202 }, { 205, 391 } },
            new[,] { { 138, 131 }, { 279, 244 } }, new[,] { { 53, 94 }, { 138, 299 } }, new[,] { { 22, 24 }, { 351, 317 } },
        ],
        ["sickle"] = [new[,] { { 5, 2 }, { 3, 8 } }, new[,] { { 10, 6 }, { 4, 9 } }, new[,] { { 1, 3 }, { 2, 7 } }],
        ["kidney"] = [new[,] { { 81, 6 }, { 234, 36 } }, new[,] { { 192, 71 }, { 55, 25 } }],
        ["three"] = [new[,] { { 4, 3, 1 }, { 2, 5, 2 }, { 1, 2, 6 } }, new[,] { { 3, 2, 1 }, { 1, 4, 3 }, { 2, 3, 5 } }],
    };

    public static TheoryData<string> Names => [.. Tables.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void ChiSquared_KnownTable_IsThatOfR(string name)
    {
        var result = Association.ChiSquared(Table(name));
        R.Agrees(name, "chisq", result.Statistic);
        R.Agrees(name, "chisq.p", result.PValue);
        R.Agrees(name, "residual", result.Residuals[0][1]);
        R.Agrees(name, "stdres", result.StandardisedResiduals[0][1]);
        R.Agrees(name, "expected", result.Expected[0][1]);
        R.Agrees(name, "g", Association.GTest(Table(name)).Statistic);
        R.Agrees(name, "cramer", Association.CramersV(Table(name)).Estimate);
        R.Agrees(name, "cramer", Association.CramersV(Table(name)).Interval, 1e-7);
        R.Agrees(name, "cramer", Association.CramersVCorrected(Table(name)).Interval, 1e-7);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void FisherExact_KnownTable_IsThatOfR(string name)
    {
        var result = Association.FisherExact(Table(name), new() { Replicates = 200_000 });
        if (result.IsExact)
        {
            R.Agrees(name, "fisher.p", result.PValue, 1e-6);
        }
        else
        {
            // A random part of the tables is right within its own standard error; the seed is fixed, so this cannot come and go.
            Assert.InRange(
                result.PValue!.Value - R[name, "fisher.p"]!.Value, -4 * result.MonteCarloError!.Value, 4 * result.MonteCarloError.Value);
        }

        Assert.Equal(name is "small" or "lopsided" or "wide" or "eight", result.IsExact);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void OrdinalMeasures_KnownTable_AreTheirDefinitionsAndTheirErrorsTheDeltaMethods(string name)
    {
        foreach (var (value, result) in new[]
        {
            ("taub", OrdinalAssociation.TauB(Table(name))), ("tauc", OrdinalAssociation.TauC(Table(name))),
            ("gamma", OrdinalAssociation.Gamma(Table(name))), ("somers", OrdinalAssociation.SomersD(Table(name))),
            ("somers.rows", OrdinalAssociation.SomersDOfRows(Table(name))),
        })
        {
            R.Agrees(name, value, result.Estimate);
            R.Agrees(name, value + ".error", result.StandardError, 1e-6);
            R.Agrees(name, "kendall.p", result.AsymptoticPValue);
        }

        R.Agrees(name, "kendall.estimate", OrdinalAssociation.TauB(Table(name)).Estimate);
        R.Agrees(name, "spearman", OrdinalAssociation.Spearman(Table(name)).Estimate);
        R.Agrees(name, "spearman.error", OrdinalAssociation.Spearman(Table(name)).StandardError, 1e-6);
        R.Agrees(name, "spearman", OrdinalAssociation.Spearman(Table(name)).Interval);
        R.Agrees(name, "bergsma", Association.CramersVCorrected(Table(name)).Estimate);
    }

    [Theory]
    [InlineData("small")]
    [InlineData("lopsided")]
    [InlineData("eight")]
    public void OrdinalMeasures_SmallTable_PValueIsThatOfEveryOrder(string name)
    {
        foreach (var result in new[]
            {
                OrdinalAssociation.TauB(Table(name)),
                OrdinalAssociation.TauC(Table(name)),
                OrdinalAssociation.Gamma(Table(name)),
                OrdinalAssociation.SomersD(Table(name)),
            })
        {
            Assert.True(result.IsExact);
            R.Agrees(name, "surplus.p", result.PValue);
        }

        R.Agrees(name, "spearman.p", OrdinalAssociation.Spearman(Table(name)).PValue);
        R.Agrees(name, "surplus.p", RankTests.JonckheereTerpstra(Table(name)).PValue);
    }

    [Fact]
    public void RandomTables_SmallTable_GiveTheExactPValueWithinTheirError()
    {
        var tables = new TablesWithMargins(Table("regions"));
        var drawn = tables.Drawn(new() { Replicates = 200_000, Seed = 3 }, cells => cells[1]);

        // The mean of a cell is its expected count.
        Assert.Equal(Association.ChiSquared(Table("regions")).Expected[0][1], drawn.Average(), 0.02);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TrendAndRankTests_KnownTable_AreThoseOfR(string name)
    {
        var table = Table(name);
        var linear = Association.LinearByLinear(table);
        R.Agrees(name, "lbl", linear.Statistic);
        R.Agrees(name, "lbl.p", linear.PValue);
        var kruskal = RankTests.KruskalWallis(table);
        R.Agrees(name, "kruskal", kruskal.Statistic);
        R.Agrees(name, "kruskal.p", kruskal.PValue);
        var whitney = RankTests.MannWhitney(FirstRows(name, 2));
        R.Agrees(name, "u", whitney.Statistic);
        R.Agrees(name, "u.p", whitney.PValue);
        Assert.True(whitney.IsExact);
        foreach (var (adjustment, adjusted) in new[] { (PValueAdjustment.Holm, "holm"), (PValueAdjustment.BenjaminiHochberg, "bh") })
        {
            var dunn = RankTests.Dunn(table, adjustment);
            for (var at = 0; at < dunn.Pairs.Count; at++)
            {
                R.Agrees(name, $"dunn.{at + 1}", dunn.Pairs[at].Z);
                R.Agrees(name, $"dunn.{at + 1}.p", dunn.Pairs[at].PValue);
                R.Agrees(name, $"dunn.{at + 1}.{adjusted}", dunn.Pairs[at].Adjusted);
            }
        }

        R.Agrees(name, "jonckheere", RankTests.JonckheereTerpstra(table).Statistic);
        var trend = Association.CochranArmitage(FirstColumnAgainstTheRest(name));
        R.Agrees(name, "trend", trend.Statistic * trend.Statistic);
        R.Agrees(name, "trend.p", trend.PValue);
    }

    [Theory]
    [InlineData("ucb")]
    [InlineData("sickle")]
    [InlineData("kidney")]
    [InlineData("three")]
    public void CochranMantelHaenszel_KnownStrata_IsThatOfR(string name)
    {
        var strata = Strata[name].Select(Named).ToList();
        var result = Association.CochranMantelHaenszel(strata);
        R.Agrees(name, "cmh", result.Statistic);
        R.Agrees(name, "cmh.p", result.PValue);
        if (name != "three")
        {
            var odds = Association.MantelHaenszelOddsRatio(strata);
            R.Agrees(name, "odds", odds.Estimate);
            R.Agrees(name, "odds", odds.Interval);
        }
    }

    [Fact]
    public void CramersVCorrected_BergsmasDefinition_ShrinksChanceAway()
    {
        // Bergsma (2013), equations 5 to 7, by hand for a 2 x 2 table of 10, 5, 5, 10: phi squared 1/9 less 1/29, over 1 - 1/29.
        Assert.Equal(
            Math.Sqrt(((1.0 / 9) - (1.0 / 29)) / (1 - (1.0 / 29))),
            Association.CramersVCorrected(Named(new[,] { { 10, 5 }, { 5, 10 } })).Estimate!.Value,
            1e-12);
        Assert.Equal(0, Association.CramersVCorrected(Named(new[,] { { 5, 5 }, { 5, 5 } })).Estimate);
    }

    [Fact]
    public void EveryStatistic_NothingOrOneCategory_IsUndefinedAndSaysWhy()
    {
        foreach (var table in new[]
            {
                Named(new int[0, 0]),
                Named(new int[2, 3]),
                Named(new[,] { { 0, 1, 0 }, { 0, 0, 0 } }),
                Named(new[,] { { 0, 4, 0 }, { 0, 7, 0 } }),
            })
        {
            foreach (var result in Every(table))
            {
                Assert.False(result.IsDefined, result.Sentence);
                Assert.Contains("undefined, because ", result.Sentence, StringComparison.Ordinal);
                Assert.DoesNotContain("NaN", result.Sentence, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void EveryStatistic_EmptyRowsAndColumns_AreAsIfLeftOut()
    {
        // But for the linear association: an empty category keeps its score.
        static IEnumerable<string> Sentences(ContingencyTable table) =>
            Every(table).Where(result => result.Method != Association.LinearByLinear(table).Method).Select(result => result.Sentence);
        var full = Sentences(Table("regions"));
        var gaps = Sentences(
            Named(new[,] { { 0, 5, 0, 6, 1 }, { 1, 4, 0, 9, 2 }, { 0, 0, 0, 0, 0 }, { 0, 2, 0, 4, 5 }, { 2, 6, 0, 12, 3 } }));
        Assert.Equal(full, gaps);
    }

    [Fact]
    public void LargeTables_HundredsOfThousandsOfObservations_AreAsManyTimesTheSmallOnes()
    {
        // A statistic of a table whose every count is multiplied is known from the small table's, or does not change at all.
        const int Times = 20_000;
        var (small, large) = (
            Named(new[,] { { 5, 3, 2 }, { 2, 4, 4 } }), Named(
                new[,] { { 5 * Times, 3 * Times, 2 * Times }, { 2 * Times, 4 * Times, 4 * Times } }));
        Assert.Equal(Times * Association.ChiSquared(small).Statistic!.Value, Association.ChiSquared(large).Statistic!.Value, 1e-3);
        Assert.Equal(
            Association.CochranMantelHaenszel([small]).Statistic!.Value / 19,
            Association.CochranMantelHaenszel([large]).Statistic!.Value / ((20.0 * Times) - 1),
            1e-9);
        Assert.Equal(Association.CramersV(small).Estimate!.Value, Association.CramersV(large).Estimate!.Value, 1e-9);
        Assert.InRange(Association.CramersV(large).Interval!.Value.Upper - Association.CramersV(large).Estimate!.Value, 0.0005, 0.005);
        Assert.Equal(
            OrdinalAssociation.Gamma(small, new() { Replicates = 1 }).Estimate!.Value,
            OrdinalAssociation.Gamma(large, new() { Replicates = 1 }).Estimate!.Value,
            1e-9);
        Assert.Equal(
            Times * (double)Times * RankTests.MannWhitney(small).Statistic!.Value, RankTests.MannWhitney(large).Statistic!.Value, 1);
    }

    [Fact]
    public void MannWhitney_AThousandValues_ExactAndApproximateMeet()
    {
        var (exact, approximate) = (
            RankTests.MannWhitney(Named(new[,] { { 149, 200, 150 }, { 165, 180, 155 } })), RankTests.MannWhitney(
                Named(new[,] { { 150, 200, 150 }, { 165, 180, 155 } })));
        Assert.True(exact.IsExact);
        Assert.False(approximate.IsExact);
        Assert.Equal(
            RankTests.KruskalWallis(Named(new[,] { { 149, 200, 150 }, { 165, 180, 155 } })).PValue!.Value, exact.PValue!.Value, 0.03);
        Assert.Equal(RankTests.KruskalWallis(Named(new[,] { { 150, 200, 150 }, { 165, 180, 155 } })).PValue, approximate.PValue);
    }

    [Fact]
    public void Table_WrongShapeOrNegativeCount_IsNamed()
    {
        Assert.Equal("counts", Assert.Throws<ArgumentException>(() => new ContingencyTable(["a"], ["b"], new int[2, 1])).ParamName);
        Assert.Contains(
            "-1",
            Assert.Throws<ArgumentException>(() => new ContingencyTable(["a"], ["b"], new[,] { { -1 } })).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "NaN", Assert.Throws<ArgumentException>(() => ContingencyTable.Of(["a"], [double.NaN])).Message, StringComparison.Ordinal);
        Assert.Contains(
            "second has 2",
            Assert.Throws<ArgumentException>(() => ContingencyTable.Of([1.0], [1.0, 2.0])).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Association.CochranArmitage(Table("small")));
        Assert.Throws<ArgumentException>(() => RankTests.MannWhitney(Table("small")));
        Assert.Throws<ArgumentException>(() => Association.CochranMantelHaenszel([]));
        Assert.Equal(
            "level", Assert.Throws<ArgumentOutOfRangeException>(() => OrdinalAssociation.TauB(Table("small"), level: 95)).ParamName);
    }

    [Fact]
    public void Of_ValuesInAnyOrder_AreCountedFromTheSmallest()
    {
        var groups = ContingencyTable.Of(["b", "a", "b", "b"], [2.5, -1, 2.5, 0]);
        Assert.Equal([["b", 0, 1, 2, 3], ["a", 1, 0, 0, 1], ["Total", 1, 1, 2, 4]], groups.ToTable().Rows);
        Assert.Equal(["", "-1", "0", "2.5", "Total"], groups.ToTable().Columns);
        var pairs = ContingencyTable.Of([3, 1, 3, 3.5], [2, 2, 1, 1]);
        Assert.Equal([["1", 0, 1, 1], ["3", 1, 1, 2], ["3.5", 1, 0, 1], ["Total", 2, 2, 4]], pairs.ToTable().Rows);
        Assert.Equal(["", "1", "2", "Total"], pairs.ToTable().Columns);
    }

    [Fact]
    public void ByRegion_RealRows_CountsEveryKnownJudgementOnce()
    {
        var inspections = SifData.Load(Checkout.Data).Inspections;
        var table = inspections.ByRegion();
        Assert.Equal(inspections.Counts(JudgementArea.OverallEffectiveness).Known, table.Total);
        Assert.Equal(inspections.Count, table.Total + table.LeftOut);
        Assert.True(Association.FisherExact(table).IsDefined);
    }

    [Property(Arbitrary = [typeof(SmallTables)])]
    public bool Measures_ColumnsInReverse_ChangeTheirSignOnly(int[,] counts)
    {
        var (own, reversed) = (Named(counts), Named(Reversed(counts)));
        return Signed(own).Zip(Signed(reversed)).All(pair =>
            pair.First.IsDefined == pair.Second.IsDefined
            && Close(pair.First.Estimate, -pair.Second.Estimate) && Close(pair.First.StandardError, pair.Second.StandardError)
            && Close(pair.First.AsymptoticPValue, pair.Second.AsymptoticPValue));
    }

    [Property(Arbitrary = [typeof(SmallTables)])]
    public bool Measures_AnyTable_LieWithinTheirBounds(int[,] counts) =>
        Signed(Named(counts)).All(
            result => !result.IsDefined
                || (
                    result.Estimate is >= -1.0000001 and <= 1.0000001 && result.PValue is > 0 and <= 1
                        && result.StandardError is null or >= 0));

    [Property(Arbitrary = [typeof(SmallTables)])]
    public bool UnorderedTests_RowsExchangedOrTransposed_AreTheSame(int[,] counts)
    {
        var table = Named(counts);
        var other = table.Transposed();
        return Close(Association.ChiSquared(table).Statistic, Association.ChiSquared(other).Statistic)
            && Close(Association.GTest(table).Statistic, Association.GTest(other).Statistic)
            && Close(Association.CramersV(table).Estimate, Association.CramersV(other).Estimate)
            && Close(Association.LinearByLinear(table).Statistic, Association.LinearByLinear(other).Statistic)
            && Close(OrdinalAssociation.TauB(table).Estimate, OrdinalAssociation.TauB(other).Estimate);
    }

    private static StatisticResult[] Every(ContingencyTable table) =>
    [
        Association.ChiSquared(table), Association.GTest(table), Association.FisherExact(table), Association.LinearByLinear(table),
        Association.CochranMantelHaenszel([table]), Association.CramersV(table), Association.CramersVCorrected(table),
        .. Signed(table), RankTests.KruskalWallis(table), RankTests.Dunn(table), RankTests.JonckheereTerpstra(table),
    ];

    private static AssociationResult[] Signed(ContingencyTable table) =>
    [
        OrdinalAssociation.TauB(table),
        OrdinalAssociation.TauC(table),
        OrdinalAssociation.Gamma(table),
        OrdinalAssociation.SomersD(table),
        OrdinalAssociation.Spearman(table),
    ];

    private static bool Close(double? first, double? second) =>
        first is null ? second is null : second is { } own && Math.Abs(first.Value - own) <= 1e-9 * Math.Max(1, Math.Abs(own));

    private static ContingencyTable Table(string name) => Named(Tables[name]);

    private static ContingencyTable Named(int[,] counts) => new(
        [.. Enumerable.Range(1, counts.GetLength(0)).Select(row => $"row {row}")],
        [.. Enumerable.Range(1, counts.GetLength(1)).Select(column => $"column {column}")],
        counts);

    private static ContingencyTable FirstRows(string name, int rows)
    {
        var counts = Tables[name];
        var kept = new int[rows, counts.GetLength(1)];
        Array.Copy(counts, kept, kept.Length);
        return Named(kept);
    }

    private static ContingencyTable FirstColumnAgainstTheRest(string name)
    {
        var table = Table(name);
        var counts = new int[table.Rows.Count, 2];
        for (var row = 0; row < table.Rows.Count; row++)
        {
            (counts[row, 0], counts[row, 1]) = (table[row, 0], table.RowTotals[row] - table[row, 0]);
        }

        return Named(counts);
    }

    private static int[,] Reversed(int[,] counts)
    {
        var reversed = new int[counts.GetLength(0), counts.GetLength(1)];
        for (var row = 0; row < counts.GetLength(0); row++)
        {
            for (var column = 0; column < counts.GetLength(1); column++)
            {
                reversed[row, column] = counts[row, counts.GetLength(1) - 1 - column];
            }
        }

        return reversed;
    }

    public static class SmallTables
    {
        public static Arbitrary<int[,]> Tables() => (
            from rows in Gen.Choose(1, 3)
            from columns in Gen.Choose(1, 3)
            from cells in Gen.Choose(0, 3).ArrayOf(rows * columns)
            select Shaped(rows, columns, cells)).ToArbitrary();

        private static int[,] Shaped(int rows, int columns, int[] cells)
        {
            var counts = new int[rows, columns];
            for (var index = 0; index < cells.Length; index++)
            {
                counts[index / columns, index % columns] = cells[index];
            }

            return counts;
        }
    }
}
