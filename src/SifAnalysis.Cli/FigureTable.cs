using System.Globalization;
using SifAnalysis.Figures;
using Spectre.Console;

namespace SifAnalysis.Cli;

/// <summary>The table of figures as the command line prints it.</summary>
internal static class FigureTable
{
    /// <summary>Prints the figures with their verdicts, and a line that counts the verdicts.</summary>
    /// <param name="console">Where it is printed.</param>
    /// <param name="checks">The figures.</param>
    /// <param name="publications">The days on which the figures of each publication hold together, told after the table.</param>
    public static void Print(IAnsiConsole console, IReadOnlyList<FigureCheck> checks, IReadOnlyList<PublicationDays> publications)
    {
        var table = new Table().Border(console.Profile.Capabilities.Ansi ? TableBorder.Rounded : TableBorder.Ascii).ShowRowSeparators();

        // A name cut in two cannot be searched for, so it wraps only where the line has no room for it.
        var id = new TableColumn("id");
        table.AddColumn(console.Profile.Width >= 138 ? id.NoWrap() : id.Width(22));
        table.AddColumn(new TableColumn("what is stated").Width(30));
        table.AddColumn(new TableColumn("stated").Width(14));
        table.AddColumn(new TableColumn("computed").Width(16));
        table.AddColumn(new TableColumn("verdict").NoWrap());
        table.AddColumn(new TableColumn("coverage").NoWrap().RightAligned());
        foreach (var check in checks)
        {
            table.AddRow(
                Markup.Escape(check.Figure.Id),
                Markup.Escape(check.Figure.Statement),
                Markup.Escape(check.Figure.Stated),
                Markup.Escape(check.Computed),
                $"[{Colour(check.Verdict)}]{check.Verdict.Name()}[/]",
                check.Coverage is { } coverage ? coverage.ToString("0%", CultureInfo.InvariantCulture) : "");
        }

        console.Write(table);
        CommandLine.Say(console, Summary(checks));
        foreach (var publication in publications)
        {
            CommandLine.Say(console, $"{publication.Publication}: {publication.Sentence}");
        }
    }

    /// <summary>"9 reproduced, 14 consistent, 0 contradicted, 3 not answerable".</summary>
    public static string Summary(IReadOnlyList<FigureCheck> checks) => string.Join(
        ", ", Enum.GetValues<Verdict>().Select(verdict => $"{checks.Count(check => check.Verdict == verdict)} {verdict.Name()}"));

    private static string Colour(Verdict verdict) => verdict switch
    {
        Verdict.Reproduced => "green",
        Verdict.Consistent => "blue",
        Verdict.Contradicted => "red",
        _ => "grey",
    };
}
