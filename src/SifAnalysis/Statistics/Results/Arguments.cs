using System.Globalization;
using System.Runtime.CompilerServices;

namespace SifAnalysis.Statistics;

/// <summary>What the statistics ask of their arguments, each refusal naming the argument and the value.</summary>
internal static class Arguments
{
    /// <summary>A confidence level lies between 0 and 1.</summary>
    public static void RequireLevel(double level, [CallerArgumentExpression(nameof(level))] string name = "")
    {
        if (!(level > 0 && level < 1))
        {
            throw new ArgumentOutOfRangeException(name, level, "A confidence level lies between 0 and 1, such as 0.95.");
        }
    }

    /// <summary>A count is at least 0.</summary>
    public static void RequireCount(long count, [CallerArgumentExpression(nameof(count))] string name = "")
    {
        if (count < 0)
        {
            throw new ArgumentOutOfRangeException(name, count, "A count is at least 0.");
        }
    }

    /// <summary>Counts are each at least 0.</summary>
    public static void RequireCounts(IReadOnlyList<int> counts, [CallerArgumentExpression(nameof(counts))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(counts, name);
        for (var index = 0; index < counts.Count; index++)
        {
            if (counts[index] < 0)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"Count {index + 1} is {counts[index]}; a count is at least 0."), name);
            }
        }
    }

    /// <summary>Some of a number: at least 0 and at most all of it.</summary>
    public static void RequirePart(
        int part,
        int whole,
        [CallerArgumentExpression(nameof(part))] string partName = "",
        [CallerArgumentExpression(nameof(whole))] string wholeName = "")
    {
        RequireCount(whole, wholeName);
        if (part < 0 || part > whole)
        {
            throw new ArgumentOutOfRangeException(partName, part, $"Expected 0 to {wholeName}, which is {whole}.");
        }
    }

    /// <summary>A population has at least the sample in it.</summary>
    public static void RequirePopulation(int? population, int sample, [CallerArgumentExpression(nameof(population))] string name = "")
    {
        if (population < sample)
        {
            throw new ArgumentOutOfRangeException(name, population, $"A population has at least the {sample} that were observed in it.");
        }
    }

    /// <summary>Numbers are finite.</summary>
    public static void RequireFinite(IReadOnlyList<double> values, [CallerArgumentExpression(nameof(values))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(values, name);
        for (var index = 0; index < values.Count; index++)
        {
            if (!double.IsFinite(values[index]))
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Value {index + 1} is {values[index]}; "
                    + $"a finite number is expected."), name);
            }
        }
    }

    /// <summary>Two lists go together, value by value.</summary>
    public static void RequireSameLength<TFirst, TSecond>(
        IReadOnlyList<TFirst> first,
        IReadOnlyList<TSecond> second,
        [CallerArgumentExpression(nameof(first))] string firstName = "",
        [CallerArgumentExpression(nameof(second))] string secondName = "")
    {
        ArgumentNullException.ThrowIfNull(first, firstName);
        ArgumentNullException.ThrowIfNull(second, secondName);
        if (first.Count != second.Count)
        {
            throw new ArgumentException(
                $"{firstName} has {first.Count} values but {secondName} has {second.Count}; they go together one by one.", secondName);
        }
    }
}
