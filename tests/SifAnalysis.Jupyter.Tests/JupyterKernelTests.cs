using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Kernels;
using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Jupyter.Tests;

public sealed partial class JupyterKernelTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public void Start_OnPortsInUse_SaysWhichChannelAndWhatToDo()
    {
        Connect();
        using var first = new JupyterKernel(file, new FakeSession(), _ => { });
        Assert.Contains(
            "shell channel cannot listen",
            Assert.Throws<KernelException>(() => new JupyterKernel(file, new FakeSession(), _ => { })).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Requests_OfTheKernel_AreThoseOfTheTable()
    {
        Connect();
        using var kernel = new JupyterKernel(file, new FakeSession(), _ => { });
        var table = Table("## Messages from clients").Select(row => row.Name);
        Assert.Equal(kernel.Requests, table.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Magics_OfTheSession_AreThoseOfTheTable()
    {
        var shown = new Shown();
        await using var session = new NotebookSession(Path.GetTempPath());
        await session.ExecuteAsync("#!lsmagic", shown);
        var table = Table("## Magics").Where(row => !row.State.StartsWith("refused", StringComparison.Ordinal))
            .Select(row => $"{row.Name}: {row.State}");
        Assert.Equal(shown.Text.Split('\n').Order(StringComparer.Ordinal), table.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Magics_ThatAreRefused_SayWhatTheTableSays()
    {
        await using var session = new NotebookSession(Path.GetTempPath());
        var refused = Table("## Magics").Where(row => row.State.StartsWith("refused: ", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(refused);
        foreach (var (name, state) in refused)
        {
            var result = await session.ExecuteAsync($"{name}\ntext", new Shown());
            Assert.Contains(state["refused: ".Length..], result.Error!.Message, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<(string Name, string State)> Table(string title)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SifAnalysis.sln")))
        {
            folder = folder.Parent!;
        }

        var text = File.ReadAllText(Path.Combine(folder.FullName, "docs", "protocol.md"));
        var section = text[text.IndexOf(title, StringComparison.Ordinal)..].Split("\n## ")[0];
        return Row().Matches(section).Select(row => (row.Groups[1].Value, row.Groups[2].Value));
    }

    [GeneratedRegex(@"^\| `([^`]+)` \|(?:[^|]*\|)*? ([^|]*) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    private void Connect()
    {
        var listeners = Enumerable.Range(0, 5).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        foreach (var listener in listeners)
        {
            listener.Start();
        }

        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        foreach (var listener in listeners)
        {
            listener.Stop();
        }

        File.WriteAllText(
            file, JsonSerializer.Serialize(
                new
                {
                    shell_port = ports[0],
                    iopub_port = ports[1],
                    stdin_port = ports[2],
                    control_port = ports[3],
                    hb_port = ports[4],
                    key = "k",
                }));
    }

    private sealed class Shown : ICellOutputs
    {
        public string Text { get; private set; } = "";

        public void Add(CellOutput output) => Text += output is DisplayOutput shown ? (string?)shown.Data["text/plain"] : "";

        public void Update(string displayId, DisplayOutput display)
        {
        }

        public void Clear(bool wait)
        {
        }

        public string Ask(string prompt, bool hidden) => "";
    }
}
