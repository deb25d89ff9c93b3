using System.Globalization;
using SifAnalysis.Robustness.Faults;
using SifAnalysis.Robustness.Fuzzing;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return args switch
{
    ["fuzz", .. var fuzz] => FuzzProgram.Run(fuzz),
    ["kill", .. var kill] => await KillProgram.RunAsync(kill),
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine("""
        What breaks the kit?
          fuzz [csv|ipynb|dib|pdf|messages]... [--inputs 1000000] [--seed 1] [--threads N] [--input NUMBER]
            gives the readers broken inputs; with --input, writes that one input to the standard output
          kill [--times 200] [--seed 1] [--notebooks FOLDER]
            kills sif reproduce at moments drawn by lot, and looks whether every file is whole
        """);
    return 2;
}
