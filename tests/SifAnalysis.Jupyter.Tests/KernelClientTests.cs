namespace SifAnalysis.Jupyter.Tests;

public sealed class KernelClientTests(InstalledKernel kernel) : IClassFixture<InstalledKernel>
{
    [Theory]
    [InlineData("execute")]
    [InlineData("silent")]
    [InlineData("expressions")]
    [InlineData("error")]
    [InlineData("abort")]
    [InlineData("display")]
    [InlineData("input")]
    [InlineData("lazy")]
    [InlineData("nuget")]
    [InlineData("sql")]
    [InlineData("complete")]
    [InlineData("inspect")]
    [InlineData("is_complete")]
    [InlineData("history")]
    [InlineData("information")]
    [InlineData("garbage")]
    [InlineData("interrupt")]
    [InlineData("threads")]
    [InlineData("flood")]
    [InlineData("streaming")]
    [InlineData("two_clients")]
    [InlineData("restart")]
    [InlineData("exit")]
    [InlineData("stack")]
    [InlineData("killed")]
    [InlineData("shutdown")]
    public void JupyterClient_DrivesTheKernel_FindsNothingWrong(string check)
    {
        Assert.True(kernel.Checks.TryGetValue(check, out var wrong), $"The check {check} did not run.");
        Assert.True(wrong is null, wrong);
    }
}
