namespace SifAnalysis.Reports.Tests.Drawn;

/// <summary>Reads bytes as a file of a folder of its own, which goes with it.</summary>
internal static class Reading
{
    public static SifReport Sif(this SifDrawing drawing, string name = "report.pdf") => Assert.IsType<SifReport>(Of(drawing.Build(), name));

    public static IlacsReport Ilacs(this IlacsDrawing drawing, string name = "report.pdf") =>
        Assert.IsType<IlacsReport>(Of(drawing.Build(), name));

    public static OfstedDocument Of(byte[] bytes, string name = "report.pdf")
    {
        var folder = Directory.CreateTempSubdirectory("sif-reports-");
        try
        {
            var path = Path.Combine(folder.FullName, name);
            File.WriteAllBytes(path, bytes);
            return Assert.Single(OfstedReports.Read(path).Documents);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
