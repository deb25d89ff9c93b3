namespace SifAnalysis.Robustness.Fuzzing;

/// <summary>A few of the inputs that the program gives by the million; a seed makes them the same everywhere.</summary>
public sealed class FuzzingTests
{
    [Theory]
    [InlineData("csv")]
    [InlineData("tables")]
    [InlineData("xlsx")]
    [InlineData("ods")]
    [InlineData("ipynb")]
    [InlineData("dib")]
    [InlineData("messages")]
    public void Read_OfTwentyThousandBrokenInputs_AcceptsOrSaysWhereItIsWrong(string name)
    {
        using var target = FuzzTarget.All().Single(each => each.Name == name);
        var run = FuzzRun.Of(target, inputs: 20_000, seed: 20_170_103, threads: Environment.ProcessorCount);
        Assert.True(run.Findings.Count == 0, string.Join('\n', run.Findings));
        Assert.Equal(20_000, run.Inputs);

        // Mutations that break nothing, or everything, would test nothing.
        Assert.InRange(run.Refused, 1_000, 19_900);
    }

    // A PDF takes a thousand times as long as a line of a table.
    [Fact]
    public void Read_OfAThousandBrokenReports_AcceptsOrSaysWhatIsWrong()
    {
        using var target = new ReportTarget();
        var run = FuzzRun.Of(target, inputs: 1_000, seed: 20_170_103, threads: Environment.ProcessorCount);
        Assert.True(run.Findings.Count == 0, string.Join('\n', run.Findings));
        Assert.Equal(1_000, run.Inputs);
        Assert.InRange(run.Refused, 50, 990);
    }

    [Fact]
    public void Make_SameSeedAndNumber_MakesTheSameInput()
    {
        using var target = new CsvTarget();
        var once = new Mutator(target.Corpus, target.Words, 1);
        var again = new Mutator(target.Corpus, target.Words, 1);
        Assert.All(Enumerable.Range(0, 500), number => Assert.Equal(once.Make(number).Bytes, again.Make(number).Bytes));
        Assert.True(Enumerable.Range(0, 500).Select(number => Convert.ToHexString(once.Make(number).Bytes)).Distinct().Count() > 400);
    }

    [Fact]
    public void Of_AReaderThatThrows_FindsIt()
    {
        using var target = new Throwing();
        var run = FuzzRun.Of(target, inputs: 1_000, seed: 1, threads: 1);
        Assert.Equal(10, run.Findings.Count);
        Assert.Contains("throwing", run.Findings[0], StringComparison.Ordinal);
    }

    private sealed class Throwing : FuzzTarget, IFuzzReader
    {
        public override string Name => "csv";

        public override IReadOnlyList<string> Words => [];

        public override IFuzzReader Reader() => this;

        public bool Accepts(string name, byte[] input) => input.Length % 2 == 0 ? true : throw new InvalidOperationException("throwing");
    }
}
