using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SifAnalysis.Notebooks.Session;

/// <summary>Tells whether code leaves anything behind that later code could name.</summary>
internal static class Declarations
{
    /// <summary>
    /// Whether the code declares something, brings a namespace or a file in, or might: what it does not clearly leave alone counts.
    /// </summary>
    public static bool In(SyntaxTree tree)
    {
        var root = (CompilationUnitSyntax)tree.GetRoot();
        return root.ContainsDirectives
            || root.Usings.Count > 0
            || root.Externs.Count > 0
            || root.Members.Any(member => member is not GlobalStatementSyntax)
            || root.DescendantNodes().Any(node => node.Kind() is SyntaxKind.VariableDeclarator or SyntaxKind.LocalFunctionStatement or SyntaxKind.SingleVariableDesignation or SyntaxKind.LabeledStatement);
    }
}
