using System.Globalization;
using SifAnalysis.Benchmarks.Large;
using SifAnalysis.Benchmarks.Statistics;
using SifAnalysis.Benchmarks.Tables;

if (args is ["statistics"])
{
    Stopwatches.Print();
    return;
}

if (args is ["tables"])
{
    TableTimes.Print();
    return;
}

if (args is ["synthetic", var rows, var target])
{
    SyntheticInspections.Write(int.Parse(rows, NumberStyles.AllowThousands, CultureInfo.InvariantCulture), target);
    return;
}

if (args is ["count", var contender, var file])
{
    CountContenders.Print(contender, file);
    return;
}

BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
