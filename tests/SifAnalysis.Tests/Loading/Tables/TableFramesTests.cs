using System.Globalization;
using SifAnalysis.Loading;

namespace SifAnalysis.Tests.Loading;

/// <summary>Tables as frames, and how days and marks are read; every value here is synthetic.</summary>
public sealed class TableFramesTests
{
    [Fact]
    public void ToDataFrame_ColumnsOfOneKindButForMarks_AreTypedAndMarksAreMissing()
    {
        var frame = SifAnalysis.Loading.Tables
            .OfText("name;n;share;day;open;code;mixed;none\nLeeds;12;0.5;31/12/2016;true;007;1;c\nBarnet;c;..;[x];false;012;two;\nHull;;"
                + "1;1-Jan-17;;1;3;-\n").ToDataFrame();
        Assert.Equal(
            [typeof(string), typeof(long), typeof(double), typeof(DateTime), typeof(bool), typeof(string), typeof(string), typeof(string)],
            frame.Columns.Select(column => column.DataType));
        Assert.Equal([12L, null, null], frame["n"].Cast<long?>());
        Assert.Equal([0.5, null, 1.0], frame["share"].Cast<double?>());
        Assert.Equal([new DateTime(2016, 12, 31), null, new DateTime(2017, 1, 1)], frame["day"].Cast<DateTime?>());
        Assert.Equal([true, false, null], frame["open"].Cast<bool?>());
        Assert.Equal(["007", "012", "1"], frame["code"].Cast<string?>());
        Assert.Equal(["c", null, "-"], frame["none"].Cast<string?>());
    }

    [Fact]
    public void ToDataFrame_HeadingsTwiceOrNone_HaveNamesOfTheirOwn()
    {
        var frame = SifAnalysis.Loading.Tables.OfText("a,a,,A\n1,2,3,4\n").ToDataFrame();
        Assert.Equal(["a", "a (2)", "column 3", "A (3)"], frame.Columns.Select(column => column.Name));
    }

    [Fact]
    public void ToDataFrame_MonthsWithoutADay_StayTexts()
    {
        var frame = SifAnalysis.Loading.Tables.OfText("name,when\nLeeds,March 2014\nBarnet,2014-04-01\n").ToDataFrame();
        Assert.Equal(["March 2014", "2014-04-01"], frame["when"].Cast<string?>());
    }

    [Fact]
    public void Marks_OfATable_AreCountedByColumn()
    {
        var marks = SifAnalysis.Loading.Tables.OfText("name,n,share\nLeeds,c,..\nBarnet,c,1\nHull,2,REDACTED\n").Marks();
        Assert.Equal([("n", "c", 2), ("share", "..", 1), ("share", "REDACTED", 1)], marks
            .Select(each => (each.Column, each.Mark.Written, each.Count)));
        Assert.Equal("suppressed to protect people", marks[0].Mark.Meaning);
    }

    [Theory]
    [InlineData("c")]
    [InlineData(":")]
    [InlineData("x")]
    [InlineData("[z]")]
    [InlineData("..")]
    [InlineData("REDACTED")]
    [InlineData(" N/A ")]
    [InlineData("-")]
    [InlineData("not_reported_post_reform")]
    [InlineData("data_unreadable")]
    public void Of_AMarkOfAnyRelease_IsKnownWithWhatItMeans(string text)
    {
        var mark = MissingMark.Of(text);
        Assert.Equal(text.Trim(), mark!.Value.Written);
        Assert.NotEmpty(mark.Value.Meaning);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Good")]
    [InlineData("i")]
    [InlineData("cc")]
    [InlineData("?")]
    [InlineData("[]")]
    public void Of_AnyOtherText_IsNoMark(string text) => Assert.Null(MissingMark.Of(text));

    [Theory]
    [InlineData("2016-05-16", "YearFirst 2016-05-16")]
    [InlineData("2016-05-16 00:00:00", "YearFirst 2016-05-16")]
    [InlineData("2016-05-16T09:30:00Z", "YearFirst 2016-05-16")]
    [InlineData("2016/5/16", "YearFirst 2016-05-16")]
    [InlineData("16-May-16", "Worded 2016-05-16 short")]
    [InlineData("16 May 2016", "Worded 2016-05-16")]
    [InlineData("Monday 16 May 2016", "Worded 2016-05-16")]
    [InlineData("Mon, 16th May 2016", "Worded 2016-05-16")]
    [InlineData("16 Sept. 2016", "Worded 2016-09-16")]
    [InlineData("Tuesday 16 May 2016", "None")]
    [InlineData("16/05/2016", "Numbers 2016-05-16")]
    [InlineData("16.5.16", "Numbers 2016-05-16 short")]
    [InlineData("09/05/25", "Numbers 2025-05-09 short")]
    [InlineData("16/05/2016 00:00", "Numbers 2016-05-16")]
    [InlineData("42137", "Serial 2015-05-13")]
    [InlineData("42137.5", "Serial 2015-05-13")]
    [InlineData("March 2014", "Month 2014-03-01")]
    [InlineData("Mar-14", "Month 2014-03-01 short")]
    [InlineData("2014-03", "Month 2014-03-01")]
    [InlineData("3/2014", "Month 2014-03-01")]
    [InlineData("30/02/2016", "None")]
    [InlineData("2016-02-30", "None")]
    [InlineData("5/16/2016", "None")]
    [InlineData("16 Mxy 2016", "None")]
    [InlineData("12", "None")]
    [InlineData("99999", "None")]
    [InlineData("0/0/0000", "None")]
    [InlineData("16/05/216", "None")]
    [InlineData("tomorrow", "None")]
    public void Read_ADayInAnyForm_IsThatDayOrNone(string text, string expected)
    {
        var read = DayColumn.British.Read(text);
        Assert.Equal(expected, read.Form == DayForm.None ? "None"
            : string.Create(CultureInfo.InvariantCulture, $"{read.Form} {read.Day:yyyy-MM-dd}{(read.IsShortYear ? " short" : "")}"));
    }

    [Fact]
    public void Of_AColumnOfDays_DecidesTheirOrderOverAllOfThem()
    {
        Assert.Equal(new DayColumn(DayOrder.DayFirst, IsGuess: true), DayColumn.Of(["09/05/25", "01/02/24", "2016-05-16", "", "words"]));
        Assert.Equal(new DayColumn(DayOrder.DayFirst, IsGuess: false), DayColumn.Of(["09/05/25", "31/02/24"]));
        Assert.Equal(new DayColumn(DayOrder.MonthFirst, IsGuess: false), DayColumn.Of(["09/05/25", "12/31/24"]));
        Assert.Equal(new DayColumn(DayOrder.DayFirst, IsGuess: false), DayColumn.Of(["31/12/25", "12/31/24"]));
        Assert.Equal(new DateOnly(2024, 12, 31), DayColumn.Of(["12/31/24"]).Read("12/31/24").Day);
        Assert.Equal(DayForm.None, DayColumn.Of(["12/31/24"]).Read("31/12/24").Form);
    }
}
