using System.Globalization;
using System.Text.RegularExpressions;
using SifAnalysis.Reports.Readings;
using SifAnalysis.Reports.Titles;

namespace SifAnalysis.Reports.Facts;

/// <summary>Reads the local facts of the sentences that state them. A sentence of a form that is not known gives nothing.</summary>
internal static class FactReader
{
    /// <summary>The facts that a section states.</summary>
    public static StatedFacts Read(FlowText section)
    {
        var text = section.Text;
        if (text.Length == 0)
        {
            return StatedFacts.None;
        }

        var figures = new Dictionary<LocalFact, Stated<decimal>>();
        void Add(LocalFact fact, Match match, decimal least, decimal most, int offset = 0)
        {
            if (match.Success && !Elsewhere.IsMatch(match.Groups["between"].Value)
                && Number(match.Groups["n"].Value) is { } value && value >= least && value <= most)
            {
                figures[fact] = new Stated<decimal>(value, Certainty.StatedOnce, [section.Place(offset + match.Index, match.Value)]);
            }
        }

        var population = Population.Match(text);
        Add(LocalFact.PopulationUnder18, population, 100, 400_000);
        Add(LocalFact.Under18Share, Share.Match(text, population.Success ? population.Index : 0), 5, 50);
        if (Poverty.Match(text) is { Success: true } poverty
            && poverty.Groups["between"].Value.Contains("children", StringComparison.OrdinalIgnoreCase))
        {
            Add(LocalFact.ChildPoverty, poverty, 0, 70);
        }

        Add(LocalFact.MinorityEthnic, Minority.Match(text), 0, 100);
        Add(LocalFact.ChildrenInNeed, InNeed.Match(text), 0, 20_000);
        Add(LocalFact.ChildProtectionPlans, Plans.Match(text), 0, 5_000);
        var lookedAfter = LookedAfter.Match(text);
        Add(LocalFact.LookedAfterChildren, lookedAfter, 0, 5_000);
        foreach (var looked in LookedAfterStart.Matches(text).Where(_ => !figures.ContainsKey(LocalFact.LookedAfterRate)))
        {
            Add(LocalFact.LookedAfterRate, Rate.Match(text[looked.Index..]), 5, 400, looked.Index);
        }

        BySchool(text, Meals, LocalFact.FreeSchoolMealsPrimary, LocalFact.FreeSchoolMealsSecondary, Add);
        BySchool(text, Language, LocalFact.EnglishAdditionalPrimary, LocalFact.EnglishAdditionalSecondary, Add);

        return new StatedFacts(
            figures, Month(section, text, Director), Month(section, text, Chair),
                Previous(section, text, PreviousSafeguarding), Previous(section, text, PreviousLookedAfter));
    }

    private static void BySchool(string text, Regex subject, LocalFact primary,
        LocalFact secondary, Action<LocalFact, Match, decimal, decimal, int> add)
    {
        var match = subject.Match(text);
        if (!match.Success)
        {
            return;
        }

        var start = match.Index + match.Length;
        var part = text.Substring(start, Math.Min(420, text.Length - start));
        var other = OtherSubject.Match(part);
        part = other.Success ? part[..other.Index] : part;
        add(primary, Primary.Match(part), 0, 100, start);
        add(secondary, Secondary.Match(part), 0, 100, start);
    }

    private static Stated<DateOnly>? Month(FlowText section, string text, Regex sentence)
    {
        var match = sentence.Match(text);
        return match.Success
            ? new Stated<DateOnly>(
                new DateOnly(int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture),
                    MonthNames.Number(match.Groups["month"].Value), 1),
                Certainty.StatedOnce,
                [section.Place(match.Index, match.Value)])
            : null;
    }

    private static Stated<string>? Previous(FlowText section, string text, Regex sentence)
    {
        var matches = sentence.Matches(text);
        var grades = matches.Select(match => Capital(match.Groups["was"].Value)).Distinct().ToList();
        return grades.Count == 1
            ? new Stated<string>(grades[0], Certainty.StatedOnce, [section.Place(matches[0].Index, matches[0].Value)]) : null;
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..].ToLowerInvariant();

    // "56,2002" is 56,200 with the number of a footnote: thousands are three digits.
    private static decimal? Number(string text)
    {
        var digits = text.Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value
            : Array.FindIndex(Words, word => word.Equals(text, StringComparison.OrdinalIgnoreCase)) is var index and >= 0 ? index
            : text.Equals("none", StringComparison.OrdinalIgnoreCase) ? 0
            : null;
    }

    private static readonly string[] Words =
    [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight",
            "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
        "seventeen", "eighteen", "nineteen", "twenty",
    ];

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // Thousands apart by a comma or a space, with the number of a footnote behind, or no separator at all.
    private const string Count = @"(?<![\d.,/])(?:(?<n>[1-9]\d{0,2}(?:[, ]\d{3})+)\d{0,2}|(?<n>\d{1,6})|(?<n>\b(?:no|none|one|two"
        + @"|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
        + @"|twenty)\b))(?![\d,.]*\d)";
    private const string Percent = @"(?<![\d.,])(?<n>\d{1,3}(?:\.\d+)?)\s*(?:%|per\s?cent\b|percent\b)";
    private const string Since = @"(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:the\s+(?:start|end|beginning)\s+of\s+)?(?<month>"
        + MonthNames.Pattern + @"),?\s*(?<year>20[0-2]\d|199\d)\b";
    private const string Was = @"(?<was>outstanding|good|adequate|satisfactory|inadequate)\b";

    // Between what is counted and its share stands nothing that speaks of another place, or of two shares at once.
    private const string Between = @"(?<between>[^%\d.;]{0,70}?)";

    private static readonly Regex Elsewhere = new(@"\b(?:national|nationally|england|average|compared|country|region|statistical"
        + @"|and)\b", Options);

    private static readonly Regex Population = new(Count + @"\s+(?:\([^)]{0,25}\)\s*)?(?:children"
        + @"|young\s+people)(?:\s+and\s+young\s+people|\s+and\s+children)?\s+(?:who\s+are\s+|aged\s+)?(?:(?:aged\s+)?(?:under"
        + @"|below)\s+(?:the\s+age\s+of\s+)?(?:18|eighteen)|(?:aged\s+)?(?:between\s+)?(?:the\s+ages\s+of\s+)?(?:0|zero|nought"
        + @"|birth)\s*(?:-|to|and)\s*(?:17|seventeen))\b", Options);

    private static readonly Regex Share = new(Percent + @"\s*\d?\s*of\s+(?:the\s+|its\s+)?[\w' -]{0,40}?population\b", Options);

    private static readonly Regex Poverty = new(Percent + @"\s*\d?\s*(?:\([^)%]{0,20}\)\s*)?of"
        + @"\s+(?<between>[^%;]{0,150}?)\b(?:living|live|lives|are|is)\s+in\s+(?:relative\s+|child\s+)?(?:poverty"
        + @"|low[ -]{0,3}income)", Options);

    private static readonly Regex Minority = new(@"(?<!largest\s)\b(?:minority\s+ethnic(?:ity)?"
        + @"|ethnic\s+minority)\b[^%\d.;]{0,90}?\b(?:account|accounts|accounted|accounting|make|makes|making|comprise|comprises"
        + @"|represent|represents|constitute)\b" + Between + Percent, Options);

    private static readonly Regex InNeed = new(Count + @"\s+(?:children|child)(?:\s+(?:and|or)\s+young\s+people)?\s+(?:(?:had|have"
        + @"|has|were|was|are|is|being|currently|been)\s+){0,4}identified\s+(?:through|by|following"
        + @"|via)\s+(?:an\s+)?assessments?,?\s+as\s+(?:being\s+)?(?:formally\s+)?in\s+need", Options);

    private static readonly Regex Plans = new(Count + @"\s+(?:children|child)(?:\s+(?:and|or)\s+young\s+(?:people"
        + @"|person))?\s+(?:(?:had|have|has|were|was|are|is|being|currently|been|who|the)\s+){0,4}(?:subjects?\s+(?:of|to)"
        + @"|on)\s+(?:an?\s+|the\s+)?child\s+protection\s+plans?", Options);

    private static readonly Regex LookedAfter = new(Count + @"\s+(?:children|child)(?:\s+(?:and|or)\s+young\s+people)?\s+(?:(?:had"
        + @"|have|has|were|was|are|is|being|currently|been)\s+){0,3}looked\s+after\s+by\s+\w", Options);

    private static readonly Regex LookedAfterStart = new(@"looked\s+after\s+by\s+\w", Options);

    private static readonly Regex Rate = new(@"\A[^%(.]{0,60}?\(?(?:\s*an?)?(?:\s*\brate\s+of\s+|(?<=\()\s*)(?:approximately\s+"
        + @"|around\s+)?(?<n>\d{1,3}(?:\.\d+)?)\s+(?:children\s+)?per\s+10[, ]?000", Options);

    private static readonly Regex Meals = new(@"free\s+school\s+meals?", Options);

    private static readonly Regex Language = new(@"english\s+as\s+an?\s+additional\s+language", Options);

    private static readonly Regex OtherSubject = new(@"minority\s+ethnic|english\s+as\s+an?\s+additional|free\s+school"
        + @"|child\s+protection\s+in\s+this|largest", Options);

    private static readonly Regex Primary = new(@"(?<!%\s+(?:of\s+[\w\s]{0,25})?(?:in|for)\s+)\bprimary\b" + Between + Percent, Options);

    private static readonly Regex Secondary = new(@"(?<!%\s+(?:of\s+[\w\s]{0,25})?(?:in|for)\s+)\bsecondary\b" + Between
        + Percent, Options);

    private static readonly Regex Director = new(@"\b(?:director\s+(?:of|for)\s+children(?:'s|s'|s)?(?:\s+and\s+(?:young\s+people"
        + @"|famil(?:y|ies))(?:'s|s')?)?\s+services|dcs)\b[^.]{0,80}?\b(?:has|had)\s+been\s+in\s+(?:the\s+|this\s+)?(?:post|role"
        + @"|position)\b[\w' -]{0,40}?\s+since\s+" + Since, Options);

    private static readonly Regex Chair = new(@"\b(?:chair\s+of\s+[\w' -]{0,60}?(?:[a-z]{0,6}scb|safeguarding\s+children(?:'s"
        + @"|s)?\s+board)|(?:[a-z]{0,6}scb|safeguarding\s+children(?:'s"
        + @"|s)?\s+board(?:'s)?)(?:\s+\([^)]{0,10}\))?\s+(?:independent\s+)?chair)\b[^.]{0,80}?\b(?:has|had)\s+been\s+in\s+(?:the\s+"
        + @"|this\s+)?(?:post|role|position)\b[\w' -]{0,40}?\s+since\s+" + Since, Options);

    private static readonly Regex PreviousSafeguarding = new(Before + @"(?:safeguarding\b|protection\s+of\s+children"
        + @"|child\s+protection|help\s+and\s+protection)" + Judged, Options);

    private static readonly Regex PreviousLookedAfter = new(Before + @"looked\s+after" + Judged, Options);

    private const string Before = @"\binspection\s+of\s+[^.]{0,90}?";
    private const string Judged = @"[^.]{0,100}?\b(?:19|20)\d\d\s*(?:[.;,]|\band\b|\bwhen\b)\s*(?:and\s+"
        + @"|when\s+)?(?:the\s+)?(?:local\s+authority|council|services?|arrangements|it|they)\s+(?:was|were)\s+(?:judged|found"
        + @"|graded)?\s*(?:to\s+be\s+|as\s+)?" + Was + @"(?!\s+(?:for|in\s+respect|overall|and))";
}
