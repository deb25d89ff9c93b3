using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Notebooks.Magics;

/// <summary><c>#!value</c></summary>
internal sealed class ValueMagic : IMagic
{
    /// <inheritdoc/>
    public string Name => "value";

    /// <inheritdoc/>
    public string Summary => "keeps a text under `--name`: the lines under it, `--from-file F` or `--from-value V`; `#!share --from value` gives it to C#; with `--mime-type` it is shown too";

    /// <inheritdoc/>
    public bool TakesText => true;

    /// <inheritdoc/>
    public async Task RunAsync(CellPart part, CellContext cell, CancellationToken cancellation)
    {
        var arguments = MagicArguments.Of(part, ["--name", "--from-file", "--from-url", "--from-value", "--mime-type"]);
        if (arguments["--name"] is not { } name || arguments.Words.Count > 0)
        {
            throw part.Problem("expected #!value --name x, with the text under it, or --from-file F.");
        }

        if (arguments["--from-url"] is not null)
        {
            throw part.Problem("--from-url is refused, as what an address gives may be another thing tomorrow. Keep the file beside the notebook and use --from-file.");
        }

        if (arguments["--from-file"] is not null && arguments["--from-value"] is not null)
        {
            throw part.Problem("give one of --from-file and --from-value.");
        }

        var text = arguments["--from-value"] ?? (arguments["--from-file"] is { } file ? await ReadAsync(part, file, cell, cancellation).ConfigureAwait(false) : part.Text);
        cell.Session.Texts[name] = text;
        if (arguments["--mime-type"] is { } mime)
        {
            cell.Show(text, mime);
        }
    }

    private static async Task<string> ReadAsync(CellPart part, string file, CellContext cell, CancellationToken cancellation)
    {
        var path = Path.GetFullPath(file, cell.Session.Folder);
        try
        {
            return await File.ReadAllTextAsync(path, cancellation).ConfigureAwait(false);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw part.Problem($"{path} cannot be read: {cause.Message}");
        }
    }
}
