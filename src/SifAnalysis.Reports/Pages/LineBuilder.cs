using UglyToad.PdfPig.Content;

namespace SifAnalysis.Reports.Pages;

/// <summary>Makes lines of the letters of a page, whatever the order in which the file draws them.</summary>
internal static class LineBuilder
{
    // Letters whose baselines lie within this share of their size stand on one line.
    private const double SameLine = 0.3;

    // Word raises the numbers of footnotes and the "st" of "1st" in about two thirds of the size of the text.
    private const double Raised = 0.78;

    /// <summary>The page as lines.</summary>
    public static ReportPage Build(int number, double height, IReadOnlyList<Letter> letters)
    {
        var glyphs = Glyphs(letters);
        var rows = Rows(glyphs);
        WithoutRaised(rows);
        var lines = new List<TextLine>();
        foreach (var row in rows)
        {
            if (Line(lines.Count + 1, row) is { } line)
            {
                lines.Add(line);
            }
        }

        return new ReportPage(number, height, lines, BodySize(rows));
    }

    private static List<Glyph> Glyphs(IReadOnlyList<Letter> letters)
    {
        var glyphs = new List<Glyph>(letters.Count);
        var fonts = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var letter in letters)
        {
            var (x, y, end, size) = (letter.StartBaseLine.X, letter.StartBaseLine.Y, letter.EndBaseLine.X, letter.PointSize);
            if (letter.TextOrientation != TextOrientation.Horizontal || string.IsNullOrEmpty(letter.Value)
                || !double.IsFinite(x + y + end) || !double.IsFinite(size) || size < 1)
            {
                continue;
            }

            var font = letter.FontName ?? "";
            if (!fonts.TryGetValue(font, out var bold))
            {
                bold = font.Contains("Bold", StringComparison.OrdinalIgnoreCase)
                    || font.Contains("Black", StringComparison.OrdinalIgnoreCase);
                fonts[font] = bold;
            }

            glyphs.Add(new Glyph(x, end, y, size, bold, Plain(letter.Value)));
        }

        return glyphs;
    }

    private static List<List<Glyph>> Rows(List<Glyph> glyphs)
    {
        var rows = new List<List<Glyph>>();
        foreach (var glyph in glyphs.OrderByDescending(glyph => glyph.Y).ThenBy(glyph => glyph.X))
        {
            if (rows.Count > 0 && rows[^1][0].Y - glyph.Y < SameLine * Math.Min(rows[^1][0].Size, glyph.Size))
            {
                rows[^1].Add(glyph);
            }
            else
            {
                rows.Add([glyph]);
            }
        }

        rows.RemoveAll(row => row.TrueForAll(glyph => glyph.IsSpace));
        foreach (var row in rows)
        {
            row.Sort((one, other) => one.X.CompareTo(other.X));
        }

        return rows;
    }

    // The numbers of footnotes would else be read as digits of the figure that they stand at.
    private static void WithoutRaised(List<List<Glyph>> rows)
    {
        foreach (var row in rows)
        {
            var size = MainSize(row);
            for (var i = row.Count - 1; i >= 0; i--)
            {
                if (row[i].Size <= Raised * size && row[i].Text.All(char.IsLetterOrDigit))
                {
                    row.RemoveAt(i);
                }
            }
        }

        for (var i = rows.Count - 2; i >= 0; i--)
        {
            var (above, below) = (rows[i], rows[i + 1]);
            var size = MainSize(below);
            if (above[0].Y - below[0].Y < 0.75 * size && MainSize(above) <= Raised * size
                && above.Where(glyph => !glyph.IsSpace)
                    .All(glyph => glyph.Text.All(char.IsAsciiLetterOrDigit)) && above.Count(glyph => !glyph.IsSpace) <= 6)
            {
                rows.RemoveAt(i);
            }
        }

        rows.RemoveAll(row => row.TrueForAll(glyph => glyph.IsSpace));
    }

    private static TextLine? Line(int number, List<Glyph> row)
    {
        var pieces = new List<TextPiece>();
        var text = new System.Text.StringBuilder();
        Glyph? last = null;
        var (left, right, spaced) = (0d, 0d, false);
        foreach (var glyph in row)
        {
            if (glyph.IsSpace)
            {
                spaced = true;
                continue;
            }

            // Some programs draw a letter twice, a little apart, to make it bold.
            if (last is { } before && before.Text == glyph.Text && glyph.X - before.X < 0.12 * glyph.Size)
            {
                continue;
            }

            var gap = last is null ? 0 : glyph.X - right;
            if (last is not null && gap > Math.Max(1.15 * glyph.Size, 9))
            {
                pieces.Add(new TextPiece(left, right, text.ToString()));
                text.Clear();
                last = null;
            }

            if (last is null)
            {
                left = glyph.X;
            }
            else if (spaced || gap > 0.18 * glyph.Size)
            {
                text.Append(' ');
            }

            text.Append(glyph.Text);
            (last, right, spaced) = (glyph, Math.Max(glyph.End, glyph.X), false);
        }

        if (text.Length > 0)
        {
            pieces.Add(new TextPiece(left, right, text.ToString()));
        }

        if (pieces.Count == 0)
        {
            return null;
        }

        var visible = row.Count(glyph => !glyph.IsSpace);
        var bold = row.Count(glyph => !glyph.IsSpace && glyph.IsBold);
        return new TextLine(number, row.Where(glyph => !glyph.IsSpace).Min(glyph => glyph.Y), MainSize(row), 2 * bold > visible, pieces);
    }

    private static double MainSize(List<Glyph> row) =>
        row.Where(glyph => !glyph.IsSpace).GroupBy(glyph => Math.Round(glyph.Size, 1))
            .OrderByDescending(sizes => sizes.Count()).FirstOrDefault()?.Key ?? 0;

    // Of a title page most letters may be larger than its text.
    private static double BodySize(List<List<Glyph>> rows)
    {
        var sizes = rows.SelectMany(row => row).Where(glyph => !glyph.IsSpace).GroupBy(glyph => Math.Round(glyph.Size, 1))
            .Select(group => (Size: group.Key, Count: group.Count())).OrderByDescending(size => size.Count).ToList();
        var all = sizes.Sum(size => size.Count);
        var text = sizes.Find(size => size.Size is > 10.5 and < 13);
        return text.Count > all / 5 ? text.Size : sizes.FirstOrDefault().Size;
    }

    private static string Plain(string value) => value switch
    {
        "\u2018" or "\u2019" or "\u02BC" => "'",
        "\u2010" or "\u2011" or "\u2012" or "\u2013" or "\u2014" or "\u2212" => "-",
        "\u00AD" or "\u200B" or "\uFEFF" => " ",
        "\uFB00" => "ff",
        "\uFB01" => "fi",
        "\uFB02" => "fl",
        "\uFB03" => "ffi",
        "\uFB04" => "ffl",
        _ when value.Length == 1 && (char.IsWhiteSpace(value[0]) || char.IsControl(value[0])) => " ",
        _ => value,
    };

    private readonly record struct Glyph(double X, double End, double Y, double Size, bool IsBold, string Text)
    {
        public bool IsSpace => Text == " ";
    }
}
