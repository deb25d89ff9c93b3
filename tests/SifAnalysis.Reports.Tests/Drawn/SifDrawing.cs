namespace SifAnalysis.Reports.Tests.Drawn;

/// <summary>Where a grade stands to the name of its area.</summary>
public enum Side
{
    Beside,
    Above,
    Below,
}

/// <summary>
/// A synthetic report under the single inspection framework, drawn as Ofsted's are. None of its judgements was ever made.
/// </summary>
internal sealed record SifDrawing
{
    public string Council { get; init; } = "Slough Borough Council";

    public string Place { get; init; } = "Slough";

    public string Dates { get; init; } = "Inspection date: 24 November 2015 - 17 December 2015";

    public string? Published { get; init; } = "Report published: 17 February 2016";

    public bool IsReinspection { get; init; }

    public bool HasBoard { get; init; } = true;

    /// <summary>Overall, help, looked after, adoption, care leavers, leadership, the board.</summary>
    public string[] Grades { get; init; } = ["require improvement", "Inadequate",
        "Requires improvement", "Good", "Requires improvement", "Requires improvement", "requires improvement"];

    /// <summary>The grades that the sections state, where they are not the title page's.</summary>
    public string?[] SectionGrades { get; init; } = new string?[7];

    public Side Side { get; init; }

    /// <summary>The most letters of a grade in one line of its cell.</summary>
    public int CellWidth { get; init; } = 30;

    public string[] Numbers { get; init; } = ["1.", "2.", "2.1", "2.2", "3."];

    /// <summary>How many rows of the table the first page holds.</summary>
    public int RowsOnFirstPage { get; init; } = 5;

    public double RowHeight { get; init; } = 44;

    /// <summary>Whether sections state their grade beside a heading in two columns, else in a sentence.</summary>
    public bool HasColumns { get; init; } = true;

    public IReadOnlyList<string> Area { get; init; } = AreaLines;

    public static IReadOnlyList<string> AreaLines { get; } =
    [
        "Approximately 39,867 children and young people under the age of 18 years live in Slough. This is 27.6% of the total population "
            + "in the area.",
        "Approximately 21.6% of the local authority's children are living in poverty.",
        "The proportion of children entitled to free school meals:",
        "in primary schools is 12.2% (the national average is 15.6%)",
        "in secondary schools is 11.6% (the national average is 13.9%).",
        "Children and young people from minority ethnic groups account for 65.5% of all children living in the area, compared with 21.5% "
            + "in the country as a whole.",
        "The proportion of children and young people with English as an additional language:",
        "in primary schools is 58.7% (the national average is 19.4%)",
        "in secondary schools is 44.9% (the national average is 15%).",
        "At 31 October 2015, 1,172 children had been identified through assessment as being formally in need of a specialist children's "
            + "service. This is a reduction from 1,200 at 31 March 2015.",
        "At 31 October 2015, 150 children and young people were the subject of a child protection plan. This is a reduction from 230 at "
            + "31 March 2015.",
        "At 31 October 2015, 183 children are being looked after by the local authority (a rate of 45.9 per 10,000 children). This is a "
            + "reduction from 195 (49 per 10,000 children) at 31 March 2015.",
        "The director of children's services (DCS) has been in post since January 2015.",
        "The chair of the Local Safeguarding Children Board (LSCB) has been in post since November 2014.",
        "The previous inspection of the local authority's safeguarding arrangements was in April 2011. The local authority was judged to "
            + "be inadequate.",
        "The previous inspection of the local authority's services for looked after children was in April 2011. The local authority was "
            + "judged to be adequate.",
    ];

    private static readonly string[][] Labels =
    [
        ["Children who need help and protection"],
        ["Children looked after and achieving", "permanence"],
        ["Adoption performance"],
        ["Experiences and progress of care leavers"],
        ["Leadership, management and governance"],
    ];

    public byte[] Build() => Draw().Build();

    public Drawing Draw()
    {
        var drawing = new Drawing();
        drawing.Line(Council, 26);
        drawing.Line($"{(IsReinspection ? "Re-inspection" : "Inspection")} of services for children in need of help and", 14, isBold: true);
        drawing.Line("protection, children looked after and care leavers", 14, isBold: true);
        if (HasBoard)
        {
            drawing.Line("and", 14)
                .Line("Review of the effectiveness of the Local Safeguarding Children", 14, isBold: true).Line("Board", 14, isBold: true);
        }

        drawing.Line(Dates, 14);
        if (Published is not null)
        {
            drawing.Line(Published, 14);
        }

        drawing.Down(20);
        Heading(drawing, $"Children's services in {Place} {Verb(Grades[0])}", 14);
        drawing.Down(20);
        for (var row = 0; row < 5; row++)
        {
            if (row == RowsOnFirstPage)
            {
                drawing.Page();
            }

            Row(drawing, row);
        }

        drawing.Down(20)
            .Text("Ofsted produces this report under its power to combine reports in accordance with section 152 of the Act.", 9);
        AreaPage(drawing);
        Sections(drawing);
        return drawing;
    }

    // The lines of a cell of a given width.
    private static List<string> Cell(string words, int width)
    {
        var lines = new List<string>();
        foreach (var word in words.Split(' '))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= width)
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines;
    }

    private static string Verb(string grade) => grade.StartsWith("require", StringComparison.OrdinalIgnoreCase)
        ? grade : $"are {grade.ToLowerInvariant()}";

    private static void Heading(Drawing drawing, string words, double size)
    {
        foreach (var line in Cell(words, 62))
        {
            drawing.Line(line, size, isBold: true);
        }
    }

    private void Row(Drawing drawing, int row)
    {
        var (label, cell) = (Labels[row], Cell(Grades[row + 1], CellWidth));
        var top = drawing.Y;
        var x = row is 2 or 3 ? 119 : 71;
        var middle = Side == Side.Beside ? top - 14.5 : Side == Side.Above ? top - 28 : top;
        for (var line = 0; line < label.Length; line++)
        {
            drawing.At(x, middle + ((label.Length - 1) * 7.25) - (line * 14.5), line == 0
                ? $"{Numbers[row]} {label[line]}" : label[line], isBold: x == 71);
        }

        var (left, first) = Side switch
        {
            Side.Beside => (394, middle + ((cell.Count - 1) * 7.25)),
            Side.Above => (x, top),
            _ => (x, top - (label.Length * 14.5)),
        };
        for (var line = 0; line < cell.Count; line++)
        {
            drawing.At(left, first - (line * 14.5), cell[line]);
        }

        drawing.Y = top - RowHeight;
    }

    private void AreaPage(Drawing drawing)
    {
        drawing.Page().Line("Contents", 26);
        drawing.Line("Information about this local authority area 3", 14);
        drawing.Page().Line("The local authority", 16, isBold: true).Line("Information about this local authority area", 14, isBold: true);
        foreach (var line in Area)
        {
            drawing.Text(line);
        }

        drawing.Page().Line("Recommendations", 14, isBold: true).Text("Make sure that what is synthetic is never taken for a fact.");
    }

    private void Sections(Drawing drawing)
    {
        Section(drawing, 1, ["The experiences and progress of", "children who need help and", "protection"],
            "The experiences and progress of children who need help and protection");
        Section(drawing, 2, ["The experiences and progress of", "children looked after and achieving", "permanence"],
            "The experiences and progress of children looked after and achieving permanence");
        Sentence(drawing, 3, "The graded judgement for adoption performance is that it");
        Sentence(drawing, 4, "The graded judgement about the experience and progress of care leavers is that it");
        Section(drawing, 5, ["Leadership, management and", "governance"], "Leadership, management and governance");
        if (HasBoard)
        {
            drawing.Page().Line("The Local Safeguarding Children Board (LSCB)", 16, isBold: true).Down(14);
            var grade = SectionGrades[6] ?? Grades[6];
            Heading(drawing, $"The Local Safeguarding Children Board "
                + $"{(grade.StartsWith("require", StringComparison.OrdinalIgnoreCase) ? grade : $"is {grade}")}", 14);
            drawing.Down(14).Text("The arrangements that the board has are described here, at the length that a page of text has in a "
                + "report, and synthetic.");
        }
    }

    private void Section(Drawing drawing, int number, string[] columns, string sentence)
    {
        var grade = SectionGrades[number] ?? Grades[number];
        drawing.Page();
        if (HasColumns)
        {
            var top = drawing.Y;
            for (var line = 0; line < columns.Length; line++)
            {
                drawing.At(77, top - (line * 16), columns[line], 14, isBold: true);
            }

            drawing.At(359, top - ((columns.Length - 1) * 8), grade, 14, isBold: true);
            drawing.Y = top - (columns.Length * 16) - 18;
        }
        else
        {
            Heading(drawing, $"{sentence} {Verb(grade)}", 12);
            drawing.Down(10);
        }

        drawing.Line("Summary", 12, isBold: true)
            .Text("Work was seen that was good, and work that was inadequate; all of it is synthetic.");
    }

    private void Sentence(Drawing drawing, int number, string start)
    {
        var grade = SectionGrades[number] ?? Grades[number];
        drawing.Down(20);
        Heading(drawing,
            $"{start} {(grade.StartsWith("require", StringComparison.OrdinalIgnoreCase) ? "" : "is ")}{grade.ToLowerInvariant()}", 12);
        drawing.Text("More of the same.");
    }
}
