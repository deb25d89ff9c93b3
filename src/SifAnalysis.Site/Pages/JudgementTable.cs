using System.Text;
using SifAnalysis.Judgements;
using SifAnalysis.Site.Content;
using SifAnalysis.Site.Files;
using static SifAnalysis.Site.Drawing.Markup;

namespace SifAnalysis.Site.Pages;

/// <summary>The judgements of one authority as a CSV file, one a row.</summary>
internal static class JudgementTable
{
    /// <summary>The file.</summary>
    public static SiteFile File(Profile profile)
    {
        var text = new StringBuilder("authority,framework,kind,started,ended,published,area,judgement,report,source,notes\n");
        foreach (var report in profile.Reports)
        {
            foreach (var grade in report.Grades)
            {
                text.AppendJoin(',', ((string[])
                [
                    profile.Name, report.Framework.Name(), report.Kind, Iso(report.Started), Iso(report.Ended), Iso(report.Published),
                        grade.AreaName, grade.Name,
                    report.Address?.OriginalString ?? "", string
                        .Join("; ", report.Sources.Select(source => $"{source.Name}: {source.Words}")), report.Notes ?? "",
                ]).Select(Field)).Append('\n');
            }
        }

        return SiteFile.Of($"authorities/{profile.Slug}.csv", text.ToString());
    }

    // Excel takes a text that begins like a formula for one.
    private static string Field(string text)
    {
        var safe = text.Length > 0 && "=+-@\t".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny("\",\n\r") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
