using System.Globalization;
using SifAnalysis.Robustness.Fuzzing;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return args is ["fuzz", .. var fuzz] ? FuzzProgram.Run(fuzz) : Usage();

static int Usage()
{
    Console.WriteLine("""
        What breaks the kit?
          fuzz [csv|ipynb|dib|messages]... [--inputs 1000000] [--seed 1] [--threads N] [--input NUMBER]
            gives the readers broken inputs; with --input, writes that one input to the standard output
        """);
    return 2;
}
