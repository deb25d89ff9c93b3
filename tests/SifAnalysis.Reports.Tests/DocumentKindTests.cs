using SifAnalysis.Reports.Grades;
using SifAnalysis.Reports.Tests.Drawn;

namespace SifAnalysis.Reports.Tests;

/// <summary>Documents that are no inspection reports of the two frameworks are named, and give no row.</summary>
public sealed class DocumentKindTests
{
    [Theory]
    [InlineData(DocumentKind.EarlierFramework, "Inspection of looked after children services",
        "Kent County Council", "Overall effectiveness: good")]
    [InlineData(DocumentKind.EarlierFramework, "Inspection of local authority arrangements for the protection of children",
        "Torbay Council", "Overall effectiveness: inadequate")]
    [InlineData(DocumentKind.EarlierFramework, "Inspection of safeguarding and looked after children services", "Devon", "Ofsted, 2011")]
    [InlineData(DocumentKind.FocusedVisit, "Dear Director",
        "Focused visit to Kent children's services", "This letter summarises the findings.")]
    [InlineData(DocumentKind.FocusedVisit, "Focused visit to Kent County Council", "children's services", "Ofsted")]
    [InlineData(DocumentKind.MonitoringVisit, "Dear Director", "Monitoring visit of Kent children's services", "Yours sincerely")]
    [InlineData(DocumentKind.AreaInspection, "Joint targeted area inspection of Kent", "Ofsted and others", "The partnership")]
    [InlineData(DocumentKind.OtherInspectorate, "Inspection of youth offending work in Kent",
        "HM Inspectorate of Probation", "Overall: Good")]
    [InlineData(DocumentKind.OtherInspectorate, "Estyn", "Inspection of local government education services", "A report")]
    [InlineData(DocumentKind.Welsh, "Adroddiad arolygiad", "Arolygiaeth Gofal Cymru", "Gwasanaethau plant awdurdod lleol")]
    [InlineData(DocumentKind.OtherOfsted, "School inspection report", "Ofsted", "The quality of education is good")]
    [InlineData(DocumentKind.Unknown, "Annual report and accounts", "Of a bank", "Overall a good year")]
    public void Read_OtherDocument_IsNamed(DocumentKind kind, string first, string second, string third)
    {
        var document = Reading.Of(new Drawing().Line(first, 20).Line(second, 14).Text(third).Page().Text("More.").Build());
        Assert.Equal(kind, document.Kind);
        Assert.IsNotAssignableFrom<InspectionReport>(document);
        Assert.Contains("it gives no row", Assert.Single(document.Problems).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_LetterWhosePagesSpeakAsAReportDoes_IsStillALetter()
    {
        var drawing = new Drawing().Line("15 July 2021").Line("Dear Director")
            .Line("Focused visit to Kent children's services").Text("This letter summarises the findings. Yours sincerely");
        drawing.Page().Line("The impact of leaders on social work practice", isBold: true)
            .Text("The experiences and progress of children are told here.");
        Assert.Equal(DocumentKind.FocusedVisit, Reading.Of(drawing.Build()).Kind);
    }

    [Fact]
    public void Read_ReviewOfABoardAlone_IsNoInspection()
    {
        var drawing = new Drawing().Line("Surrey Safeguarding Children Board", 26)
            .Line("Review of the effectiveness of the Local Safeguarding Children", 14, isBold: true).Line("Board", 14, isBold: true)
            .Line("Inspection date: 15 June 2015 - 17 June 2015", 14).Line("Report published: 3 August 2015", 14).Down(20)
            .Line("The Local Safeguarding Children Board requires improvement", 14, isBold: true)
                .Text("The arrangements require improvement.");
        var report = Assert.IsType<SifReport>(Reading.Of(drawing.Build()));
        Assert.Equal(DocumentKind.LscbReview, report.Kind);
        Assert.Equal(Grade.RequiresImprovement, report[ReportArea.Lscb]!.Value);
        Assert.Empty(report.Problems);
        var row = new ReportSet([report]).ToTables()[0].Rows[0];
        Assert.Equal(["Surrey", "", "LSCB review only", "2015-06-15", "2015-06-17", "2015-08-03"], row.Take(6));
        Assert.Empty(new ReportSet([report]).ToTables()[1].Rows);
    }

    [Fact]
    public void Read_ReportThatSpeaksOfAFocusedVisitAndAJointInspection_IsStillAReport()
    {
        var report = new IlacsDrawing
        {
            Introduction = "A focused visit in 2020 and a joint targeted area inspection in 2022 found other "
            + "things; a monitoring visit found more."
        }.Ilacs();
        Assert.Empty(report.Problems);
    }

    [Fact]
    public void Read_SentencesThatBeginAsLabelsDo_AreNoJudgements()
    {
        var report = new IlacsDrawing
        {
            HasCareLeavers = false,
            Introduction = "x",
            Sentences = [
            "The experiences and progress of care leavers are good.", "Overall effectiveness is not yet good."]
        }.Ilacs();
        Assert.Equal(Grade.NotJudgedSeparately, report[ReportArea.CareLeavers]!.Value);
        Assert.Equal(Grade.Inadequate, report[ReportArea.Overall]!.Value);
        Assert.Empty(report.Problems);
    }

    [Fact]
    public void Read_CoverBeforeTheTitlePage_IsPassedOver()
    {
        var drawing = new Drawing().Line("Cover", 26);
        drawing.Page().Line("Slough Borough Council", 26)
            .Line("Inspection of services for children in need of help and", 14, isBold: true)
                .Line("protection, children looked after and care leavers", 14, isBold: true)
            .Line("Inspection date: 24 November 2015 - 17 December 2015", 14).Down(20).Line("The overall judgement is inadequate", 14);
        var report = Assert.IsType<SifReport>(Reading.Of(drawing.Build()));
        Assert.Equal("Slough", report.Authority!.Value);
        Assert.Equal((Grade.Inadequate, 2), (report[ReportArea.Overall]!.Value, report[ReportArea.Overall]!.Page));
    }
}
