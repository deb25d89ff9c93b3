using System.Globalization;
using SifAnalysis.Judgements;

namespace SifAnalysis.Statistics;

/// <summary>An ordered response and its covariates, column by column: what an ordinal regression is fitted to.</summary>
public sealed record OrdinalData
{
    private OrdinalData(
        IReadOnlyList<string> categories,
        int[] responses,
        IReadOnlyList<string> covariates,
        IReadOnlyList<double[]> columns,
        double[]? weights,
        int leftOut) =>
        (Categories, Responses, Covariates, Columns, Weights, LeftOut) = (categories, responses, covariates, columns, weights, leftOut);

    /// <summary>The categories of the response, in order.</summary>
    public IReadOnlyList<string> Categories { get; }

    /// <summary>The names of the covariates.</summary>
    public IReadOnlyList<string> Covariates { get; }

    /// <summary>How many were excluded because the response or a covariate is unknown.</summary>
    public int LeftOut { get; }

    /// <summary>The number of rows.</summary>
    public int Count => Responses.Length;

    /// <summary>The category of each row, from 0.</summary>
    internal int[] Responses { get; }

    /// <summary>The values of each covariate.</summary>
    internal IReadOnlyList<double[]> Columns { get; }

    /// <summary>How many observations each row stands for, or null where each stands for one.</summary>
    internal double[]? Weights { get; }

    /// <summary>Takes a response and covariates as they are.</summary>
    /// <param name="categories">The categories of the response, in order.</param>
    /// <param name="responses">The category of each row, from 0.</param>
    /// <param name="covariates">The names of the covariates.</param>
    /// <param name="columns">The values of each covariate, as many as there are responses.</param>
    /// <param name="weights">How many observations each row stands for; one each by default.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">Lengths differ, a response is no category, or a value is not finite.</exception>
    public static OrdinalData Of(
        IReadOnlyList<string> categories,
        IReadOnlyList<int> responses,
        IReadOnlyList<string> covariates,
        IReadOnlyList<IReadOnlyList<double>> columns,
        IReadOnlyList<double>? weights = null)
    {
        ArgumentNullException.ThrowIfNull(categories);
        ArgumentNullException.ThrowIfNull(responses);
        Arguments.RequireSameLength(covariates, columns);
        for (var row = 0; row < responses.Count; row++)
        {
            if (responses[row] < 0 || responses[row] >= categories.Count)
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Response {row + 1} is {responses[row]}; "
                    + $"expected 0 to {categories.Count - 1}."), nameof(responses));
            }
        }

        for (var column = 0; column < columns.Count; column++)
        {
            Arguments.RequireFinite(columns[column], nameof(columns));
            if (columns[column].Count != responses.Count)
            {
                throw new ArgumentException(
                    $"{covariates[column]} has {columns[column].Count} values for {responses.Count} responses.", nameof(columns));
            }
        }

        if (weights is not null)
        {
            Arguments.RequireSameLength(responses, weights);
            Arguments.RequireFinite(weights);
            if (weights.Any(weight => weight < 0))
            {
                throw new ArgumentException("A weight is negative; a row stands for 0 observations at least.", nameof(weights));
            }
        }

        return new(categories, [.. responses], covariates, [.. columns.Select(column => column.ToArray())], weights?.ToArray(), 0);
    }

    internal static OrdinalData Of(InspectionSet inspections, JudgementArea area, params OrdinalTerm[] terms)
    {
        ArgumentNullException.ThrowIfNull(inspections);
        ArgumentNullException.ThrowIfNull(terms);
        var known = inspections
            .Where(inspection => inspection[area] is not null && Array.TrueForAll(terms, term => term.IsKnown(inspection))).ToList();
        var columns = terms.SelectMany(term => term.Columns(known)).ToList();
        return new(
            [.. Names.AllJudgements.Select(judgement => judgement.Name())],
            [.. known.Select(inspection => (int)inspection[area]!.Value - 1)],
            [.. columns.Select(column => column.Name)],
            [.. columns.Select(column => column.Values)],
            null,
            inspections.Count - known.Count);
    }

    /// <summary>The data with some covariates only.</summary>
    internal OrdinalData Only(IReadOnlyList<int> covariates) =>
        new(
            Categories,
            Responses,
            [.. covariates.Select(at => Covariates[at])],
            [.. covariates.Select(at => Columns[at])],
            Weights,
            LeftOut);

    /// <summary>
    /// The data without categories that nobody is in, and with equal rows put together; the categories that were dropped.
    /// </summary>
    internal (OrdinalData Data, IReadOnlyList<string> Empty) Collapsed()
    {
        var present = Responses.Where((_, row) => Weights is null || Weights[row] > 0).Distinct().Order().ToList();
        var number = new int[Categories.Count];
        Array.Fill(number, -1);
        for (var at = 0; at < present.Count; at++)
        {
            number[present[at]] = at;
        }

        var seen = new Dictionary<RowKey, int>();
        var rows = new List<int>();
        var weights = new List<double>();
        for (var row = 0; row < Responses.Length; row++)
        {
            var weight = Weights?[row] ?? 1;
            if (weight == 0)
            {
                continue;
            }

            var key = new RowKey(this, row);
            if (seen.TryGetValue(key, out var at))
            {
                weights[at] += weight;
            }
            else
            {
                seen.Add(key, rows.Count);
                rows.Add(row);
                weights.Add(weight);
            }
        }

        var collapsed = new OrdinalData(
            [.. present.Select(at => Categories[at])],
            [.. rows.Select(row => number[Responses[row]])],
            Covariates,
            [.. Columns.Select(column => rows.Select(row => column[row]).ToArray())],
            [.. weights],
            LeftOut);
        return (collapsed, [.. Categories.Where((_, at) => number[at] < 0)]);
    }

    private readonly struct RowKey(OrdinalData data, int row) : IEquatable<RowKey>
    {
        private readonly OrdinalData data = data;
        private readonly int row = row;

        public bool Equals(RowKey other)
        {
            if (data.Responses[row] != data.Responses[other.row])
            {
                return false;
            }

            foreach (var column in data.Columns)
            {
                if (column[row] != column[other.row])
                {
                    return false;
                }
            }

            return true;
        }

        public override bool Equals(object? obj) => obj is RowKey other && Equals(other);

        public override int GetHashCode()
        {
            var hash = (ulong)data.Responses[row] + 0x9E3779B97F4A7C15;
            foreach (var column in data.Columns)
            {
                hash = (hash ^ (ulong)BitConverter.DoubleToInt64Bits(column[row])) * 0x9FB21C651E98DF25;
            }

            return (int)(hash >> 32);
        }
    }
}
