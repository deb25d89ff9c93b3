using System.Globalization;

namespace SifAnalysis.Statistics;

/// <summary>How much of a group has had each of several outcomes by a time, when the first of them rules out the others.</summary>
public static class CumulativeIncidence
{
    /// <summary>
    /// The cumulative incidence of each outcome (Aalen and Johansen, 1978; Kalbfleisch and Prentice, 1980), with the delta-method
    /// variance (Marubini and Valsecchi, 1995, chapter 10) and log-log intervals. One less Kaplan-Meier would take those who had
    /// another outcome for censored, and say too much.
    /// </summary>
    /// <param name="times">The follow-ups, in any order.</param>
    /// <param name="level">The confidence level, between 0 and 1.</param>
    /// <exception cref="ArgumentNullException">The follow-ups are <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A time is negative or not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public static IncidenceResult Of(IReadOnlyList<CompetingFollowUp> times, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(times);
        Arguments.RequireLevel(level);
        foreach (var own in times)
        {
            if (!(own.Time >= 0 && double.IsFinite(own.Time)))
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"A time is {own.Time}; a time is a number of at least 0."), nameof(times));
            }
        }

        var result =
            new IncidenceResult { Method = "Aalen-Johansen cumulative incidence (Aalen and Johansen, 1978)", Observations = times.Count };
        if (times.Count == 0)
        {
            return result with { UndefinedBecause = "nothing was followed" };
        }

        if (times.All(own => own.Outcome is null))
        {
            return result with { UndefinedBecause = "no outcome occurred" };
        }

        var moments = Moments(times);
        return result with
        {
            Outcomes =
            [
                .. times.Select(own => own.Outcome).OfType<string>().Distinct().Order(StringComparer.Ordinal)
                    .Select(outcome => new OutcomeIncidence(outcome, Steps(moments, outcome, level))),
            ],
        };
    }

    private static List<Moment> Moments(IReadOnlyList<CompetingFollowUp> times)
    {
        var moments = new List<Moment>();
        var (atRisk, survival) = (times.Count, 1.0);
        foreach (var tied in times.GroupBy(own => own.Time).OrderBy(own => own.Key))
        {
            var came = tied.Where(own => own.Outcome is not null).ToLookup(own => own.Outcome!);
            var events = came.Sum(own => own.Count());
            moments.Add(new(tied.Key, atRisk, events, came, survival));
            survival *= (double)(atRisk - events) / atRisk;
            atRisk -= tied.Count();
        }

        return moments;
    }

    private static List<IncidenceStep> Steps(List<Moment> moments, string outcome, double level)
    {
        var normal = Proportions.Quantile(level);
        var steps = new List<IncidenceStep>();
        var incidences = new List<double>();
        var incidence = 0.0;
        foreach (var moment in moments)
        {
            incidence += moment.Survival * moment.Of(outcome) / moment.AtRisk;
            incidences.Add(incidence);
            var variance = 0.0;
            for (var before = 0; before < incidences.Count; before++)
            {
                var (at, gap) = (moments[before], incidence - incidences[before]);
                double n = at.AtRisk;
                variance += (at.Events == at.AtRisk ? 0 : gap * gap * at.Events / (n * (n - at.Events)))
                    + (at.Survival * at.Survival * (n - at.Of(outcome)) * at.Of(outcome) / (n * n * n))
                    - (2 * gap * at.Survival * at.Of(outcome) / (n * n));
            }

            var error = Math.Sqrt(Math.Max(0, variance));
            var half = incidence is > 0 and < 1 ? normal * error / (incidence * Math.Log(incidence)) : 0;
            steps.Add(new(
                moment.Time,
                moment.AtRisk,
                moment.Of(outcome),
                incidence,
                error,
                incidence is > 0 and < 1
                    ? new Interval(Math.Pow(incidence, Math.Exp(-half)), Math.Pow(incidence, Math.Exp(half)), level)
                    : null));
        }

        return steps;
    }

    private sealed record Moment(double Time, int AtRisk, int Events, ILookup<string, CompetingFollowUp> Came, double Survival)
    {
        public int Of(string outcome) => Came[outcome].Count();
    }
}
