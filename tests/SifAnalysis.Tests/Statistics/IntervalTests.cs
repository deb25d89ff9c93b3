using FsCheck.Xunit;
using SifAnalysis.Judgements;
using SifAnalysis.Statistics;

namespace SifAnalysis.Tests.Statistics;

/// <summary>Small values that cannot be made wrong.</summary>
public class IntervalTests
{
    [Theory]
    [InlineData(5, 1, 0.95)]
    [InlineData(double.NaN, 1, 0.95)]
    [InlineData(0, double.NaN, 0.95)]
    public void Interval_LimitsOutOfOrder_Throws(double lower, double upper, double level) =>
        Assert.Contains("the lower one comes first", Assert.Throws<ArgumentException>(() => new Interval(lower, upper, level)).Message);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(double.NaN)]
    public void Interval_LevelOutside0And1_Throws(double level) =>
        Assert.Equal("level", Assert.Throws<ArgumentOutOfRangeException>(() => new Interval(1, 5, level)).ParamName);

    [Fact]
    public void Interval_InfiniteLimitsAndAPoint_AreIntervals()
    {
        Assert.True(new Interval(double.NegativeInfinity, double.PositiveInfinity, 0.95).Contains(0));
        Assert.True(new Interval(2, 2, 0.5).Contains(2));
    }

    [Theory]
    [InlineData(9, 2, "most")]
    [InlineData(-1, 2, "least")]
    public void CountBounds_OutOfOrderOrNegative_Throws(int least, int most, string parameter) =>
        Assert.Equal(parameter, Assert.Throws<ArgumentOutOfRangeException>(() => new CountBounds(least, most)).ParamName);

    [Theory]
    [InlineData(2015, 0, "number")]
    [InlineData(2015, 7, "number")]
    [InlineData(0, 1, "year")]
    [InlineData(10000, 1, "year")]
    public void Quarter_ThatNoCalendarHas_Throws(int year, int number, string parameter) =>
        Assert.Equal(parameter, Assert.Throws<ArgumentOutOfRangeException>(() => new Quarter(year, number)).ParamName);

    [Property]
    public bool Quarter_Plus_IsUndoneBySince(short quarters)
    {
        var start = new Quarter(5000, 3);
        var later = quarters % 10000;
        return start.Plus(later).Since(start) == later && start.Plus(later).Plus(-later) == start;
    }

    [Fact]
    public void Quarter_BeyondTheCalendar_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Quarter(9999, 4).Plus(1));
}
