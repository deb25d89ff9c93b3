using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>Text in LaTeX, shown as such where the client sets it.</summary>
/// <param name="Value">The text.</param>
[TypeFormatterSource(typeof(FormulaFormatters), PreferredMimeTypes = ["text/latex"])]
public sealed record LaTeXString(string Value)
{
    /// <summary>Text as LaTeX.</summary>
    public static implicit operator LaTeXString(string source) => new(source);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A formula in LaTeX without its delimiters, shown as such where the client sets it.</summary>
/// <param name="Value">The formula.</param>
[TypeFormatterSource(typeof(FormulaFormatters), PreferredMimeTypes = ["text/latex"])]
public sealed record MathString(string Value)
{
    /// <summary>Text as a formula.</summary>
    public static implicit operator MathString(string source) => new(source);

    /// <inheritdoc/>
    public override string ToString() => $"$${Value}$$";
}

/// <summary>How formulas are shown: as <c>text/latex</c>.</summary>
internal sealed class FormulaFormatters : ITypeFormatterSource
{
    /// <inheritdoc/>
    public IEnumerable<ITypeFormatter> CreateTypeFormatters() =>
    [
        new FormulaFormatter<LaTeXString>("text/latex"),
        new FormulaFormatter<LaTeXString>(PlainTextFormatter.MimeType),
        new FormulaFormatter<MathString>("text/latex"),
        new FormulaFormatter<MathString>(PlainTextFormatter.MimeType),
    ];

    private sealed class FormulaFormatter<T>(string mime) : TypeFormatter<T>
    {
        public override string MimeType => mime;

        public override bool Format(T value, FormatContext context)
        {
            context.Writer.Write(value?.ToString());
            return true;
        }
    }
}
