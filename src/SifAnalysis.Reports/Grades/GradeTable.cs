using SifAnalysis.Reports.Pages;

namespace SifAnalysis.Reports.Grades;

/// <summary>
/// Reads the table of judgements of a title page: names of areas, and beside, above or below each its grade, in one line or more.
/// </summary>
internal static class GradeTable
{
    // A grade of three lines beside a name of one stands one line and a half above and below it.
    private const double Reach = 1.4;

    /// <summary>The grades that the table states, in its order.</summary>
    public static IReadOnlyList<GradeReading> Read(ReportPage page, bool isIlacs)
    {
        var (labels, values) = Parts(page, isIlacs);
        if (labels.Count == 0)
        {
            return [];
        }

        var beside = values.Where(value => labels.Exists(label => value.Piece.Left > label.Left + 90)).ToList();
        foreach (var value in beside)
        {
            var nearest = labels.MinBy(label => Math.Abs(label.Middle - value.Line.Baseline))!;
            if (nearest.Distance(value.Line.Baseline) <= Reach * value.Line.Size)
            {
                nearest.Values.Add(value);
            }
        }

        if (labels.TrueForAll(label => label.Values.Count == 0 && label.Inline is null))
        {
            InTurn(labels, values);
        }

        return [.. labels.Select(label => label.Reading(page, isIlacs)).OfType<GradeReading>()];
    }

    private static (List<Label> Labels, List<Value> Values) Parts(ReportPage page, bool isIlacs)
    {
        var (labels, values) = (new List<Label>(), new List<Value>());
        Label? current = null;
        foreach (var line in page.Lines)
        {
            foreach (var piece in line.Pieces)
            {
                var text = piece.Text;
                if (GradeWords.IsFragment(text))
                {
                    values.Add(new Value(line, piece));
                }
                else if (AreaLabels.Begins(text, isIlacs))
                {
                    current = new Label(line, piece);
                    labels.Add(current);
                }
                else if (current is not null && Math.Abs(piece.Left - current.Left) < 60 && current.Bottom - line.Baseline < 1.7 * line.Size
                    && (!AreaLabels.IsComplete(current.Text, isIlacs) || AreaLabels.AddsCareLeavers(text)) && current.Inline is null)
                {
                    current.Add(line, text);
                }
            }
        }

        // A sentence of the text may begin as a name does; it names no area to its end.
        labels.RemoveAll(label => AreaLabels.Of(label.Text, isIlacs) is null
            || (label.Text.Length > 110 && label.Inline is null)
            || (label.Inline is not null && !AreaLabels.IsComplete(label.Text, isIlacs)));
        return (labels, values);
    }

    // Where no grade stands beside a name, names and grades must take turns, or nothing is sure.
    private static void InTurn(List<Label> labels, List<Value> values)
    {
        var groups = new List<List<Value>>();
        foreach (var value in values.OrderByDescending(value => value.Line.Baseline))
        {
            if (groups.Count > 0 && groups[^1][^1].Line.Baseline - value.Line.Baseline < 1.35 * value.Line.Size
                && GradeWords.Parse(Join(groups[^1])) is null)
            {
                groups[^1].Add(value);
            }
            else
            {
                groups.Add([value]);
            }
        }

        if (groups.Count != labels.Count)
        {
            return;
        }

        var heights = groups.Select(group => group[0].Line.Baseline).ToList();
        var isBelow = Enumerable.Range(0, labels.Count)
            .All(i => heights[i] < labels[i].Bottom && (i + 1 == labels.Count || heights[i] > labels[i + 1].Top));
        var isAbove = Enumerable.Range(0, labels.Count)
            .All(i => heights[i] > labels[i].Top && (i == 0 || heights[i] < labels[i - 1].Bottom));
        if (isBelow != isAbove)
        {
            for (var i = 0; i < labels.Count; i++)
            {
                labels[i].Values.AddRange(groups[i]);
            }
        }
    }

    private static string Join(IEnumerable<Value> values) => string.Join(' ', values.Select(value => value.Piece.Text));

    private sealed record Value(TextLine Line, TextPiece Piece);

    private sealed class Label
    {
        private readonly TextLine first;

        public Label(TextLine line, TextPiece piece)
        {
            first = line;
            (Left, Top, Bottom, Text) = (piece.Left, line.Baseline, line.Baseline, "");
            Add(line, piece.Text);
        }

        public double Left { get; }

        public double Top { get; }

        public double Bottom { get; private set; }

        public double Middle => (Top + Bottom) / 2;

        public string Text { get; private set; }

        /// <summary>The grade that stands in the same piece as the name.</summary>
        public Grade? Inline { get; private set; }

        public List<Value> Values { get; } = [];

        public double Distance(double baseline) => baseline > Top ? baseline - Top : baseline < Bottom ? Bottom - baseline : 0;

        public void Add(TextLine line, string text)
        {
            Bottom = line.Baseline;
            Text = $"{Text} {text}".Trim();
            var words = Text.Split(' ');
            for (var take = Math.Min(5, words.Length - 1); take > 0 && Inline is null; take--)
            {
                if (GradeWords.Parse(string.Join(' ', words[^take..])) is { } grade)
                {
                    (Inline, Text) = (grade, string.Join(' ', words[..^take]));
                }
            }
        }

        public GradeReading? Reading(ReportPage page, bool isIlacs)
        {
            var words = Join(Values.OrderByDescending(value => value.Line.Baseline).ThenBy(value => value.Piece.Left));
            var beside = words.Length == 0 ? null : GradeWords.Parse(words);
            var grade = Inline is null ? beside : words.Length == 0 ? Inline : null;
            return grade is null && words.Length == 0
                ? null
                : new GradeReading(AreaLabels.Of(Text, isIlacs)!.Value, grade, Text, page.Place(first, $"{Text} {Inline?.Name()}{words}"));
        }
    }
}
