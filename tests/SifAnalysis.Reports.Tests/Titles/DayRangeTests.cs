using System.Globalization;
using SifAnalysis.Reports.Titles;

namespace SifAnalysis.Reports.Tests.Titles;

public sealed class DayRangeTests
{
    [Theory]
    [InlineData("19 November 2013 - 11 December 2013", "2013-11-19", "2013-12-11")]
    [InlineData("1/06/2015 - 25/06/2015", "2015-06-01", "2015-06-25")]
    [InlineData("12/09/2016 to 06/10/2016", "2016-09-12", "2016-10-06")]
    [InlineData("01.06.15 - 25.06.15", "2015-06-01", "2015-06-25")]
    [InlineData("28 January-5 February 2014", "2014-01-28", "2014-02-05")]
    [InlineData("18 Feb 2014 - 12 March 2014", "2014-02-18", "2014-03-12")]
    [InlineData("6 March to 30 March 2017", "2017-03-06", "2017-03-30")]
    [InlineData("11 - 22 July 2022", "2022-07-11", "2022-07-22")]
    [InlineData("10th to 21st July 2023", "2023-07-10", "2023-07-21")]
    [InlineData("4 July 2016-28 July 2016", "2016-07-04", "2016-07-28")]
    [InlineData("9 December to 10 January 2015", "2014-12-09", "2015-01-10")]
    [InlineData("Monday 9 September, 2019 to Friday 20 September, 2019", "2019-09-09", "2019-09-20")]
    [InlineData("19 November to 11 December 2013 and 28 to 30 January 2014", "2013-11-19", "2014-01-30")]
    [InlineData("3 and 4 June 2019", "2019-06-03", "2019-06-04")]
    [InlineData("28 July 2016", null, "2016-07-28")]
    public void Parse_DaysAsReportsWriteThem_GivesFirstAndLast(string text, string? first, string last)
    {
        var days = DayRange.Parse(text);
        Assert.Equal(first, days!.Value.First?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal(last, days.Value.Last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData("to be announced")]
    [InlineData("31 June 2016")]
    [InlineData("30 June to 1 June 2016")]
    [InlineData("12 May")]
    [InlineData("40 May 2016")]
    [InlineData("1 May 0016")]
    [InlineData("12/2016")]
    public void Parse_NoDaysOrWrongOnes_GivesNothing(string text) => Assert.Null(DayRange.Parse(text));

    [Fact]
    public void One_TwoDays_IsNoDay() => Assert.Null(DayRange.One("1 to 2 June 2016"));
}
