using SifAnalysis.Benchmarks.Statistics;

if (args is ["statistics"])
{
    Stopwatches.Print();
    return;
}

BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
