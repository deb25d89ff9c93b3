using SifAnalysis.Findings;

namespace SifAnalysis.Figures;

/// <summary>The days on which the figures of one publication hold together.</summary>
/// <param name="Publication">The publication.</param>
/// <param name="Window">The days of which it may speak.</param>
/// <param name="Common">The days, among these, on which the rows give every figure of <paramref name="Together"/>.</param>
/// <param name="Together">The figures that hold together: as many as any day satisfies.</param>
/// <param name="Apart">The others: figures that hang on the day, and that no common day satisfies.</param>
/// <param name="Arithmetic">What explains the figures apart, where the rows can show it; otherwise <see langword="null"/>.</param>
public sealed record PublicationDays(
    string Publication,
    DayInterval Window,
    IReadOnlyList<DayInterval> Common,
    IReadOnlyList<FigureCheck> Together,
    IReadOnlyList<FigureCheck> Apart,
    string? Arithmetic)
{
    /// <summary>The last of the common days; where there is none, the last of which the publication may speak.</summary>
    public DateOnly Day => Common is [.., { Last: { } last }] ? last : Window.Last ?? Window.First;

    /// <summary>What the days are, in a sentence.</summary>
    public string Sentence
    {
        get
        {
            var days = Words.Listed(Common.Select(interval => interval.ToString()));
            var apart = Words.Listed(Apart.Select(check => $"\u201c{check.Figure.Statement}\u201d ({check.Figure.Stated})"));
            return (Together.Count, Apart.Count) switch
            {
                (0, 0) => "No figure of the publication hangs on the day.",
                (0, _) => $"On no day of {Window} do the rows give {apart}.",
                (_, 0) =>
                    $"The rows give all {Words.Counted(Together.Count, "figure")} that hang on the day together on {days}, and on no "
                    + $"other day of {Window}.",
                _ => $"The rows give {Together.Count} of the {Words.Counted(Together.Count + Apart.Count, "figure")} that hang on the day "
                    + $"together on {days}, and on no other day of {Window}. No day satisfies these together with "
                    + $"{apart}.{(Arithmetic is null ? "" : $" {Arithmetic}")}",
            };
        }
    }
}
