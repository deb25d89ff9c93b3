using System.Collections;
using SifAnalysis.Judgements;

namespace SifAnalysis.Loading;

/// <summary>
/// Which inspections a file has had: a bit each, so that fifty million take a few megabytes. The line of the first is not
/// kept; where it is wanted, for the few that stand twice, it is looked up in a second reading.
/// </summary>
internal sealed class SeenInspections(RowTable table, AuthorityNames names)
{
    // Numbers beyond this are no count of inspections; each takes its place in a set.
    private const int MostBits = 1 << 20;

    private readonly BitArray?[] seen = new BitArray?[names.Authorities.Count];
    private readonly HashSet<(LocalAuthority, int)> seenFarOut = [];
    private readonly List<(LocalAuthority Authority, int Number, int Problem)> repeated = [];

    /// <summary>Whether an inspection stands in the file for the first time; a problem is said where it does not.</summary>
    public bool IsNew(NamedAuthority named, int number, int line, ProblemLog problems)
    {
        if (TryAdd(named, number))
        {
            return true;
        }

        if (problems.Count < ProblemLog.Most)
        {
            repeated.Add((named.Authority, number, problems.Count));
        }

        problems.Add(() => Problem(named.Authority, number, line, named.Text, $"an earlier {table.LineName}"));
        return false;
    }

    /// <summary>Completes the problems of inspections that stand twice by the line of the first.</summary>
    public void SayWhere(ProblemLog problems, CancellationToken cancellation)
    {
        if (repeated.Count == 0)
        {
            return;
        }

        var lines = FirstLines(cancellation);
        foreach (var (authority, number, at) in repeated)
        {
            if (lines.TryGetValue((authority, number), out var first))
            {
                problems.Replace(at, Problem(authority, number, problems[at].Line, problems[at].Value, $"{table.LineName} {first}"));
            }
        }
    }

    private LoadProblem Problem(LocalAuthority authority, int number, int line, string? text, string first) => table.ProblemOn(
        line, "authority", text, $"inspection {number} of {authority.Name} stands on {first} already; keep one, or number them.");

    private bool TryAdd(NamedAuthority named, int number)
    {
        if (number is < 0 or >= MostBits)
        {
            return seenFarOut.Add((named.Authority, number));
        }

        var bits = seen[named.Index] ??= new BitArray(64);
        if (number >= bits.Length)
        {
            bits.Length = Math.Max(number + 1, bits.Length * 2);
        }

        if (bits[number])
        {
            return false;
        }

        bits[number] = true;
        return true;
    }

    private Dictionary<(LocalAuthority, int), int> FirstLines(CancellationToken cancellation)
    {
        var wanted = repeated.Select(each => (each.Authority, each.Number)).ToHashSet();
        var lines = new Dictionary<(LocalAuthority, int), int>();
        using var again = InspectionTable.Open(table.Path, new ProblemLog());
        if (again is null)
        {
            return lines;
        }

        var row = new InspectionRow(again, names);
        while (lines.Count < wanted.Count && again.Next())
        {
            cancellation.ThrowIfCancellationRequested();
            row.Read();
            if (row.Authority?.Authority is { } authority && wanted.Contains((authority, row.Number)))
            {
                lines.TryAdd((authority, row.Number), again.Line);
            }
        }

        return lines;
    }
}
