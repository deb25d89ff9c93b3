using Microsoft.Data.Analysis;
using SifAnalysis.Notebooks.Tests.Session;

namespace SifAnalysis.Notebooks.Tests.Magics;

public class SqlMagicTests
{
    private const string Frame = """
        using Microsoft.Data.Analysis;
        var seen = new DataFrame(
            new StringDataFrameColumn("name", new[] { "Barnet", "Côte 😀", null }),
            new BooleanDataFrameColumn("yes", new bool?[] { true, false, null }),
            new Int32DataFrameColumn("number", new int?[] { 1, null, 3 }),
            new Int64DataFrameColumn("great", new long?[] { long.MaxValue, long.MinValue, null }),
            new DoubleDataFrameColumn("share", new double?[] { 0.1, null, -1e300 }),
            new DecimalDataFrameColumn("money", new decimal?[] { 1.50m, -0.001m, null }),
            new DateTimeDataFrameColumn("moment", new DateTime?[] { new(2015, 3, 4), new(2016, 12, 31, 23, 59, 58), null }));
        var least = 2;
        DateTime from = new(2016, 1, 1);
        DataFrame empty = new(new StringDataFrameColumn("name", new string[0]));
        """;

    [Fact]
    public async Task Sql_EveryColumn_ComesBackAsItWent()
    {
        await using var cells = new Cells();
        await cells.TextOf(Frame);
        await cells.TextOf("#!sql --name back\nselect * from seen");
        var seen = (DataFrame)cells.Session.Variables.Single(variable => variable.Name == "seen").Value!;
        var back = (DataFrame)cells.Session.Variables.Single(variable => variable.Name == "back").Value!;
        Assert.Equal(
            seen.Columns.Select(column => (column.Name, column.DataType)), back.Columns.Select(column => (column.Name, column.DataType)));
        foreach (var (before, after) in seen.Columns.Zip(back.Columns))
        {
            Assert.Equal(before.Cast<object?>(), after.Cast<object?>());
        }
    }

    [Theory]
    [InlineData("select count(*) from seen", "3: Int64")]
    [InlineData("select sum(number) from seen", "4: Int64")]
    [InlineData("select sum(great::hugeint + 10) from seen where great > 0", "9223372036854775817: Decimal")]
    [InlineData("select sum(money) from seen", "1.499: Decimal")]
    [InlineData("select date '2017-01-03'", "2017-01-03T00:00:00.0000000: DateTime")]
    [InlineData("select name from seen where moment >= $from", "Côte 😀: String")]
    [InlineData("select name from SEEN where number >= $least - 1 and yes", "Barnet: String")]
    [InlineData("select 'it costs $least' where $least = 2 -- $nothing", "it costs $least: String")]
    [InlineData("select [1, 2]", "[1,2]: String")]
    [InlineData("select time '03:04:05'", "03:04:05: String")]
    [InlineData("select null::integer", ": Int32")]
    [InlineData("select count(*) from empty", "0: Int64")]
    [InlineData("create table made as select * from seen; insert into made select * from seen; select count(*) from made", "6: Int64")]
    public async Task Sql_Value_HasTheNearestType(string query, string expected)
    {
        await using var cells = new Cells();
        await cells.TextOf(Frame);
        await cells.TextOf($"#!sql\n{query}");
        Assert.Equal(expected, await cells.TextOf("(sql[0, 0] is DateTime day ? day.ToString(\"O\") : Convert.ToString(sql[0, 0], "
            + "System.Globalization.CultureInfo.InvariantCulture)) + \": \" + sql.Columns[0].DataType.Name"));
    }

    [Fact]
    public async Task Sql_Result_IsAVariableAndATable()
    {
        await using var cells = new Cells();
        await cells.TextOf(Frame);
        await cells.TextOf("#!sql\n-- name: numbered\nselect name, number from seen where number is not null");
        await cells.TextOf("#!sql --name last\nselect max(number) as greatest, 1 as greatest from numbered");
        Assert.Equal("3, greatest_1", await cells.TextOf("$\"{last[0, 0]}, {last.Columns[1].Name}\""));
    }

    [Fact]
    public async Task Sql_ChangedFrame_IsSeenAsItIsNow()
    {
        await using var cells = new Cells();
        await cells.TextOf(Frame);
        await cells.TextOf("#!sql\nselect max(number) from seen");
        await cells.TextOf("seen.Columns[\"number\"][0] = 99;");
        await cells.TextOf("#!sql\nselect max(number) from seen");
        Assert.Equal("99", await cells.TextOf("sql[0, 0]"));
        await cells.TextOf("seen = new DataFrame(new StringDataFrameColumn(\"other\", new[] { \"column\" }));");
        await cells.TextOf("#!sql\nselect other from seen");
        Assert.Equal("column", await cells.TextOf("sql[0, 0]"));
    }

    [Fact]
    public async Task Sql_FilesOfTheFolder_AreTables()
    {
        await using var cells = new Cells();
        cells.Write("inspections.csv", "authority,published,overall\nBarnet,2015-07-01,Good\nBrent,,\n");
        await cells.TextOf("#!sql\ncopy (select * from 'inspections.csv') to 'inspections.parquet'; select a.authority, "
            + "year(a.published) as year from 'inspections.csv' a join 'inspections.parquet' b using (authority) order by 1");
        Assert.Equal("Barnet 2015, Brent ", await cells.TextOf("string.Join(\", \", sql.Rows.Select(row => $\"{row[0]} {row[1]}\"))"));
        Assert.True(File.Exists(Path.Combine(cells.Folder, "inspections.parquet")));
    }

    [Theory]
    [InlineData("#!sql\nselect name,\n  nothing\nfrom seen", "Line 3: Binder Error: Referenced column \"nothing\" not found")]
    [InlineData("var x = 1;\n#!sql\nselect 1;\nselect name,\n  nothing\nfrom seen", "Line 5")]
    [InlineData("#!sql\nselect ';';\n/* ;\n */ select name from\n  lost; select 1", "Line 5: Catalog Error")]
    [InlineData("#!sql\nselect * from lost", "DataFrames of the session are seen, empty")]
    [InlineData("#!sql\nselekt 1", "Line 2: Parser Error")]
    [InlineData("#!sql\nselect cast(name as integer) from seen", "Could not convert string 'Barnet' to INT32")]
    [InlineData("#!sql\nselect $lost", "there is none of that name")]
    [InlineData("#!sql\nselect $seen", "is no value of SQL")]
    [InlineData("#!sql", "there is no SQL under it")]
    [InlineData("#!sql\n-- nothing", "there is no SQL under it")]
    [InlineData("#!sql --name 1st\nselect 1", "cannot be a C# variable's name")]
    [InlineData("#!sql --into x\nselect 1", "--into is no option of it; it takes --name")]
    [InlineData("#!sql --name", "--name needs a value")]
    [InlineData("#!sql\nselect * from 'lost.csv'", "lost.csv")]
    public async Task Sql_Wrong_SaysWhereAndWhat(string cell, string expected)
    {
        await using var cells = new Cells();
        await cells.TextOf(Frame);
        Assert.Contains(expected, await cells.ErrorOf(cell), StringComparison.Ordinal);
        await cells.TextOf("#!sql\nselect 1");
    }

    [Fact]
    public async Task Sql_LongQuery_StopsWhenToldTo()
    {
        await using var cells = new Cells();
        await cells.TextOf("#!sql\nselect 1");
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var result = await cells.Session.ExecuteAsync(
            "#!sql\nselect sum(hash(a.range + b.range)) from range(10000000) a, range(10000000) b", cells, limit.Token);
        Assert.True(result.Interrupted);
        await cells.TextOf("#!sql\nselect 2");
        Assert.Equal("2", await cells.TextOf("sql[0, 0]"));
    }
}
