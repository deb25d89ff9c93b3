using System.Text.RegularExpressions;

namespace SifAnalysis.Reports;

/// <summary>Tells what a document is by the words of its first pages.</summary>
internal static class TitleKind
{
    /// <summary>What the document is.</summary>
    /// <param name="first">The words of the first page.</param>
    /// <param name="whole">The words of the first pages together.</param>
    public static DocumentKind Of(string first, string whole)
    {
        if (Welsh.Count(first) >= 3)
        {
            return DocumentKind.Welsh;
        }

        // A report may speak of visits and of other inspections on its first page; the title tells what it is itself.
        var title = first[..Math.Min(first.Length, 250)];
        if (Focused.IsMatch(Letter.IsMatch(first) ? whole : title))
        {
            return DocumentKind.FocusedVisit;
        }

        if (Monitoring.IsMatch(Letter.IsMatch(first) ? whole : title))
        {
            return DocumentKind.MonitoringVisit;
        }

        if (Area.IsMatch(title))
        {
            return DocumentKind.AreaInspection;
        }

        if (Sif.IsMatch(first))
        {
            return DocumentKind.Sif;
        }

        if (IlacsLeaders.IsMatch(first) && Ilacs.IsMatch(first))
        {
            return DocumentKind.Ilacs;
        }

        if (Lscb.IsMatch(first))
        {
            return DocumentKind.LscbReview;
        }

        if (Earlier.IsMatch(first))
        {
            return DocumentKind.EarlierFramework;
        }

        return Others.IsMatch(whole) ? DocumentKind.OtherInspectorate
            : Ofsted.IsMatch(whole) ? DocumentKind.OtherOfsted : DocumentKind.Unknown;
    }

    /// <summary>What a kind of document is, in words that go on from "is ".</summary>
    public static string Words(this DocumentKind kind) => kind switch
    {
        DocumentKind.Sif => "a report under the single inspection framework",
        DocumentKind.Ilacs => "a report of an inspection of local authority children's services (ILACS)",
        DocumentKind.LscbReview => "a review of a Local Safeguarding Children Board alone, which is no inspection of the authority",
        DocumentKind.EarlierFramework => "a report of an inspection before the single inspection framework, which had other judgements",
        DocumentKind.FocusedVisit => "a letter of a focused visit, which gives no judgements",
        DocumentKind.MonitoringVisit => "a letter of a monitoring visit, which gives no judgements",
        DocumentKind.AreaInspection => "a report of an inspection of an area's partners, not of the authority alone",
        DocumentKind.OtherInspectorate => "a document of another inspectorate",
        DocumentKind.Welsh => "a document in Welsh",
        DocumentKind.OtherOfsted => "a document of Ofsted's that is no inspection of a local authority's children's services",
        DocumentKind.Unknown => "no report of Ofsted's that the kit knows",
        _ => "a file that could not be read",
    };

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Regex Welsh = new(@"\b(?:arolygiad|arolygiaeth|arolygu|gwasanaethau|awdurdod|cyngor|cymru|plant"
        + @"|adroddiad|lleol|ofal|gofal)\b", Options);

    private static readonly Regex Letter = new(@"\b(?:dear\s+(?!parents)\w|yours\s+sincerely)", Options);

    private static readonly Regex Focused = new(@"\bfocused\s+visit\b", Options);

    private static readonly Regex Monitoring = new(@"\bmonitoring\s+visit\b", Options);

    private static readonly Regex Area = new(@"\bjoint\s+(?:targeted\s+)?area\b|\barea\s+send\b"
        + @"|special\s+educational\s+needs\s+and/?\s*(?:or\s+)?disabilit.{0,200}inspection"
        + @"|inspection\s+of\s+.{0,80}special\s+educational\s+needs", Options);

    private static readonly Regex Sif = new(@"inspection\s+of\s+services\s+for\s+children\s+(?:in\s+need\s+of"
        + @"|who\s+need)\s+help\s+and\s+protection,?\s+(?:children\s+)?looked\s+after(?:\s+children)?\s+and\s+care\s+leavers", Options);

    private static readonly Regex IlacsLeaders = new(@"impact\s+of\s+leaders", Options);

    private static readonly Regex Ilacs = new(@"experiences?\s+and\s+progress\s+of|judgement\s+grade", Options);

    private static readonly Regex Lscb = new(@"review\s+of\s+the\s+effectiveness\s+of\s+the\s+local\s+safeguarding\s+children", Options);

    private static readonly Regex Earlier = new(@"inspection\s+of\s+(?:the\s+)?(?:local\s+authority\s+arrangements\s+for\s+the"
        + @"\s+protection|looked\s+after\s+children|services\s+for\s+looked\s+after|safeguarding|child\s+protection"
        + @"|children's\s+services\s+annual|arrangements\s+for\s+the\s+protection|contact,\s+referral)", Options);

    private static readonly Regex Others = new(@"\b(?:estyn|care\s+inspectorate|care\s+quality\s+commission|education\s+scotland"
        + @"|hmicfrs|inspectorate\s+of\s+(?:constabulary|probation|prisons)|independent\s+schools\s+inspectorate|rqia"
        + @"|education\s+and\s+training\s+inspectorate)\b", Options);

    private static readonly Regex Ofsted = new(@"\bofsted\b", Options);
}
