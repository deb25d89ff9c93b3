using SifAnalysis.Judgements;
using static SifAnalysis.Loading.ColumnKind;

namespace SifAnalysis.Loading;

/// <summary>The table of local authorities.</summary>
public static class AuthorityTable
{
    /// <summary>The local authorities of both frameworks.</summary>
    public static DataTable<LocalAuthority> Table { get; } = new(
        "local-authorities",
        "Local authorities with children's services, those of the SIF and their successors",
        ["authority"],
        [
            new("authority", Text, "The authority's name.", authority => authority.Name) { IsRequired = true, IsUnique = true },
            TableColumn.Choice<LocalAuthority>("region", "Region of government.",
                Enum.GetValues<Region>().Select(each => each.Name()), authority => authority.Region.Name()) with { IsRequired = true },
            TableColumn.Choice<LocalAuthority>("ofsted_region", "Region in which Ofsted reports the authority.",
                Enum.GetValues<OfstedRegion>().Select(each => each.Name()), authority => authority.OfstedRegion.Name()),
            TableColumn.Choice<LocalAuthority>("type", "Kind of authority.",
                Enum.GetValues<AuthorityType>().Select(each => each.Name()), authority => authority.Type?.Name()),
            new("ons_code", Text, "ONS code: of 2023, and of the last year for an authority abolished before.",
                authority => authority.OnsCode) { Pattern = @"^E\d{8}$", Example = "E and eight digits, such as E06000005" },
            new("dfe_number", Text, "The Department for Education's number.", authority =>
                authority.Number) { Pattern = @"^\d{3}$", Example = "three digits, such as 301" },
            new("from", Date, "First day of an authority that took the place of others; blank for one older than the frameworks.",
                authority => authority.From),
            new("until", Date, "Day on which the authority was abolished; blank while it lasts.", authority => authority.Until),
            new("predecessors", Text, "The authorities whose place it took, parted by semicolons.",
                authority => Joined(authority.Predecessors)),
            new("successors", Text, "The authorities that took its place, parted by semicolons.",
                authority => Joined(authority.Successors)),
            new("source", Text, "Where kind, codes and days stand.", authority => authority.Source),
        ]);

    /// <summary>Loads the authorities of a CSV file.</summary>
    /// <param name="path">The file, with the columns <c>authority</c> and <c>region</c> at least.</param>
    /// <returns>The authorities, in the order of the file, and every problem.</returns>
    public static Loaded<LocalAuthority> Load(string path) => CsvTable.Read(path, Table, Authority);

    private static LocalAuthority? Authority(CsvTable row)
    {
        var name = row.Text("authority");
        var region = row.Choice<Region>("region", Names.Name);
        var ofsted = row.Text("ofsted_region");
        if (region is { } known && ofsted is not null && ofsted != known.ToOfstedRegion().Name())
        {
            row.Problem("ofsted_region", ofsted, $"Ofsted reports {known.Name()} in {known.ToOfstedRegion().Name()}.");
        }

        var (from, until) = (row.Date("from"), row.Date("until"));
        if (until <= from)
        {
            row.Problem("until", row.Text("until"), "an authority is abolished after its first day; check from and until.");
        }

        return name is null || region is null ? null
            : new LocalAuthority(name, region.Value)
            {
                Type = row.Choice<AuthorityType>("type", Names.Name),
                OnsCode = row.Text("ons_code"),
                Number = row.Text("dfe_number"),
                From = from,
                Until = until,
                Predecessors = Parted(row.Text("predecessors")),
                Successors = Parted(row.Text("successors")),
                Source = row.Text("source"),
            };
    }

    private static string? Joined(IReadOnlyList<string> names) => names.Count == 0 ? null : string.Join("; ", names);

    private static string[] Parted(string? names) =>
        (names ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
