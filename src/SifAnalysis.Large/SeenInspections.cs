using System.Collections;
using SifAnalysis.Judgements;
using SifAnalysis.Loading;

namespace SifAnalysis.Large;

/// <summary>
/// Which inspections a file has had: a bit each, so that fifty million take a few megabytes, but for those that are told
/// apart by provider or day. The line of the first is not
/// kept; where it is wanted, for the few that stand twice, it is looked up in a second reading.
/// </summary>
internal sealed class SeenInspections(RowTable table, AuthorityNames names)
{
    // Numbers beyond this are no count of inspections; each takes its place in a set.
    private const int MostBits = 1 << 20;

    private readonly BitArray?[] seen = new BitArray?[names.Authorities.Count];
    private readonly HashSet<InspectionKey> others = [];
    private readonly List<(InspectionKey Key, int Problem)> repeated = [];

    /// <summary>Whether an inspection stands in the file for the first time; a problem is said where it does not.</summary>
    public bool IsNew(NamedAuthority named, InspectionKey key, int line, ProblemLog problems)
    {
        // A wrong number, told already, does not say which inspection the row repeats.
        if (key.Number < 1 || TryAdd(named, key))
        {
            return true;
        }

        if (problems.Count < ProblemLog.Most)
        {
            repeated.Add((key, problems.Count));
        }

        problems.Add(() => InspectionTable.Repeated(table, key, line, named.Text, $"an earlier {table.LineName}"));
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
        foreach (var (key, at) in repeated)
        {
            if (lines.TryGetValue(key, out var first))
            {
                problems.Replace(
                    at, InspectionTable.Repeated(table, key, problems[at].Line, problems[at].Value, $"{table.LineName} {first}"));
            }
        }
    }

    private bool TryAdd(NamedAuthority named, InspectionKey key)
    {
        var number = key.Number;
        if (key.Provider is not null || key.Day is not null || number >= MostBits)
        {
            return others.Add(key);
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

    private Dictionary<InspectionKey, int> FirstLines(CancellationToken cancellation)
    {
        var wanted = repeated.Select(each => each.Key).ToHashSet();
        var lines = new Dictionary<InspectionKey, int>();
        using var again = LargeInspectionTable.Open(table.Path, new ProblemLog());
        if (again is null)
        {
            return lines;
        }

        var row = new InspectionRow(again, names);
        while (lines.Count < wanted.Count && again.Next())
        {
            cancellation.ThrowIfCancellationRequested();
            row.Read();
            if (row.Authority is { } authority && row.Key(authority) is var key && wanted.Contains(key))
            {
                lines.TryAdd(key, again.Line);
            }
        }

        return lines;
    }
}
