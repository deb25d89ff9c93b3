using SifAnalysis.Tests.Shared;

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
    [InlineData("scope")]
    [InlineData("unfinished")]
    [InlineData("inspect")]
    [InlineData("call")]
    [InlineData("documentation")]
    [InlineData("numbers")]
    [InlineData("heartbeat")]
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
    [InlineData("recursion")]
    [InlineData("memory")]
    [InlineData("charts")]
    [InlineData("lines")]
    [InlineData("formatter")]
    [InlineData("exit")]
    [InlineData("stack")]
    [InlineData("killed")]
    [InlineData("shutdown")]
    public void JupyterClient_DrivesTheKernel_FindsNothingWrong(string check)
    {
        Assert.True(kernel.Checks.TryGetValue(check, out var wrong), $"The check {check} did not run.");
        Assert.True(wrong is null, wrong);
    }

    [Fact]
    public void InstalledKernel_StartsFromItsOwnFolder_WhateverBecomesOfTheCheckout()
    {
        var json = File.ReadAllText(Path.Combine(kernel.Folder, "kernel.json"));
        Assert.Contains(Path.Combine(kernel.Folder, "program", "sif"), json, StringComparison.Ordinal);
        Assert.DoesNotContain(Checkout.Root, json, StringComparison.Ordinal);
        Assert.DoesNotContain(
            Directory.EnumerateFiles(kernel.Folder, "*", SearchOption.AllDirectories), file => new FileInfo(file).LinkTarget is not null);
    }
}
