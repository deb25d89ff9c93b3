using System.Text;
using SifAnalysis.Judgements;
using SifAnalysis.Loading;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Tests.Loading;

/// <summary>Files of inspections in the writings that people have. All rows are synthetic.</summary>
public sealed class CsvFileTests : IDisposable
{
    private static readonly IReadOnlyList<LocalAuthority> Authorities = SifData.Load(Checkout.Data).Authorities;

    private readonly string path = Path.Combine(Directory.CreateTempSubdirectory("sif-csv-").FullName, "table.csv");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);

    [Theory]
    [InlineData("authority,overall,,\nLeeds,Good,,\n")]
    [InlineData("authority,overall\nLeeds,Good,,\n")]
    [InlineData(",authority,,overall\n0,Leeds,stray,Good\n")]
    public void Load_ColumnsWithoutAHeading_ArePassedOver(string text)
    {
        File.WriteAllText(path, text);
        Assert.Equal(Judgement.Good, InspectionTable.Load(path, Authorities).OrThrow().Single().Overall);
    }

    [Theory]
    [InlineData("Provider name,Local authority,Overall effectiveness\nElm House,Leeds,Good\n")]
    [InlineData("Local authority,Provider name,Overall effectiveness\nLeeds,Elm House,Good\n")]
    [InlineData("Provider name,Overall effectiveness\nLeeds,Good\n")]
    public void Load_ProviderName_IsTheAuthorityWhereNoOtherColumnIs(string text)
    {
        File.WriteAllText(path, text);
        var row = InspectionTable.Load(path, Authorities).OrThrow().Single();
        Assert.Equal(("Leeds", Judgement.Good), (row.Authority.Name, row.Overall));
    }

    [Fact]
    public void Load_ProviderNameTwice_IsTold()
    {
        File.WriteAllText(path, "Provider name,Provider name,Overall effectiveness\nLeeds,Leeds,Good\n");
        Assert.Contains(
            InspectionTable.Load(path, Authorities).Problems, problem =>
                problem.Expected.StartsWith("a duplicate column for authority", StringComparison.Ordinal));
    }

    [Fact]
    public void TryIso_AnyDayAndItsMisspellings_IsTheDayThatParseReads()
    {
        for (var day = new DateOnly(1999, 12, 1); day.Year < 2005; day = day.AddDays(1))
        {
            var text = day.Iso();
            Assert.True(Dates.TryIso(Encoding.UTF8.GetBytes(text), out var read));
            Assert.Equal(day, read);
            for (var place = 0; place < text.Length; place++)
            {
                foreach (var other in "0139-/:")
                {
                    var changed = text[..place] + other + text[(place + 1)..];
                    Assert.Equal(Dates.Parse(changed), Dates.TryIso(Encoding.UTF8.GetBytes(changed), out var otherDay) ? otherDay : null);
                }
            }
        }

        Assert.False(Dates.TryIso("2016-01-1"u8, out _));
        Assert.False(Dates.TryIso("2016-01-011"u8, out _));
    }

    [Fact]
    public void Load_ACellAfterTheLastHeading_IsTold()
    {
        File.WriteAllText(path, "authority,overall,notes,\nLeeds,Good,text, with a comma\n");
        var problem = Assert.Single(InspectionTable.Load(path, Authorities).Problems);
        Assert.Contains("4 fields, the header 3", problem.Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("é")]
    [InlineData("–")]
    [InlineData("अ")]
    [InlineData("𝔘")]
    public void Load_ACharacterAcrossTheEndOfABlock_IsUtf8(string character)
    {
        for (var shift = 0; shift < 4; shift++)
        {
            var start = "authority,overall,notes\nLeeds,Good,";
            File.WriteAllText(path, start + new string('x', (1 << 18) - start.Length - shift) + character + "\n");
            Assert.EndsWith("x" + character, InspectionTable.Load(path, Authorities).OrThrow().Single().Notes, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(new byte[] { 0xC3 })]
    [InlineData(new byte[] { 0xE2, 0x80 })]
    [InlineData(new byte[] { 0x80 })]
    [InlineData(new byte[] { 0xFF, 0x41 })]
    public void Load_BytesThatAreNoUtf8_AreReadAsWindows1252(byte[] end)
    {
        File.WriteAllBytes(path, [.. "authority,overall,notes\nLeeds,Good,x"u8, .. end]);
        Assert.Equal(
            "x" + CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(end).Trim(),
            InspectionTable.Load(path, Authorities).OrThrow().Single().Notes);
    }

    [Theory]
    [InlineData("2016-02-29", true)]
    [InlineData("29/02/2016", true)]
    [InlineData("2015-02-29", false)]
    [InlineData("2016-13-01", false)]
    [InlineData("2016-00-01", false)]
    [InlineData("2016-01-00", false)]
    [InlineData("2016-01-32", false)]
    [InlineData("0000-01-01", false)]
    [InlineData("2016-0a-01", false)]
    [InlineData("2016/02-29", false)]
    public void Load_DatesInAnyWriting_AreReadOrRefused(string date, bool isDate)
    {
        File.WriteAllText(path, $"authority,overall,published\nLeeds,Good,{date}\n");
        var loaded = InspectionTable.Load(path, Authorities);
        Assert.Equal(isDate ? [new DateOnly(2016, 2, 29)] : [], loaded.Rows.Select(row => row.Published!.Value));
        Assert.Equal(isDate ? [] : [date], loaded.Problems.Select(problem => problem.Value!));
    }
}
