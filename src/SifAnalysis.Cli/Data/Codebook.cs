using System.Globalization;
using System.Text;
using SifAnalysis.Judgements;
using SifAnalysis.Loading;

namespace SifAnalysis.Cli.Data;

/// <summary>Keeps the computed part of <c>data/README.md</c>: what the tables hold, and what is blank.</summary>
internal static class Codebook
{
    private const string Start = "<!-- coverage: made by sif data build -->";
    private const string End = "<!-- end of coverage -->";

    /// <summary>The codebook with its coverage tables made anew from the given files.</summary>
    public static string With(string codebook, IReadOnlyDictionary<string, string> files)
    {
        var (start, end) = (codebook.IndexOf(Start, StringComparison.Ordinal), codebook.IndexOf(End, StringComparison.Ordinal));
        if (start < 0 || end < start)
        {
            throw new CommandException($"data/README.md lacks the lines {Start} and {End}, between which the coverage stands.");
        }

        return $"{codebook[..start]}{Start}\n\n{Coverage(Inspections(files))}\n{codebook[end..]}";
    }

    private static InspectionSet Inspections(IReadOnlyDictionary<string, string> files)
    {
        var folder = Directory.CreateTempSubdirectory("sif-data-").FullName;
        try
        {
            foreach (var (name, text) in files)
            {
                File.WriteAllText(Path.Combine(folder, name), text);
            }

            return SifData.Load(folder).Inspections;
        }
        catch (LoadException cause)
        {
            throw new CommandException(cause.Message.Replace(folder, "data", StringComparison.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Coverage(InspectionSet inspections)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"The tables hold {inspections.Count} inspections of {inspections.Count - Repeated(inspections)} of {inspections.Authorities.Count} authorities, {Repeated(inspections)} of them second documents (re-inspections, and one possible reissue where the column `possible_reissue` says so).\n\n");
        text.Append("Judgements that a source states, by area:\n\n| area | known | unknown | outstanding | good | requires improvement | inadequate |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var area in Names.AllAreas)
        {
            var counts = inspections.Counts(area);
            text.Append(CultureInfo.InvariantCulture, $"| {area.Name()} | {counts.Known} | {counts.Unknown} | {counts.Outstanding} | {counts.Good} | {counts.RequiresImprovement} | {counts.Inadequate} |\n");
        }

        text.Append("\nKnown judgements by region (inspections with overall effectiveness and each key judgement, of all):\n\n| region | inspections | overall | help and protection | looked after | leadership |\n| --- | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var region in Enum.GetValues<Region>())
        {
            var own = inspections.In(region);
            text.Append(CultureInfo.InvariantCulture, $"| {region.Name()} | {own.Count} | {own.Counts(JudgementArea.OverallEffectiveness).Known} | {own.Counts(JudgementArea.HelpAndProtection).Known} | {own.Counts(JudgementArea.LookedAfter).Known} | {own.Counts(JudgementArea.Leadership).Known} |\n");
        }

        text.Append("\nWhich are blank, by area:\n\n");
        foreach (var area in Names.AllAreas)
        {
            text.Append(CultureInfo.InvariantCulture, $"- **{area.Name()}**: {Listed(inspections.Where(inspection => inspection[area] is null))}.\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\nWithout a date of publication: {Listed(inspections.Where(inspection => inspection.Published is null))}.\n");
        return text.ToString();
    }

    private static int Repeated(InspectionSet inspections) => inspections.Count - inspections.FirstOfEachAuthority().Count;

    private static string Listed(InspectionSet inspections) => inspections.Count == 0
        ? "none"
        : string.Join(", ", inspections.Select(inspection => inspection.Number == 1 ? inspection.Authority.Name : $"{inspection.Authority.Name} ({inspection.Number})"));
}
