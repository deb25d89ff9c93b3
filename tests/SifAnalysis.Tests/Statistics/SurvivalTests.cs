using System.Globalization;
using FsCheck;
using FsCheck.Xunit;
using SifAnalysis.Statistics;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Tests.Statistics;

/// <summary>
/// The expected numbers come from R's survival package: tests/references/survival.R made survival.csv, which names the versions,
/// and survival-data.csv, the package's own data sets aml, veteran and lung.
/// </summary>
public class SurvivalTests
{
    private static readonly string References = Path.Combine(Checkout.Root, "tests", "references");

    private static readonly Dictionary<string, double?> Expected = File
        .ReadLines(Path.Combine(References, "survival.csv"))
        .Skip(2)
        .Select(line => line.Split(','))
        .ToDictionary(
            parts => $"{parts[0]}.{parts[1]}",
            parts => parts[2] == "none" ? (double?)null : double.Parse(parts[2], CultureInfo.InvariantCulture));

    private static readonly ILookup<string, (string Group, FollowUp FollowUp)> Data = File
        .ReadLines(Path.Combine(References, "survival-data.csv"))
        .Skip(1)
        .Select(line => line.Split(','))
        .ToLookup(
            parts => parts[0], parts => (parts[1], new FollowUp(double.Parse(parts[2], CultureInfo.InvariantCulture), parts[3] == "1")));

    [Theory]
    [InlineData("maintained", "log-log", SurvivalScale.LogLog)]
    [InlineData("maintained", "log", SurvivalScale.Log)]
    [InlineData("maintained", "plain", SurvivalScale.Plain)]
    [InlineData("nonmaintained", "log-log", SurvivalScale.LogLog)]
    [InlineData("nonmaintained", "log", SurvivalScale.Log)]
    [InlineData("nonmaintained", "plain", SurvivalScale.Plain)]
    [InlineData("veteran", "log-log", SurvivalScale.LogLog)]
    [InlineData("veteran", "log", SurvivalScale.Log)]
    [InlineData("veteran", "plain", SurvivalScale.Plain)]
    public void KaplanMeier_KnownData_GivesWhatRGives(string data, string name, SurvivalScale scale)
    {
        var curve = Survival.KaplanMeier(Times(data), scale);
        double? Of(string value) => Expected[$"{data}.{name}.{value}"];
        var step = curve.Steps.Single(own => own.Time == Of("time"));

        Close(Of("survival"), step.Survival);
        Close(Of("error"), step.StandardError);
        Close(Of("lower"), step.Interval!.Value.Lower);
        Close(Of("upper"), step.Interval!.Value.Upper);
        Assert.Equal(Of("median"), curve.Median);
        Assert.Equal(Of("median.lower"), curve.MedianInterval?.Lower);
        Assert.Equal(Of("median.upper") ?? double.PositiveInfinity, curve.MedianInterval?.Upper);
    }

    [Theory]
    [InlineData("aml")]
    [InlineData("veteran")]
    [InlineData("lung")]
    public void LogRank_KnownData_GivesWhatRGives(string data)
    {
        var result = Survival.LogRank([.. Data[data].Select(row => row.FollowUp)], [.. Data[data].Select(row => row.Group)]);
        Close(Expected[$"{data}.chisq"], result.ChiSquared!.Value);
        Close(Expected[$"{data}.p"], result.PValue!.Value);
        Assert.Equal(result.Groups.Sum(group => group.Observed), result.Groups.Sum(group => group.Expected), 1e-9);
    }

    [Fact]
    public void KaplanMeier_NothingFollowed_IsUndefinedAndSaysWhy() =>
        Assert.Contains("nothing was followed", Survival.KaplanMeier([]).Sentence, StringComparison.Ordinal);

    [Fact]
    public void KaplanMeier_AllCensored_StaysAtOneAndWarns()
    {
        var curve = Survival.KaplanMeier([new(3, false), new(5, false)]);
        Assert.All(curve.Steps, step => Assert.Equal(1, step.Survival));
        Assert.Null(curve.Median);
        Assert.Single(curve.Warnings);
    }

    [Fact]
    public void KaplanMeier_OneEvent_FallsToNothing() => Assert.Equal(0, Survival.KaplanMeier([new(3, true)]).Steps[0].Survival);

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void KaplanMeier_NoTime_IsNamed(double time) =>
        Assert.Contains(
            "time", Assert.Throws<ArgumentException>(() => Survival.KaplanMeier([new(time, true)])).Message, StringComparison.Ordinal);

    [Fact]
    public void LogRank_OneGroup_IsUndefinedAndSaysWhy() =>
        Assert.Contains("fewer than two groups", Survival.LogRank([new(1, true)], ["a"]).Sentence, StringComparison.Ordinal);

    [Property]
    public bool KaplanMeier_AnyTimes_NeverRises((NonNegativeInt Time, bool Event)[] rows)
    {
        var steps = Survival.KaplanMeier([.. rows.Select(row => new FollowUp(row.Time.Get, row.Event))]).Steps;
        return steps.Zip(steps.Skip(1)).All(pair => pair.Second.Survival <= pair.First.Survival)
            && steps.All(step => step.Interval is not { } own || own.Contains(step.Survival));
    }

    private static FollowUp[] Times(string data) => data switch
    {
        "maintained" => [.. Data["aml"].Where(row => row.Group == "Maintained").Select(row => row.FollowUp)],
        "nonmaintained" => [.. Data["aml"].Where(row => row.Group != "Maintained").Select(row => row.FollowUp)],
        _ => [.. Data[data].Select(row => row.FollowUp)],
    };

    private static void Close(double? expected, double actual) => Assert.Equal(1, actual / expected!.Value, 1e-8);
}
