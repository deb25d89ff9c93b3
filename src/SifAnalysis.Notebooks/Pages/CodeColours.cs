using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SifAnalysis.Notebooks.Pages;

/// <summary>
/// Colours C# for a page: keywords, texts, numbers and comments. It looks at words only: to parse what somebody else wrote
/// may take for ever, and a page needs no more.
/// </summary>
internal static class CodeColours
{
    // Interpolated strings nest in the lexer's stack; a cell with more of them than this is shown without colours.
    private const int MostInterpolations = 500;

    private static readonly CSharpParseOptions Script = new(kind: SourceCodeKind.Script);

    /// <summary>The code as HTML.</summary>
    public static string Html(string code)
    {
        if (code.Count(character => character == '$') > MostInterpolations)
        {
            return Page.Text(code);
        }

        var html = new StringBuilder();
        foreach (var token in SyntaxFactory.ParseTokens(code, options: Script))
        {
            Trivia(html, token.LeadingTrivia);
            Piece(html, token.ToString(), token.Kind() switch
            {
                SyntaxKind.NumericLiteralToken => "n",
                SyntaxKind.CharacterLiteralToken => "s",
                _ when token.Text.Length > 1 && token.Text[0] is '"' or '$' or '@' && token.Text[^1] is '"' => "s",
                var kind when SyntaxFacts.IsReservedKeyword(kind)
                    || token.Text is "var" or "await" or "async" or "record" or "with" or "when" or "yield" => "k",
                _ => null,
            });
            Trivia(html, token.TrailingTrivia);
        }

        return html.ToString();
    }

    private static void Trivia(StringBuilder html, SyntaxTriviaList trivia)
    {
        foreach (var each in trivia)
        {
            var kind = each.Kind();
            Piece(
                html,
                each.ToFullString(),
                each.IsDirective ? "k" : kind is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia ? "c" : null);
        }
    }

    private static void Piece(StringBuilder html, string text, string? colour) =>
        html.Append(colour is null ? Page.Text(text) : $"<span class=\"{colour}\">{Page.Text(text)}</span>");
}
