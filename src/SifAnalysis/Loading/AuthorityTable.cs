using System.Text.RegularExpressions;
using SifAnalysis.Judgements;

namespace SifAnalysis.Loading;

/// <summary>The table of local authorities.</summary>
public static partial class AuthorityTable
{
    internal static readonly string[] Required = ["authority", "region"];

    internal static readonly string[] Optional = ["ofsted_region", "type", "type_source", "ons_code", "dfe_number"];

    /// <summary>Loads the authorities of a CSV file.</summary>
    /// <param name="path">The file, with the columns <c>authority</c> and <c>region</c> at least.</param>
    /// <returns>The authorities, in the order of the file, and every problem.</returns>
    public static Loaded<LocalAuthority> Load(string path)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return CsvTable.Read(path, Required, Optional, row => Authority(row, seen));
    }

    private static LocalAuthority? Authority(CsvTable row, Dictionary<string, int> seen)
    {
        var name = row.RequiredText("authority");
        var region = row.Value("region", RegionNamed, $"a region of government: {string.Join(", ", Enum.GetValues<Region>().Select(each => each.Name()))}");
        if (region is null && row.Text("region") is null)
        {
            row.RequiredText("region");
        }

        var ofsted = row.Text("ofsted_region");
        if (region is { } known && ofsted is not null && ofsted != known.ToOfstedRegion().Name())
        {
            row.Problem("ofsted_region", ofsted, $"Ofsted reports {known.Name()} in {known.ToOfstedRegion().Name()}.");
        }

        var type = row.Value("type", TypeNamed, $"a kind of authority: {string.Join(", ", Enum.GetValues<AuthorityType>().Select(each => each.Name()))}");
        var code = row.Text("ons_code");
        if (code is not null && !OnsCode().IsMatch(code))
        {
            row.Problem("ons_code", code, "expected E and eight digits, such as E06000005.");
        }

        if (name is null || region is null)
        {
            return null;
        }

        if (!seen.TryAdd(name, row.Line))
        {
            row.Problem("authority", name, $"the authority stands on line {seen[name]} already; keep one of the rows.");
            return null;
        }

        return new LocalAuthority(name, region.Value) { Type = type, OnsCode = code, Number = row.Text("dfe_number") };
    }

    private static Region? RegionNamed(string text) =>
        Enum.GetValues<Region>().Cast<Region?>().FirstOrDefault(region => region!.Value.Name().Equals(text, StringComparison.OrdinalIgnoreCase));

    private static AuthorityType? TypeNamed(string text) =>
        Enum.GetValues<AuthorityType>().Cast<AuthorityType?>().FirstOrDefault(type => type!.Value.Name().Equals(text, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"^E\d{8}$")]
    private static partial Regex OnsCode();
}
