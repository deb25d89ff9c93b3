using System.Globalization;
using SifAnalysis.Cli.Commands;
using Spectre.Console;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

// A file or a pipe has no width; the tables are made for one that shows every word whole.
if (Console.IsOutputRedirected)
{
    AnsiConsole.Profile.Width = 140;
}

return await SifCommand.InvokeAsync(AnsiConsole.Console, args);
