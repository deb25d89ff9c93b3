using System.Globalization;
using SifAnalysis.Reports.Readings;

namespace SifAnalysis.Reports.Titles;

/// <summary>The day on which a report was published.</summary>
internal static class Publication
{
    // Surrey's report of June 2015 came 203 days after the inspection.
    private const int MostDaysAfter = 400;

    // Ofsted's list and the report itself differ by ten days at most.
    private const int MostDaysApart = 31;

    /// <summary>The day of Ofsted's list, by which report files are named, or the one that the report states.</summary>
    public static Stated<DateOnly>? Of(string path, Stated<DateOnly>? ended, Stated<DateOnly>? stated, List<ReportProblem> problems)
    {
        if (stated is not null && ended is not null
            && (stated.Value < ended.Value || stated.Value.DayNumber - ended.Value.DayNumber > MostDaysAfter))
        {
            problems.Add(new ReportProblem(path, 1, "report_published",
                $"\"{stated.Places[0].Words}\" is before the inspection's end, or more than a year after; look at the report."));
            stated = null;
        }

        if (OfName(path) is not { } day
            || (ended is not null && (day < ended.Value || day.DayNumber - ended.Value.DayNumber > MostDaysAfter))
            || (stated is not null && Math.Abs(day.DayNumber - stated.Value.DayNumber) > MostDaysApart))
        {
            return stated;
        }

        var place = new Place(0, 0, Path.GetFileName(path));
        return stated?.Value == day
            ? stated with { Certainty = Certainty.StatedTwice, Places = [.. stated.Places, place] }
            : new Stated<DateOnly>(day, Certainty.Inferred, [place, .. stated?.Places ?? []]);
    }

    private static DateOnly? OfName(string path)
    {
        var name = Path.GetFileName(path);
        return name.Length > 10 && DateOnly.TryParseExact(name[..10], "yyyy-MM-dd",
            CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }
}
