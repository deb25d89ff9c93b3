using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Notebooks.Magics;

/// <summary><c>#!share</c></summary>
internal sealed class ShareMagic : IMagic
{
    /// <inheritdoc/>
    public string Name => "share";

    /// <inheritdoc/>
    public string Summary => "sets a C# variable from another kernel's value: `--from value x`, `--as y` for another name, `--mime-type` for a representation";

    /// <inheritdoc/>
    public Task RunAsync(CellPart part, CellContext cell, CancellationToken cancellation)
    {
        var arguments = MagicArguments.Of(part, ["--from", "--as", "--mime-type"]);
        return arguments["--from"] is { } kernel && arguments.Words is [var source]
            ? MagicValues.SetAsync(arguments["--as"] ?? source, kernel, source, arguments["--mime-type"], part, cell, cancellation)
            : throw part.Problem("expected #!share --from kernel name, with --as other where it is to have another name here.");
    }
}
