using System.Text;
using CsvHelper;

namespace SifAnalysis.Reports;

/// <summary>Rows that were read from reports, as text, with the columns of the kit's tables.</summary>
/// <param name="Name">The name of its file, such as <c>sif.csv</c>.</param>
/// <param name="Columns">The names of the columns.</param>
/// <param name="Rows">The rows; blank is unknown.</param>
public sealed record ReportTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>The report that each row was read from.</summary>
    public IReadOnlyList<InspectionReport> Reports { get; init; } = [];

    /// <summary>The table as comma-separated values, with a line of column names.</summary>
    public string ToCsv()
    {
        using var stream = new MemoryStream();
        using (var csv = CsvWriter.Create(stream,
            new CsvWriterOptions { NewLine = "\n", Injection = CsvInjection.Escape }, leaveOpen: true))
        {
            csv.WriteRecord([.. Columns]);
            foreach (var row in Rows)
            {
                csv.WriteRecord([.. row]);
            }
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
