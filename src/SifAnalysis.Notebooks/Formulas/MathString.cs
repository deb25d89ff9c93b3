using Microsoft.DotNet.Interactive.Formatting;

namespace SifAnalysis.Notebooks.Formulas;

/// <summary>A formula in LaTeX without its delimiters, shown as such where the client sets it.</summary>
/// <param name="Value">The formula.</param>
[TypeFormatterSource(typeof(Formatters), PreferredMimeTypes = [Mime])]
public sealed record MathString(string Value)
{
    private const string Mime = "text/latex";

    /// <summary>Text as a formula.</summary>
    public static implicit operator MathString(string source) => new(source);

    /// <inheritdoc/>
    public override string ToString() => $"$${Value}$$";

    private sealed class Formatters : ITypeFormatterSource
    {
        public IEnumerable<ITypeFormatter> CreateTypeFormatters() => [new AsText(Mime), new AsText(PlainTextFormatter.MimeType)];
    }

    private sealed class AsText(string mime) : TypeFormatter<MathString>
    {
        public override string MimeType => mime;

        public override bool Format(MathString value, FormatContext context)
        {
            context.Writer.Write(value);
            return true;
        }
    }
}
