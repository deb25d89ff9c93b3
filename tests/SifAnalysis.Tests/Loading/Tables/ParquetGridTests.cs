using DuckDB.NET.Data;
using SifAnalysis.Loading;

namespace SifAnalysis.Tests.Loading;

/// <summary>Parquet files that DuckDB wrote, read as tables in memory. Every row here is synthetic.</summary>
public sealed class ParquetGridTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sif-parquet-grid-").FullName;

    private string File => Path.Combine(folder, "table.parquet");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Load_ColumnsOfEveryKind_KeepTheirTypesAndMissingValues()
    {
        Write(
            "SELECT * FROM (VALUES "
            + "('Leeds', 12, 0.5::DOUBLE, 1.25::DECIMAL(5,2), TRUE, DATE '2016-12-31', TIMESTAMP '2016-12-31 10:30:00', 7::UTINYINT), "
            + "(' Hull ', NULL, NULL, NULL, NULL, NULL, NULL, NULL)) AS t(authority, n, share, cost, open, day, moment, small)");
        var table = SifAnalysis.Loading.Tables.Read(File);
        Assert.Equal(["authority", "n", "share", "cost", "open", "day", "moment", "small"], table.Headings);
        Assert.Equal("Parquet", table.Understood.Format);
        var frame = table.ToDataFrame();
        Assert.Equal(
            [
                typeof(string), typeof(long), typeof(double), typeof(double), typeof(bool), typeof(DateTime), typeof(DateTime),
                typeof(long),
            ],
            frame.Columns.Select(column => column.DataType));
        Assert.Equal(
            ["Leeds", 12L, 0.5, 1.25, true, new DateTime(2016, 12, 31), new DateTime(2016, 12, 31, 10, 30, 0), 7L],
            frame.Columns.Select(column => column[0]));
        Assert.Equal(["Hull", .. new object?[7]], frame.Columns.Select(column => column[1]));
    }

    [Fact]
    public void Load_SeveralGroupsOfRows_KeepsTheirOrder()
    {
        Write("SELECT range AS n FROM range(10000)", "ROW_GROUP_SIZE 2048");
        var numbers = SifAnalysis.Loading.Tables.Read(File).ToDataFrame()["n"].Cast<object>();
        Assert.Equal(Enumerable.Range(0, 10_000).Select(n => (object)(long)n), numbers);
    }

    [Theory]
    [InlineData("SELECT [1, 2] AS many", "the column many has lists or records in its cells, which no table of the kit has.")]
    [InlineData("SELECT {'a': 1} AS one", "the column one has lists or records in its cells, which no table of the kit has.")]
    [InlineData("SELECT 'Leeds' AS authority", "the Parquet file is damaged or of a kind that is not read", true)]
    public void Load_WhatIsNotRead_IsOneProblemThatSaysWhy(string query, string expected, bool isCut = false)
    {
        Write(query);
        if (isCut)
        {
            System.IO.File.WriteAllBytes(File, System.IO.File.ReadAllBytes(File)[..^20]);
        }

        var loaded = SifAnalysis.Loading.Tables.Load(File);
        Assert.Null(loaded.Table);
        Assert.StartsWith(expected, Assert.Single(loaded.Problems).Expected, StringComparison.Ordinal);
    }

    private void Write(string query, string options = "ROW_GROUP_SIZE 100000")
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        var target = File.Replace("'", "''", StringComparison.Ordinal);
        command.CommandText = $"COPY ({query}) TO '{target}' (FORMAT parquet, {options})";
        command.ExecuteNonQuery();
    }
}
