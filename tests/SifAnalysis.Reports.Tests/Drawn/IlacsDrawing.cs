namespace SifAnalysis.Reports.Tests.Drawn;

/// <summary>A synthetic report of an inspection of local authority children's services. None of its judgements was ever made.</summary>
internal sealed record IlacsDrawing
{
    public string[] Title { get; init; } = ["Inspection of Slough local", "authority children's services"];

    public string Dates { get; init; } = "Inspection dates: 10 to 21 July 2023";

    public bool HasCareLeavers { get; init; } = true;

    public bool HasOverall { get; init; } = true;

    /// <summary>Leaders, help, in care, care leavers, overall.</summary>
    public string[] Grades { get; init; } = ["Good", "Requires improvement to be good", "Good", "Outstanding", "Inadequate"];

    public string?[] SectionGrades { get; init; } = new string?[5];

    /// <summary>What the title page says below its table.</summary>
    public string Introduction { get; init; } =
        "Services for children are good in places and inadequate in others; every word of this is synthetic.";

    /// <summary>Lines of their own below that.</summary>
    public IReadOnlyList<string> Sentences { get; init; } = [];

    /// <summary>Whether long grades go over two lines.</summary>
    public bool IsNarrow { get; init; }

    public byte[] Build()
    {
        var drawing = new Drawing();
        drawing.Down(40);
        foreach (var line in Title)
        {
            drawing.Line(line, 26);
        }

        drawing.Line(Dates, 12, isBold: true).Down(12)
            .Line("Lead inspector: Nobody At All, His Majesty's Inspector", 12, isBold: true).Down(20);
        drawing.At(77, drawing.Y, "Judgement", isBold: true).At(330, drawing.Y, "Grade", isBold: true).Down(33);
        Row(drawing, ["The impact of leaders on social work", "practice with children and families"], 0);
        Row(drawing, ["The experiences and progress of", "children who need help and protection"], 1);
        Row(drawing, HasCareLeavers ? ["The experiences and progress of", "children in care"]
            : ["The experiences and progress of", "children in care and care leavers"], 2);
        if (HasCareLeavers)
        {
            Row(drawing, ["The experiences and progress of care", "leavers"], 3);
        }

        if (HasOverall)
        {
            Row(drawing, ["Overall effectiveness"], 4);
        }

        drawing.Text(Introduction);
        foreach (var sentence in Sentences)
        {
            drawing.Down(20).Line(sentence);
        }

        drawing.Page().Line("What needs to improve?", 14, isBold: true).Text("The pages that tests draw.").Down(10);
        Section(drawing, "The experiences and progress of children who need help and protection", 1);
        Section(drawing, HasCareLeavers ? "The experiences and progress of children in care"
            : "The experiences and progress of children in care and care leavers", 2);
        if (HasCareLeavers)
        {
            Section(drawing, "The experiences and progress of care leavers", 3);
        }

        drawing.Page();
        Section(drawing, "The impact of leaders on social work practice with children and families", 0);
        return drawing.Build();
    }

    private void Row(Drawing drawing, string[] label, int number)
    {
        for (var line = 0; line < label.Length; line++)
        {
            drawing.At(77, drawing.Y - (line * 14.5), label[line]);
        }

        var grade = Grades[number];
        if (IsNarrow && grade.Length > 20)
        {
            drawing.At(330, drawing.Y, grade[..20]).At(330, drawing.Y - 14.5, grade[21..]);
        }
        else
        {
            drawing.At(330, drawing.Y, grade);
        }

        drawing.Down(43);
    }

    private void Section(Drawing drawing, string name, int number)
    {
        var words = $"{name}: {(SectionGrades[number] ?? Grades[number]).ToLowerInvariant()}";
        var at = words.LastIndexOf(' ', Math.Min(62, words.Length - 1));
        if (words.Length > 62)
        {
            drawing.Line(words[..at], 14, isBold: true).Line(words[(at + 1)..], 14, isBold: true);
        }
        else
        {
            drawing.Line(words, 14, isBold: true);
        }

        drawing.Down(10).Text("1. Something that was seen. It was good, and it was not yet good enough.").Down(20);
    }
}
