using System.Text.RegularExpressions;
using SifAnalysis.Judgements;

namespace SifAnalysis.Figures;

/// <summary>A count that an official release or the press published: the second witness beside the rows.</summary>
/// <param name="AsAt">The day, or the month where no day is stated, up to which the release counts: "2016-09-30", "2016-12".</param>
/// <param name="Published">The day on which the release was published.</param>
/// <param name="Area">The area that is counted.</param>
/// <param name="What">What is counted, in the release's words.</param>
/// <param name="Source">The release.</param>
public sealed record OfficialCount(string AsAt, DateOnly Published, JudgementArea Area, string What, string Source)
{
    /// <summary>The number judged outstanding, or <see langword="null"/> where not stated.</summary>
    public int? Outstanding { get; init; }

    /// <summary>The number judged good, or <see langword="null"/> where not stated.</summary>
    public int? Good { get; init; }

    /// <summary>The number judged to require improvement, or <see langword="null"/> where not stated.</summary>
    public int? RequiresImprovement { get; init; }

    /// <summary>The number judged inadequate, or <see langword="null"/> where not stated.</summary>
    public int? Inadequate { get; init; }

    /// <summary>The number counted in all, or <see langword="null"/> where not stated.</summary>
    public int? Total { get; init; }

    /// <summary>
    /// The number judged good or outstanding, where <see cref="What"/> states it in one; otherwise <see langword="null"/>.
    /// </summary>
    public int? GoodOrBetter => NumberIn(@"good or outstanding (\d+)(?!\d|%)");

    /// <summary>
    /// The share judged good or outstanding, 0 to 1, where <see cref="What"/> states it in whole per cent; otherwise
    /// <see langword="null"/>.
    /// </summary>
    public double? GoodOrBetterShare => NumberIn(@"good or outstanding (\d+)%") / 100.0;

    /// <summary>
    /// The share judged inadequate, 0 to 1, where <see cref="What"/> states it in whole per cent; otherwise <see langword="null"/>.
    /// </summary>
    public double? InadequateShare => NumberIn(@"inadequate (\d+)%") / 100.0;

    /// <summary>What else the release says.</summary>
    public string? Notes { get; init; }

    /// <summary>The number of one judgement, or <see langword="null"/> where not stated.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the four judgements.</exception>
    public int? this[Judgement judgement] => judgement switch
    {
        Judgement.Outstanding => Outstanding,
        Judgement.Good => Good,
        Judgement.RequiresImprovement => RequiresImprovement,
        Judgement.Inadequate => Inadequate,
        _ => throw new ArgumentOutOfRangeException(nameof(judgement), judgement, "A judgement is one of 1 to 4."),
    };

    /// <summary>
    /// The last day whose reports the release counts: where its notes or what it counts say "published by 30 April 2017" that
    /// day, otherwise <see cref="LastDay"/>.
    /// </summary>
    public DateOnly ReportsTo => DayAfter("published by", $"{Notes} {What}") ?? LastDay;

    /// <summary>The last day of <see cref="AsAt"/>: the day itself, or the last one of the month.</summary>
    public DateOnly LastDay => AsAt.Length == 7
        ? DateOnly.ParseExact(AsAt + "-01", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).AddMonths(1).AddDays(-1)
        : DateOnly.ParseExact(AsAt, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>
    /// The day since which a release counts, where <see cref="What"/> says so: "since 1 April 2016"; otherwise <see langword="null"/>.
    /// </summary>
    public DateOnly? Since => DayAfter("since", What);

    /// <summary>Whether <see cref="What"/> says in words that half are good or outstanding.</summary>
    public bool IsHalfGoodOrBetter => What.Contains("half good or outstanding", StringComparison.OrdinalIgnoreCase);

    private int? NumberIn(string pattern) => Regex.Match(What, pattern) is { Success: true } match
        ? int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)
        : null;

    private static DateOnly? DayAfter(string words, string text) =>
        Regex.Match(text, words + @" (\d{1,2} \p{L}+ \d{4})") is { Success: true } match
        && DateOnly.TryParseExact(match.Groups[1].Value, "d MMMM yyyy",
            System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day)
            ? day
            : null;
}
