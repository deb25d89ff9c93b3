using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SifAnalysis.Judgements;
using SifAnalysis.Notebooks.Pages;
using SifAnalysis.Site.Content;
using static SifAnalysis.Site.Drawing.Markup;

namespace SifAnalysis.Site;

/// <summary>The one bundle of data from which the site's scripts search and explore; a script, since pages in files may fetch
/// nothing.</summary>
internal static class SiteData
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The script: it sets <c>window.sifSite</c>.</summary>
    public static string Script(IReadOnlyList<Profile> profiles) =>
        $"window.sifSite = {Page.Json(Bundle(profiles).ToJsonString(Plain))};\n";

    /// <summary>The bundle.</summary>
    public static JsonObject Bundle(IReadOnlyList<Profile> profiles)
    {
        var reports = profiles.SelectMany((profile, index) => profile.Reports.Select(report => (Index: index, Report: report))).ToList();
        var frameworks = reports.Select(each => each.Report.Framework).Distinct().Order().ToList();
        List<string> grades = [.. Grade.Judgements.Concat(reports.SelectMany(each => each.Report.Grades).Select(grade => grade.Name))
            .Append(Grade.Unknown).Distinct()];
        return new JsonObject
        {
            ["frameworks"] = new JsonArray([.. frameworks.Select(framework => new JsonObject
            {
                ["name"] = framework.Name(),
                ["code"] = View.Inspections(framework),
                ["areas"] = new JsonArray([.. framework.Areas().Select(area => new JsonObject
                {
                    ["name"] = area.Name(framework), ["short"] = area.ShortName(), ["code"] = $"JudgementArea.{area}",
                })]),
            })]),
            ["grades"] = new JsonArray([.. grades.Select(grade => JsonValue.Create(grade))]),
            ["regions"] = Codes(Enum.GetValues<Region>(), region => region.Name(), region => $"Region.{region}"),
            ["types"] = Codes(Enum.GetValues<AuthorityType>(), type => type.Name(), type => $"AuthorityType.{type}"),
            ["authorities"] = new JsonArray([.. profiles.Select(profile => new JsonArray(
                profile.Name, profile.Slug, profile.Region, profile.Type, profile.Authority.Until is { } until ? Iso(until) : null))]),
            ["reports"] = new JsonArray(
                [.. reports.Where(each => each.Report is { Counts: true, Published: not null }).Select(each => new JsonArray(
                each.Index,
                frameworks.IndexOf(each.Report.Framework),
                Iso(each.Report.Published!.Value),
                string.Concat(each.Report.Grades.Select(grade => Digits[grades.IndexOf(grade.Name)]))))]),
        };
    }

    private static JsonObject Codes<T>(IEnumerable<T> values, Func<T, string> name, Func<T, string> code) =>
        new(values.Select(value => KeyValuePair.Create(name(value), (JsonNode?)JsonValue.Create(code(value)))));
}
