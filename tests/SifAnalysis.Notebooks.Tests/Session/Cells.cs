using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Kernels;
using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Notebooks.Tests.Session;

/// <summary>A session in a folder of its own, and what its cells gave out.</summary>
internal sealed class Cells : ICellOutputs, IAsyncDisposable
{
    private readonly NotebookSession session;
    private readonly List<CellOutput> outputs = [];

    public Cells(string? folder = null)
    {
        Folder = folder ?? Directory.CreateTempSubdirectory("cells").FullName;
        session = new NotebookSession(Folder);
    }

    public string Folder { get; }

    /// <summary>What the reader answers, first to last.</summary>
    public Queue<string> Answers { get; } = [];

    /// <summary>What the reader was asked, and whether the answer was hidden.</summary>
    public List<(string Prompt, bool Hidden)> Questions { get; } = [];

    public NotebookSession Session => session;

    public IReadOnlyList<DisplayOutput> Displays => [.. outputs.OfType<DisplayOutput>()];

    /// <summary>What the last cell wrote.</summary>
    public IReadOnlyList<string> Texts
    {
        get
        {
            lock (outputs)
            {
                return [.. outputs.OfType<StreamOutput>().Select(stream => stream.Text)];
            }
        }
    }

    /// <summary>Runs a cell that must succeed, and gives the plain text of its last output, which may be its result.</summary>
    public async Task<string> TextOf(string code)
    {
        outputs.Clear();
        var result = await session.ExecuteAsync(code, this);
        Assert.True(result.Succeeded, result.Error is null ? "interrupted" : string.Join('\n', result.Error.Traceback));
        return Displays is [.., var last] ? (string?)last.Data["text/plain"] ?? "" : "";
    }

    /// <summary>Runs a cell that must fail, and gives the lines of its error.</summary>
    public async Task<string> ErrorOf(string code)
    {
        outputs.Clear();
        var result = await session.ExecuteAsync(code, this);
        Assert.True(result.Error is not null, $"The cell succeeded:\n{code}");
        return string.Join('\n', result.Error.Traceback);
    }

    public string Write(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        File.WriteAllText(path, text);
        return path;
    }

    public void Add(CellOutput output)
    {
        lock (outputs)
        {
            outputs.Add(output);
        }
    }

    public void Update(string displayId, DisplayOutput display)
    {
        var index = outputs.FindIndex(output => output is DisplayOutput shown && shown.DisplayId == displayId);
        if (index >= 0)
        {
            outputs[index] = display;
        }
    }

    public void Clear(bool wait) => outputs.Clear();

    public string Ask(string prompt, bool hidden)
    {
        Questions.Add((prompt, hidden));
        return Answers.TryDequeue(out var answer) ? answer : throw new InvalidOperationException("There is nobody to ask.");
    }

    public ValueTask DisposeAsync() => session.DisposeAsync();
}
