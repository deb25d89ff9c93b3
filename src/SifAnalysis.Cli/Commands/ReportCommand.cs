using System.CommandLine;
using SifAnalysis.Cli.Reports;
using SifAnalysis.Reports;
using Spectre.Console;

namespace SifAnalysis.Cli.Commands;

/// <summary><c>sif report read</c> and <c>sif report show</c>: Ofsted's reports as rows, with the page that states each value.</summary>
internal static class ReportCommand
{
    private const string Csv = "csv";
    private const string Table = "table";

    /// <summary>The command.</summary>
    public static Command Create(IAnsiConsole console) =>
        new("report", "Read Ofsted's reports, as published in PDF.") { Read(console), Show(console) };

    private static Command Read(IAnsiConsole console)
    {
        var paths =
            new Argument<string[]>("FILE-OR-FOLDER") { Description = "PDF files, or folders of them.", Arity = ArgumentArity.OneOrMore };
        var format =
            new Option<string?>("--format") { Description = "csv, json, or table for people (default: table, and csv with --output)." };
        format.AcceptOnlyFromAmong(Csv, OutputFormat.Json, Table);
        var output = new Option<string?>("--output",
            "-o")
        { Description = "The folder for sif.csv, context.csv and ilacs.csv, or for reports.json." };
        var command = new Command("read", "Read reports into rows: judgements, days and local facts.") { paths, format, output };
        command.SetAction((parsed, cancellation) => CommandLine.GuardedAsync(console, () =>
        {
            var set =
                OfstedReports.Read(parsed.GetValue(paths)!, new ReportProgress(Console.Error, !Console.IsErrorRedirected), cancellation);
            var folder = parsed.GetValue(output);
            var written = (parsed.GetValue(format) ?? (folder is null ? Table : Csv)) switch
            {
                Csv => [.. set.ToTables().Select(table => (table.Name, Text: table.ToCsv()))],
                OutputFormat.Json => [("reports.json", ReportJson.Of(set))],
                _ => Array.Empty<(string Name, string Text)>(),
            };
            if (folder is not null && written.Length == 0)
            {
                throw new CommandException("A table is for reading here; with --output choose --format csv or json.");
            }

            foreach (var (name, text) in written)
            {
                if (folder is null)
                {
                    CommandLine.Say(console, text.TrimEnd('\n'));
                }
                else
                {
                    AtomicFile.Write(Path.Combine(folder, name), text);
                    CommandLine.Say(console, Path.Combine(folder, name));
                }
            }

            // What programs read from the standard output must not have problems in between.
            var tell = written.Length > 0 && folder is null
                ? (Action<string>)Console.Error.WriteLine : text => CommandLine.Say(console, text);
            if (written.Length == 0)
            {
                ReportPrint.Table(console, set);
            }

            foreach (var problem in set.Problems)
            {
                tell(problem.ToString());
            }

            tell($"{set}.");
            return Task.FromResult(IsWhole(set) ? CommandLine.Success : CommandLine.Failure);
        }));
        return command;
    }

    private static Command Show(IAnsiConsole console)
    {
        var file = new Argument<string>("FILE") { Description = "A PDF file." };
        var format = OutputFormat.Option();
        var command =
            new Command("show", "Print the row of a report, with the words that state each value and where they stand.") { file, format };
        command.SetAction(parsed => CommandLine.Guarded(console, () =>
        {
            var set = OfstedReports.Read([parsed.GetValue(file)!]);
            if (set.Documents.Count != 1)
            {
                throw new CommandException($"{parsed.GetValue(file)} is a folder; give one file, or read the folder with sif report read.");
            }

            if (parsed.GetValue(format) == OutputFormat.Json)
            {
                CommandLine.Say(console, ReportJson.Of(set));
            }
            else
            {
                ReportPrint.Document(console, set.Documents[0]);
            }

            return IsWhole(set) ? CommandLine.Success : CommandLine.Failure;
        }));
        return command;
    }

    // A document of another kind is named and gives no row; that is no failure.
    private static bool IsWhole(ReportSet set) =>
        set.Documents.All(document => document.Kind != DocumentKind.Unreadable
            && (document is not InspectionReport || document.Problems.Count == 0));
}
