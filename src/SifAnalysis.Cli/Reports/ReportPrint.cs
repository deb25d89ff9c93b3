using SifAnalysis.Reports;
using SifAnalysis.Reports.Grades;
using SifAnalysis.Reports.Readings;
using Spectre.Console;

namespace SifAnalysis.Cli.Reports;

/// <summary>Documents that were read, as the command line prints them for people.</summary>
internal static class ReportPrint
{
    /// <summary>Prints the reports as two tables, one a framework.</summary>
    public static void Table(IAnsiConsole console, ReportSet set)
    {
        Rows(console, set.Documents.OfType<SifReport>(),
            ["Overall", "Help", "Looked after", "Adoption", "Care leavers", "Leadership", "LSCB"],
            [ReportArea.Overall, ReportArea.HelpAndProtection, ReportArea.LookedAfter,
                ReportArea.Adoption, ReportArea.CareLeavers, ReportArea.Leadership, ReportArea.Lscb]);
        Rows(console, set.Documents.OfType<IlacsReport>(), ["Leaders", "Help", "In care", "Care leavers", "Overall"],
            [ReportArea.ImpactOfLeaders, ReportArea.HelpAndProtection, ReportArea.InCare, ReportArea.CareLeavers, ReportArea.Overall]);
    }

    /// <summary>Prints one document: each value with how sure it is, where it stands and the words that state it.</summary>
    public static void Document(IAnsiConsole console, OfstedDocument document)
    {
        if (document is InspectionReport report)
        {
            CommandLine.Say(console, $"{report.Authority?.Value ?? "Authority unknown"}: {document.Kind.Words()}, {document.Pages} pages.");
            var table = New(console, "", "value", "how sure", "where, and the words that state it");
            foreach (var value in report.Values)
            {
                table.AddRow(
                    Markup.Escape(value.Column),
                    Markup.Escape(value.Value ?? "[x]"),
                    value.HowSure,
                    Markup.Escape(string.Join('\n', value.Places)));
            }

            console.Write(table);
        }

        foreach (var problem in document.Problems)
        {
            CommandLine.Say(console, problem.ToString());
        }
    }

    private static void Rows(IAnsiConsole console, IEnumerable<InspectionReport> reports, string[] names, ReportArea[] areas)
    {
        var rows = reports.ToList();
        if (rows.Count == 0)
        {
            return;
        }

        var table = New(console, ["Authority", "Ended", "Published", .. names]);
        foreach (var report in rows)
        {
            table.AddRow(
            [
                Markup.Escape(report.Authority?.Value ?? Path.GetFileName(report.File)),
                Day(report.Ended), Day(report.Published),
                .. areas.Select(area => report[area] is { } grade ? Colour(grade.Value) : "[grey]?[/]"),
            ]);
        }

        console.Write(table);
    }

    private static Table New(IAnsiConsole console, params string[] columns)
    {
        var table = new Table().Border(console.Profile.Capabilities.Ansi ? TableBorder.Rounded : TableBorder.Ascii);
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(column));
        }

        return table;
    }

    private static string Day(Stated<DateOnly>? day) =>
        day?.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "?";

    private static string Colour(Grade grade) => grade switch
    {
        Grade.Outstanding or Grade.Good => $"[green]{grade.Name()}[/]",
        Grade.RequiresImprovement => $"[yellow]{grade.Name()}[/]",
        Grade.Inadequate => $"[red]{grade.Name()}[/]",
        _ => $"[grey]{grade.Name()}[/]",
    };
}
