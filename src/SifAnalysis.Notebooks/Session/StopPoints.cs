using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SifAnalysis.Notebooks.Session;

/// <summary>
/// Puts a <see cref="StopPoint"/> into every loop and function of a cell. The runtime has a way to abort a thread anywhere
/// (<c>ControlledExecution</c>), but on Linux it takes the process down as often as not; code that asks stops where it is sound.
/// </summary>
internal sealed class StopPoints : CSharpSyntaxWalker
{
    private const string Pass = "global::SifAnalysis.Notebooks.Session.StopPoint.Pass();";
    private const string Enter = "global::SifAnalysis.Notebooks.Session.StopPoint.Enter();";
    private readonly List<(int At, string Text)> insertions = [];
    private readonly Lazy<SemanticModel> model;
    private readonly CancellationToken cancellation;

    private StopPoints(Func<SemanticModel> model, CancellationToken cancellation)
    {
        this.model = new Lazy<SemanticModel>(model);
        this.cancellation = cancellation;
    }

    /// <summary>
    /// The code with stop points, every line in its place, of a cell and of the files that it loads, by their names; of those that have
    /// a place for one.
    /// </summary>
    /// <param name="compilation">The cell as it is.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static IReadOnlyDictionary<string, string> In(Compilation compilation, CancellationToken cancellation) => compilation.SyntaxTrees
        .Select(tree => (tree.FilePath, Code: In(compilation, tree, cancellation)))
        .Where(each => each.Code is not null)
        .ToDictionary(each => each.FilePath, each => each.Code!, StringComparer.Ordinal);

    private static string? In(Compilation compilation, SyntaxTree tree, CancellationToken cancellation)
    {
        var points = new StopPoints(() => compilation.GetSemanticModel(tree), cancellation);
        points.Visit(tree.GetRoot(cancellation));
        if (points.insertions.Count == 0)
        {
            return null;
        }

        var code = tree.GetText(cancellation).ToString();
        var text = new StringBuilder();
        var done = 0;
        foreach (var (at, insertion) in points.insertions.OrderBy(insertion => insertion.At))
        {
            text.Append(code, done, at - done).Append(insertion);
            done = at;
        }

        return text.Append(code, done, code.Length - done).ToString();
    }

    public override void VisitWhileStatement(WhileStatementSyntax node)
    {
        IntoLoop(node.Statement);
        base.VisitWhileStatement(node);
    }

    public override void VisitDoStatement(DoStatementSyntax node)
    {
        IntoLoop(node.Statement);
        base.VisitDoStatement(node);
    }

    public override void VisitForStatement(ForStatementSyntax node)
    {
        IntoLoop(node.Statement);
        base.VisitForStatement(node);
    }

    public override void VisitForEachStatement(ForEachStatementSyntax node)
    {
        IntoLoop(node.Statement);
        base.VisitForEachStatement(node);
    }

    public override void VisitForEachVariableStatement(ForEachVariableStatementSyntax node)
    {
        IntoLoop(node.Statement);
        base.VisitForEachVariableStatement(node);
    }

    public override void VisitLabeledStatement(LabeledStatementSyntax node)
    {
        if (node.Parent is BlockSyntax or GlobalStatementSyntax or SwitchSectionSyntax)
        {
            insertions.Add((node.Statement.SpanStart, Pass));
        }

        base.VisitLabeledStatement(node);
    }

    public override void VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        Into(node.Body);
        Into(node.ExpressionBody, node.SemicolonToken, Returns(node.ReturnType, node.Modifiers));
        base.VisitMethodDeclaration(node);
    }

    public override void VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        Into(node.Body);
        Into(node.ExpressionBody, node.SemicolonToken, Returns(node.ReturnType, node.Modifiers));
        base.VisitLocalFunctionStatement(node);
    }

    public override void VisitPropertyDeclaration(PropertyDeclarationSyntax node)
    {
        Into(node.ExpressionBody, node.SemicolonToken, returns: true, "{get", "}");
        base.VisitPropertyDeclaration(node);
    }

    public override void VisitAccessorDeclaration(AccessorDeclarationSyntax node)
    {
        Into(node.Body);
        Into(node.ExpressionBody, node.SemicolonToken, node.IsKind(SyntaxKind.GetAccessorDeclaration));
        base.VisitAccessorDeclaration(node);
    }

    public override void VisitConstructorDeclaration(ConstructorDeclarationSyntax node)
    {
        Into(node.Body);
        Into(node.ExpressionBody, node.SemicolonToken, returns: false);
        base.VisitConstructorDeclaration(node);
    }

    public override void VisitOperatorDeclaration(OperatorDeclarationSyntax node)
    {
        Into(node.Body);
        Into(node.ExpressionBody, node.SemicolonToken, returns: true);
        base.VisitOperatorDeclaration(node);
    }

    public override void VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node)
    {
        Into(node.Block);
        base.VisitAnonymousMethodExpression(node);
    }

    public override void VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node)
    {
        if (IntoLambda(node))
        {
            base.VisitSimpleLambdaExpression(node);
        }
    }

    public override void VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node)
    {
        if (IntoLambda(node))
        {
            base.VisitParenthesizedLambdaExpression(node);
        }
    }

    private void Into(BlockSyntax? body)
    {
        if (body is not null)
        {
            insertions.Add((body.OpenBraceToken.Span.End, Enter));
        }
    }

    private void IntoLoop(StatementSyntax body)
    {
        if (body is BlockSyntax block)
        {
            insertions.Add((block.OpenBraceToken.Span.End, Pass));
        }
        else
        {
            insertions.Add((body.SpanStart, "{" + Pass));
            insertions.Add((body.Span.End, "}"));
        }
    }

    // The body of a member that is one expression becomes a block; its arrow stays as a comment, so that all is where it was.
    private void Into(ArrowExpressionClauseSyntax? body, SyntaxToken end, bool returns, string before = "", string after = "")
    {
        if (body is not null && !end.IsMissing)
        {
            insertions.Add((body.ArrowToken.SpanStart, $"{before}{{{Enter}/*"));
            insertions.Add((body.ArrowToken.Span.End, "*/"));
            insertions.Add((body.Expression.SpanStart, returns && body.Expression is not ThrowExpressionSyntax ? "return " : ""));
            insertions.Add((end.Span.End, "}" + after));
        }
    }

    // Whether a function gives a value back: a task without a result is none where the function is async.
    private static bool Returns(TypeSyntax type, SyntaxTokenList modifiers) =>
        type is not PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword }
        && !(modifiers.Any(SyntaxKind.AsyncKeyword)
            && (type is QualifiedNameSyntax named ? named.Right : type) is IdentifierNameSyntax { Identifier.ValueText: "Task" or "ValueTask" });

    // Whether what is inside the lambda may have points too: an expression tree stays as it is, and everything in it.
    private bool IntoLambda(LambdaExpressionSyntax lambda)
    {
        if (lambda.Block is not null)
        {
            Into(lambda.Block);
            return true;
        }

        if (lambda.ExpressionBody is not { } body
            || model.Value.GetTypeInfo(lambda, cancellation).ConvertedType is not INamedTypeSymbol { TypeKind: TypeKind.Delegate, DelegateInvokeMethod: { } called })
        {
            return false;
        }

        if (lambda.AsyncKeyword == default && !called.ReturnsByRef && !called.ReturnsByRefReadonly && body is not ThrowExpressionSyntax)
        {
            insertions.Add((body.SpanStart, "{" + Enter + (called.ReturnsVoid ? "" : "return ")));
            insertions.Add((body.Span.End, ";}"));
        }

        return true;
    }
}
