using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Notebooks.Magics;

/// <summary><c>#!set</c></summary>
internal sealed class SetMagic : IMagic
{
    private const string Usage = "expected #!set --name x --value V, where V is a number, a text, @csharp:y, @value:y, @input:prompt or @password:prompt.";

    /// <inheritdoc/>
    public string Name => "set";

    /// <inheritdoc/>
    public string Summary => "sets a C# variable: `--name x --value V`, where V is a literal, `@csharp:y`, `@value:y`, `@input:prompt` or `@password:prompt`; with `--mime-type` to that representation of it";

    /// <inheritdoc/>
    public Task RunAsync(CellPart part, CellContext cell, CancellationToken cancellation)
    {
        var arguments = MagicArguments.Of(part, ["--name", "--value", "--mime-type"], "--byref");
        if (arguments["--name"] is not { } name || arguments["--value"] is not { } value || arguments.Words.Count > 0)
        {
            throw part.Problem(Usage);
        }

        if (arguments.Quoted.Contains("--value") || !value.StartsWith('@'))
        {
            return MagicValues.SetAsync(name, value, arguments.Quoted.Contains("--value"), part, cell, cancellation);
        }

        return value[1..].Split(':', 2) switch
        {
            ["input" or "password"] alone => MagicValues.AskAsync(name, $"{name}: ", alone[0] is "password", part, cell, cancellation),
            [("input" or "password") and var kind, var prompt] => MagicValues.AskAsync(name, prompt, kind is "password", part, cell, cancellation),
            [var kernel, var source] => MagicValues.SetAsync(name, kernel, source, arguments["--mime-type"], part, cell, cancellation),
            [var source] => MagicValues.SetAsync(name, "csharp", source, arguments["--mime-type"], part, cell, cancellation),
            _ => throw part.Problem(Usage),
        };
    }
}
