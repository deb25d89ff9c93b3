using System.Globalization;

namespace SifAnalysis.Robustness.Fuzzing;

/// <summary>Gives the readers as many broken inputs as wanted, and prints what came of it.</summary>
internal static class FuzzProgram
{
    /// <summary>Runs by the arguments of the command line.</summary>
    /// <returns>0 where nothing was found, else 1.</returns>
    public static int Run(string[] arguments)
    {
        var inputs = Option(arguments, "--inputs") ?? 1_000_000;
        var seed = (int)(Option(arguments, "--seed") ?? 1);
        var threads = (int)(Option(arguments, "--threads") ?? Environment.ProcessorCount);
        var targets = FuzzTarget.All()
            .Where(target => !FuzzTarget.All().Any(each => arguments.Contains(each.Name)) || arguments.Contains(target.Name)).ToList();
        if (Option(arguments, "--input") is { } number)
        {
            Console.OpenStandardOutput().Write(new Mutator(targets[0].Corpus, targets[0].Words, seed).Make(number).Bytes);
            return 0;
        }

        var findings = 0;
        foreach (var target in targets)
        {
            var told = 0L;
            var run = FuzzRun.Of(target, inputs, seed, threads, done =>
            {
                if (done - told >= 100_000)
                {
                    told = done;
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{target.Name}: {done:N0}"));
                }
            });
            Console.WriteLine(run);
            foreach (var finding in run.Findings)
            {
                Console.WriteLine(finding);
            }

            findings += run.Findings.Count;
            target.Dispose();
        }

        return findings == 0 ? 0 : 1;
    }

    private static long? Option(string[] arguments, string name) =>
        Array.IndexOf(arguments, name) is >= 0 and var at && at + 1 < arguments.Length
            ? long.Parse(arguments[at + 1], CultureInfo.InvariantCulture)
            : null;
}
