using System.Globalization;
using System.Text.RegularExpressions;
using SifAnalysis.Loading;

namespace SifAnalysis.Cli.Data;

/// <summary>Problems of one kind together: the first in full, the rest by their values.</summary>
internal static partial class ProblemGroups
{
    private const int InFull = 3;
    private const int Values = 5;

    /// <summary>Every problem where a kind has few; of a kind with many the first, and how many more there are with which values.</summary>
    public static IEnumerable<string> Told(IReadOnlyList<LoadProblem> problems)
    {
        foreach (var kind in problems.GroupBy(problem => (problem.File, problem.Column, Kind(problem.Expected))))
        {
            foreach (var problem in kind.Take(kind.Count() == InFull + 1 ? InFull + 1 : InFull))
            {
                yield return problem.ToString();
            }

            if (kind.Count() > InFull + 1)
            {
                yield return More([.. kind.Skip(InFull)]);
            }
        }
    }

    private static string More(IReadOnlyList<LoadProblem> rest)
    {
        var values = rest.Where(problem => problem.Value is not null).GroupBy(problem => problem.Value!)
            .OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal).ToList();
        var named = values.Take(Values).Select(same => same.Count() > 1
            ? string.Create(CultureInfo.InvariantCulture, $"\"{same.Key}\" ({same.Count():N0} times)")
            : $"\"{same.Key}\"");
        return string.Concat(
            rest[0].File,
            rest[0].Column is { } column ? $", {column}" : "",
            string.Create(CultureInfo.InvariantCulture, $": {rest.Count:N0} more of this kind, to line {rest[^1].Line}"),
            values.Count > 0 ? $": {string.Join(", ", named)}" : "",
            values.Count > Values ? string.Create(CultureInfo.InvariantCulture, $" and {values.Count - Values:N0} other values") : "",
            ".");
    }

    // What was expected, without the advice and the numbers, which differ from row to row.
    private static string Kind(string expected) => Digits().Replace(expected.Split(';', ':')[0], "#");

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
