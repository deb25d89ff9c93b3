using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace SifAnalysis.Reports.Tests.Drawn;

/// <summary>Draws the pages of a PDF, line by line, from the top. Every word of it is synthetic.</summary>
internal sealed class Drawing
{
    private readonly List<List<(double X, double Y, string Words, double Size, bool IsBold)>> pages = [[]];

    /// <summary>The height of the next line.</summary>
    public double Y { get; set; } = 730;

    public Drawing Page()
    {
        pages.Add([]);
        Y = 730;
        return this;
    }

    /// <summary>Draws words at a place, and leaves the height as it is.</summary>
    public Drawing At(double x, double y, string words, double size = 12, bool isBold = false)
    {
        pages[^1].Add((x, y, words, size, isBold));
        return this;
    }

    /// <summary>Draws a line of text and goes down.</summary>
    public Drawing Line(string words, double size = 12, bool isBold = false, double x = 71)
    {
        At(x, Y, words, size, isBold);
        Y -= size * 1.25;
        return this;
    }

    /// <summary>Draws text over as many lines as it takes.</summary>
    public Drawing Text(string words, double size = 12, double x = 71, int width = 80)
    {
        var line = "";
        foreach (var word in words.Split(' '))
        {
            if (line.Length + word.Length + 1 > width)
            {
                Line(line, size, x: x);
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        return Line(line, size, x: x);
    }

    public Drawing Down(double points)
    {
        Y -= points;
        return this;
    }

    public byte[] Build()
    {
        using var builder = new PdfDocumentBuilder();
        var (plain, bold) = (builder.AddStandard14Font(Standard14Font.Helvetica), builder.AddStandard14Font(Standard14Font.HelveticaBold));
        foreach (var texts in pages)
        {
            var page = builder.AddPage(PageSize.A4);
            foreach (var (x, y, words, size, isBold) in texts)
            {
                page.AddText(words, size, new PdfPoint(x, y), isBold ? bold : plain);
            }
        }

        return builder.Build();
    }
}
