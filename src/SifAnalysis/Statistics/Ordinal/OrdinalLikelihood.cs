using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace SifAnalysis.Statistics;

/// <summary>
/// The log-likelihood of a cumulative link model with its gradient and Hessian, and its maximum by Newton's method: P(Y ≤ k) =
/// F(θₖ − xβₖ), βₖ the same for all k where the covariate is proportional. The likelihood is concave for the links here
/// (Pratt, 1981; Burridge, 1981), so what is found is the maximum.
/// </summary>
internal sealed class OrdinalLikelihood
{
    private const int RowsAChunk = 16_384;

    private readonly OrdinalData data;
    private readonly OrdinalLink link;
    private readonly double ridge;
    private readonly int thresholds;

    // The parameter of covariate j at threshold k.
    private readonly int[][] parameters;

    public OrdinalLikelihood(OrdinalData data, OrdinalLink link, double ridge, IReadOnlyCollection<string> nonProportional)
    {
        (this.data, this.link, this.ridge, thresholds) = (data, link, ridge, data.Categories.Count - 1);
        parameters = new int[data.Covariates.Count][];
        var next = thresholds;
        for (var covariate = 0; covariate < parameters.Length; covariate++)
        {
            var apart = nonProportional.Contains(data.Covariates[covariate]);
            parameters[covariate] = [.. Enumerable.Range(0, thresholds).Select(threshold => next + (apart ? threshold : 0))];
            next += apart ? thresholds : 1;
        }

        Size = next;
    }

    /// <summary>The number of parameters: thresholds, then coefficients.</summary>
    public int Size { get; }

    /// <summary>The parameter of a covariate at a threshold.</summary>
    public int ParameterOf(int covariate, int threshold) => parameters[covariate][threshold];

    /// <summary>Thresholds that give the margins, coefficients of 0.</summary>
    public Vector<double> Start()
    {
        var weights = new double[thresholds + 1];
        for (var row = 0; row < data.Count; row++)
        {
            weights[data.Responses[row]] += data.Weights![row];
        }

        var start = Vector<double>.Build.Dense(Size);
        var (sum, all) = (0.0, weights.Sum());
        for (var threshold = 0; threshold < thresholds; threshold++)
        {
            sum += weights[threshold];
            start[threshold] = Quantile(sum / all);
        }

        return start;
    }

    /// <summary>The maximum over the parameters that are not held fast.</summary>
    /// <param name="start">Where to start; parameters held fast keep their values.</param>
    /// <param name="fast">The parameters held fast.</param>
    public (Vector<double> At, double LogLikelihood, Matrix<double> Information, bool Converged) Maximum(
        Vector<double> start, params int[] fast)
    {
        var free = Enumerable.Range(0, Size).Except(fast).ToArray();
        var at = start.Clone();
        var (value, gradient, information) = Evaluate(at);
        for (var iteration = 0; iteration < 100; iteration++)
        {
            var part = Matrix<double>.Build.Dense(free.Length, free.Length, (row, column) => information[free[row], free[column]]);
            var slope = Vector<double>.Build.Dense(free.Length, row => gradient[free[row]]);
            var step = Solve(part, slope);
            var gain = step * slope;
            if (gain < 1e-12 * Math.Max(1, Math.Abs(value)))
            {
                // The likelihood is flat to the last digit here, the parameters are not: one more step doubles their digits.
                for (var row = 0; row < free.Length; row++)
                {
                    at[free[row]] += step[row];
                }

                (value, _, information) = Evaluate(at);
                return (at, value, information, true);
            }

            var scale = 1.0;
            while (true)
            {
                var next = at.Clone();
                for (var row = 0; row < free.Length; row++)
                {
                    next[free[row]] += scale * step[row];
                }

                var (nextValue, nextGradient, nextInformation) = Evaluate(next);
                if (nextValue >= value - (1e-12 * Math.Abs(value)))
                {
                    (at, value, gradient, information) = (next, nextValue, nextGradient, nextInformation);
                    break;
                }

                scale /= 2;
                if (scale < 1e-10)
                {
                    return (at, value, information, gain < 1e-8);
                }
            }
        }

        return (at, value, information, false);
    }

    /// <summary>The cumulative probability of a linear predictor, and its density.</summary>
    public (double Cumulative, double Density) Link(double predictor)
    {
        var (cumulative, _, density, _) = Parts(predictor);
        return (cumulative, density);
    }

    private static Vector<double> Solve(Matrix<double> information, Vector<double> gradient)
    {
        // Far from the maximum the matrix can be singular in the last digits: a little on the diagonal keeps the step uphill.
        for (var more = 0.0; ; more = more == 0 ? 1e-12 * (1 + information.Diagonal().AbsoluteMaximum()) : more * 100)
        {
            try
            {
                return (more == 0 ? information : information + (Matrix<double>.Build.DenseIdentity(information.RowCount) * more))
                    .Cholesky().Solve(gradient);
            }
            catch (ArgumentException) when (more < 1e12)
            {
            }
        }
    }

    private (double Value, Vector<double> Gradient, Matrix<double> Information) Evaluate(Vector<double> at)
    {
        var chunks = (data.Count + RowsAChunk - 1) / RowsAChunk;
        var parts = new (double Value, double[] Gradient, double[] Information)[chunks];
        var point = at.ToArray();
        Resampling.InChunks(
            data.Count, RowsAChunk, null, () =>
                (Upper: new double[Size], Lower: new double[Size], Score: new double[Size]), (chunk, first, end, own) =>
            parts[chunk] = Sum(point, first, end, own.Upper, own.Lower, own.Score));

        // Chunk by chunk in their order, so that the sum is the same on any number of cores.
        var value = 0.0;
        var gradient = new double[Size];
        var information = new double[Size * Size];
        foreach (var part in parts)
        {
            value += part.Value;
            for (var row = 0; row < Size; row++)
            {
                gradient[row] += part.Gradient[row];
            }

            for (var cell = 0; cell < information.Length; cell++)
            {
                information[cell] += part.Information[cell];
            }
        }

        for (var row = thresholds; row < Size; row++)
        {
            value -= ridge / 2 * point[row] * point[row];
            gradient[row] -= ridge * point[row];
            information[(row * Size) + row] += ridge;
        }

        return (
            double.IsNaN(value) ? double.NegativeInfinity : value, Vector<double>.Build.Dense(gradient), Matrix<double>.Build.Dense(
                Size, Size, (row, column) => information[(Math.Min(row, column) * Size) + Math.Max(row, column)]));
    }

    private (double Value, double[] Gradient, double[] Information) Sum(
        double[] point, int first, int end, double[] upper, double[] lower, double[] score)
    {
        var value = 0.0;
        var gradient = new double[Size];
        var information = new double[Size * Size];
        for (var row = first; row < end; row++)
        {
            var (category, weight) = (data.Responses[row], data.Weights![row]);
            var (hasUpper, hasLower) = (category < thresholds, category > 0);
            var above = hasUpper ? Parts(Predictor(point, row, category, upper)) : (Cumulative: 1, Survival: 0, Density: 0, Slope: 0);
            var below = hasLower ? Parts(Predictor(point, row, category - 1, lower)) : (Cumulative: 0, Survival: 1, Density: 0, Slope: 0);

            // Differences of small numbers, whichever tail they are in.
            var probability = below.Cumulative > 0.5 ? below.Survival - above.Survival : above.Cumulative - below.Cumulative;
            if (!(probability > 0))
            {
                return (double.NaN, gradient, information);
            }

            value += weight * Math.Log(probability);
            var (up, down) = (above.Density / probability, below.Density / probability);
            var (bendUp, bendDown) = (above.Slope / probability, below.Slope / probability);
            for (var one = 0; one < Size; one++)
            {
                score[one] = (hasUpper ? up * upper[one] : 0) - (hasLower ? down * lower[one] : 0);
                gradient[one] += weight * score[one];
            }

            for (var one = 0; one < Size; one++)
            {
                var (ofUpper, ofLower, ofScore) = (hasUpper ? bendUp * upper[one] : 0, hasLower ? bendDown * lower[one] : 0, score[one]);
                if (ofUpper == 0 && ofLower == 0 && ofScore == 0)
                {
                    continue;
                }

                for (var other = one; other < Size; other++)
                {
                    information[(one * Size) + other] += weight
                        * (
                            (ofScore * score[other]) - (ofUpper * (hasUpper ? upper[other] : 0))
                                + (ofLower * (hasLower ? lower[other] : 0)));
                }
            }
        }

        return (value, gradient, information);
    }

    private double Predictor(double[] point, int row, int threshold, double[] design)
    {
        Array.Clear(design);
        design[threshold] = 1;
        var predictor = point[threshold];
        for (var covariate = 0; covariate < parameters.Length; covariate++)
        {
            var (at, value) = (parameters[covariate][threshold], data.Columns[covariate][row]);
            design[at] = -value;
            predictor -= value * point[at];
        }

        return predictor;
    }

    private (double Cumulative, double Survival, double Density, double Slope) Parts(double predictor)
    {
        switch (link)
        {
            case OrdinalLink.Logit:
                {
                    var (cumulative, survival) = (1 / (1 + Math.Exp(-predictor)), 1 / (1 + Math.Exp(predictor)));
                    var density = cumulative * survival;
                    return (cumulative, survival, density, density * (survival - cumulative));
                }

            case OrdinalLink.Probit:
                {
                    var density = Math.Exp(-predictor * predictor / 2) / Math.Sqrt(2 * Math.PI);
                    return (
                        SpecialFunctions.Erfc(-predictor / Math.Sqrt(2)) / 2, SpecialFunctions.Erfc(
                            predictor / Math.Sqrt(2)) / 2, density, -predictor * density);
                }

            default:
                {
                    var grown = Math.Exp(Math.Min(predictor, 700));
                    var survival = Math.Exp(-grown);
                    var density = grown * survival;
                    return (grown < 1e-5 ? grown - (grown * grown / 2) : 1 - survival, survival, density, density * (1 - grown));
                }
        }
    }

    private double Quantile(double probability) => link switch
    {
        OrdinalLink.Logit => Math.Log(probability / (1 - probability)),
        OrdinalLink.Probit => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, probability),
        _ => Math.Log(-Math.Log(1 - probability)),
    };
}
