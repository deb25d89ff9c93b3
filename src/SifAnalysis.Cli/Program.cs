using System.Globalization;
using SifAnalysis.Cli;
using Spectre.Console;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return await CommandLine.InvokeAsync(AnsiConsole.Console, args);
