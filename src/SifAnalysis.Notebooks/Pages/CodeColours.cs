using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SifAnalysis.Notebooks.Pages;

/// <summary>Colours C# for a page: keywords, texts, numbers and comments.</summary>
internal static class CodeColours
{
    private static readonly CSharpParseOptions Script = new(kind: SourceCodeKind.Script);

    /// <summary>The code as HTML.</summary>
    public static string Html(string code)
    {
        var root = CSharpSyntaxTree.ParseText(code, Script).GetRoot();
        var html = new StringBuilder();
        foreach (var token in root.DescendantTokens(descendIntoTrivia: false))
        {
            Trivia(html, token.LeadingTrivia);
            var kind = token.Kind();
            Piece(html, token.ToString(), kind switch
            {
                SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.InterpolatedStringTextToken
                    or SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedStringEndToken or SyntaxKind.MultiLineRawStringLiteralToken => "s",
                SyntaxKind.NumericLiteralToken => "n",
                _ when SyntaxFacts.IsKeywordKind(kind) || token.Text is "var" or "await" => "k",
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
            Piece(html, each.ToFullString(), each.IsDirective ? "k" : kind is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia ? "c" : null);
        }
    }

    private static void Piece(StringBuilder html, string text, string? colour) =>
        html.Append(colour is null ? Page.Text(text) : $"<span class=\"{colour}\">{Page.Text(text)}</span>");
}
