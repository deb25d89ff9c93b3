using System.Text.Json.Nodes;
using SifAnalysis.Jupyter.Specs;
using SifAnalysis.Jupyter.Wire;

namespace SifAnalysis.Jupyter.Tests.Specs;

public sealed class KernelSpecsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sif-specs-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Install_Twice_LeavesOneWholeKernel()
    {
        var kernels = Path.Combine(folder, "kernels");
        KernelSpecs.Install(kernels, "mine", Program(), "sif");
        var spec = KernelSpecs.Install(kernels, "mine", Program(), "sif");
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(spec.Folder, "kernel.json")))!;
        Assert.Equal("message", (string?)json["interrupt_mode"]);
        Assert.Equal("0", (string?)json["env"]!["DOTNET_TieredPGO"]);
        Assert.True(File.Exists((string?)json["argv"]![0]));
        Assert.Equal(
            ["logo-32x32.png", "logo-64x64.png", "logo-svg.svg"], Directory.GetFiles(spec.Folder, "logo*").Select(Path.GetFileName).Order(
                StringComparer.Ordinal));
        Assert.Equal([spec.Folder], Directory.GetDirectories(kernels));
    }

    [Fact]
    public void Install_WhereAnotherKernelHasTheCommonName_TakesItsOwn()
    {
        var kernels = Path.Combine(folder, "kernels");
        Foreign(kernels, KernelSpecs.CommonName);
        Assert.Equal(KernelSpecs.OwnName, KernelSpecs.Install(kernels, null, Program(), "sif").Name);
        Assert.Throws<KernelException>(() => KernelSpecs.Install(kernels, KernelSpecs.CommonName, Program(), "sif"));
        Assert.Throws<KernelException>(() => KernelSpecs.Uninstall(kernels, KernelSpecs.CommonName));
    }

    [Fact]
    public void Install_IntoAFile_SaysWhatToDo()
    {
        var kernels = Path.Combine(folder, "kernels");
        File.WriteAllText(kernels, "");
        Assert.Contains(
            "cannot be written",
            Assert.Throws<KernelException>(() => KernelSpecs.Install(kernels, "mine", Program(), "sif")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Install_IntoAFolderThatNobodyCanWrite_SaysWhatToDo()
    {
        var message = Assert.Throws<KernelException>(() => KernelSpecs.Install("/proc/kernels", "mine", Program(), "sif")).Message;
        Assert.Contains("cannot be written to /proc/kernels", message, StringComparison.Ordinal);
        Assert.Contains("--prefix", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("")]
    public void Install_UnderANameThatIsNone_Refuses(string name) =>
        Assert.Throws<KernelException>(() => KernelSpecs.Install(folder, name, Program(), "sif"));

    [Fact]
    public void Uninstall_OfOurs_RemovesIt()
    {
        var kernels = Path.Combine(folder, "kernels");
        var spec = KernelSpecs.Install(kernels, "mine", Program(), "sif");
        Assert.Equal("mine", KernelSpecs.Uninstall(kernels, null).Name);
        Assert.False(Directory.Exists(spec.Folder));
        Assert.Throws<KernelException>(() => KernelSpecs.Uninstall(kernels, null));
    }

    private static void Foreign(string kernels, string name)
    {
        var spec = Directory.CreateDirectory(Path.Combine(kernels, name)).FullName;
        File.WriteAllText(Path.Combine(spec, "kernel.json"), """{"argv": ["other"], "display_name": "Other", "language": "C#"}""");
    }

    private string Program()
    {
        var program = Directory.CreateDirectory(Path.Combine(folder, "program")).FullName;
        File.WriteAllText(Path.Combine(program, "sif"), "");
        return program;
    }
}
