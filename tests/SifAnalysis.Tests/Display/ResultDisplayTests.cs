using Microsoft.DotNet.Interactive.Formatting;
using SifAnalysis.Display;
using SifAnalysis.Statistics;

namespace SifAnalysis.Tests.Display;

public class ResultDisplayTests
{
    [Fact]
    public void Result_ColumnWithoutAValue_IsNotShown()
    {
        NotebookDisplay.Register();
        var html = SignTest.Of(3, 1).ToDisplayString(HtmlFormatter.MimeType);
        Assert.Contains(">p</th>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Monte Carlo error", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Degrees of freedom", html, StringComparison.Ordinal);
    }
}
