using SifAnalysis.Cli.Data;

namespace SifAnalysis.Cli.Tests.Commands;

/// <summary>What <c>sif validate</c> says of files as analysts have them; every row in them is synthetic.</summary>
public sealed class AnalystFilesValidationTests : IDisposable
{
    private const string Release = "A title\n\nLocal authority;Publication date;Overall effectiveness;Weather\n"
        + "Leeds;09/05/16;2 - Good;sunny\nCo. Durham;31/05/16;..;\nAtlantis;March 2015;Good;\n\nSource: synthetic rows.\n";

    private readonly string folder = Directory.CreateTempSubdirectory("sif-validate-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Validate_ARelease_SaysWhatWasUnderstoodBeforeWhatWasNot()
    {
        var path = Written("release.csv", Release);
        var (code, output) = await Sif.RunAsync("validate", path);
        Assert.Equal(1, code);
        Assert.Equal(
            [
                "Taken as CSV with semicolons, in UTF-8.",
                "Headings: line 3.",
                "Above the headings: 1 line of text, from line 1: \"A title\".",
                "Below the rows: 1 line of text, from line 8: \"Source: synthetic rows.\".",
                "Columns: authority (Local authority), published (Publication date), overall (Overall effectiveness).",
                "authority: 1 row like \"Co. Durham\", another spelling or name, taken for an authority of the kit.",
                "published: 2 rows like \"09/05/16\", read as day/month/year of this century.",
                "published: 1 row like \"March 2015\", a month without a day, kept as a month.",
                "overall: 1 row like \"2 - Good\", read as Good.",
                "overall: 1 row like \"..\", a mark, taken as not stated (not available).",
                ", line 6, authority: \"Atlantis\"; no such local authority",
                "not read, as the kit has no such column: Weather.",
                "1 problem.",
            ],
            output.TrimEnd().Split('\n').Select(line => line.TrimEnd().Replace($"{path}: "
                + "", "", StringComparison.Ordinal).Replace(path, "", StringComparison.Ordinal))
                .Select(line => line.Contains("no such local authority", StringComparison.Ordinal) ? line[..(line.IndexOf("no such local "
                    + "authority", StringComparison.Ordinal) + 23)] : line));
    }

    [Fact]
    public async Task ValidateFix_ARelease_WritesWhatIsReadAgainWithoutAWordToSay()
    {
        var (path, target) = (Written("release.csv", Release.Replace("Atlantis", "Hull City "
            + "Council", StringComparison.Ordinal)), Path.Combine(folder, "clean.csv"));
        var (code, output) = await Sif.RunAsync("validate", path, "--fix", target);
        Assert.True(code == 0, output);
        Assert.Contains("written, 7 values changed: 3 in published, 2 in overall, 2 in authority", output, StringComparison.Ordinal);
        Assert.Equal(
            "authority,published,overall,Weather,not_before\nLeeds,2016-05-09,Good,sunny,\nDurham,2016-05-31,,,\nKingston upon "
                + "Hull,,Good,,2015-03-01\n",
            await File.ReadAllTextAsync(target));
        var changes = RawTable.Read(folder, "clean.changes.csv").Rows;
        Assert.Contains(changes, change => change["line"] == "4" && change["before"] == "2 - "
            + "Good" && change["after"] == "Good" && change["why"].Length > 0);
        Assert.Contains(changes, change => change["line"] == "5" && change["before"] == ".." && change["after"].Length == 0);
        var (again, said) = await Sif.RunAsync("validate", target);
        Assert.True(again == 0, said);
        Assert.DoesNotContain("row like", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ValidateFix_WhatHasAProblem_StaysAsItStood()
    {
        var (path, target) = (Written("mine.csv", "authority,overall,started\nAtlantis,Good,soon\nLeeds,Super,2015-03-27\n"), Path
            .Combine(folder, "clean.csv"));
        var (code, _) = await Sif.RunAsync("validate", path, "--fix", target);
        Assert.Equal(1, code);
        Assert.Equal("authority,overall,started\nAtlantis,Good,soon\nLeeds,Super,2015-03-27\n", await File.ReadAllTextAsync(target));
        var (refused, output) = await Sif.RunAsync("validate", path, "--fix", path);
        Assert.Equal(1, refused);
        Assert.Contains("would be written over the file itself", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_ManyProblemsOfAKind_AreToldByTheirValues()
    {
        var path = Written("many.csv", "authority,overall\n"
            + string.Concat(Enumerable.Range(0, 100).Select(row => row % 2 == 0 ? "Atlantis,Good\n" : "Leeds,Super\n")));
        var (_, output) = await Sif.RunAsync("validate", path);
        Assert.Contains("authority: 47 more of this kind, to line 100: \"Atlantis\" (47 times).", output, StringComparison.Ordinal);
        Assert.Contains("overall: 47 more of this kind, to line 101: \"Super\" (47 times).", output, StringComparison.Ordinal);
        Assert.InRange(output.Split('\n').Length, 8, 20);
    }

    private string Written(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
