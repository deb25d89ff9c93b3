using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Notebooks.Tests.Session;

public sealed class CellLayoutTests
{
    [Theory]
    [InlineData("var x=1+2;\nx", "var x = 1 + 2;\nx")]
    [InlineData("if(true){Console.Write(1);}", "if (true) { Console.Write(1); }")]
    [InlineData("int F(int n)\n{\nreturn n;\n}", "int F(int n)\n{\n    return n;\n}")]
    [InlineData("#r \"nuget: Some, 1.0\"\nusing  System.Text;\nvar x=1;", "#r \"nuget: Some, 1.0\"\nusing System.Text;\nvar x = 1;")]
    [InlineData(
        "#!time\nvar x=1;\n#!sql\nselect  a,b\n   from c\n#!csharp\nvar y=2;",
        "#!time\nvar x = 1;\n#!sql\nselect  a,b\n   from c\n#!csharp\nvar y = 2;")]
    [InlineData("var text = @\"a\n  b\";\nvar  more=1;", "var text = @\"a\n  b\";\nvar more = 1;")]
    [InlineData("var x=;", "var x=;")]
    [InlineData("", "")]
    public void Of_Code_IsLaidOut_AndNothingElse(string code, string expected)
    {
        Assert.Equal(expected, CellLayout.Of(code));
        Assert.Equal(expected, CellLayout.Of(expected));
    }
}
