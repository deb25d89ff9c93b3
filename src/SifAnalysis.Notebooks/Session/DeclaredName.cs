using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SifAnalysis.Notebooks.Session;

/// <summary>Something that a cell declares and that later cells can name, until it is declared again.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name; a type's with the number of its type parameters, a method's with the types of its parameters.</param>
internal readonly record struct DeclaredName(DeclaredName.Sort Kind, string Name)
{
    // Parameters by their types alone, as they make the signature; "ref" and "out" belong to it.
    private static readonly SymbolDisplayFormat Signature = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeModifiers);

    private static readonly SymbolDisplayFormat Typed = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>What can be declared. Names of different sorts do not hide each other in every place where they may stand.</summary>
    internal enum Sort
    {
        /// <summary>A variable or property that holds no delegate.</summary>
        Value,

        /// <summary>A variable or property that can be called: a delegate, or what may be one.</summary>
        Callable,

        /// <summary>A method with a signature; others of the name stand beside it.</summary>
        Method,

        /// <summary>A class, record, structure, enumeration, interface or delegate.</summary>
        Type,

        /// <summary>A namespace, or a type's members, that a using brings in.</summary>
        Import,

        /// <summary>Another name for a type or namespace.</summary>
        Alias,
    }

    /// <summary>What a compiled cell leaves to later ones.</summary>
    public static IReadOnlySet<DeclaredName> In(CSharpCompilation cell) =>
        new HashSet<DeclaredName>([.. Members(cell).Select(Of), .. Usings(cell).Select(Of), .. Externs(cell)]);

    /// <summary>The usings of a compiled cell that are among some names.</summary>
    public static IEnumerable<string> Usings(CSharpCompilation cell, IReadOnlySet<DeclaredName> names) =>
        Usings(cell).Where(each => names.Contains(Of(each))).Select(each => each.ToString());

    /// <summary>C# that declares the members of a compiled cell that are among some names.</summary>
    public static IEnumerable<string> Members(CSharpCompilation cell, IReadOnlySet<DeclaredName> names) =>
        Members(cell).Where(each => names.Contains(Of(each))).Select(each =>
            each is IFieldSymbol { IsConst: false } variable && !IsAnonymous(variable.Type)
            ? $"{variable.Type.ToDisplayString(Typed)} {variable.Name};"
            : Written(each));

    /// <summary>The earlier names that can no longer be used once this one is declared.</summary>
    /// <remarks>
    /// In a call, C# passes over what cannot be called: a number leaves a delegate of its name in reach, and a method any variable.
    /// </remarks>
    public IEnumerable<DeclaredName> Hides() => Kind == Sort.Callable ? [this, new(Sort.Value, Name)] : [this];

    private static DeclaredName Of(ISymbol member) => member switch
    {
        INamedTypeSymbol type => new(Sort.Type, type.MetadataName),
        IMethodSymbol method => new(Sort.Method, $"{method.MetadataName}`{method.Arity}{method.ToDisplayString(Signature)}"),
        IFieldSymbol variable => new(Holding(variable.Type), variable.Name),
        IPropertySymbol property => new(Holding(property.Type), property.Name),
        _ => new(Sort.Callable, member.Name),
    };

    private static DeclaredName Of(UsingDirectiveSyntax directive) => directive.Alias is { } alias
        ? new(Sort.Alias, alias.Name.Identifier.ValueText)
        : new(Sort.Import, $"{directive.StaticKeyword}{directive.NamespaceOrType}");

    private static IEnumerable<ISymbol> Members(CSharpCompilation cell) =>
        (cell.ScriptClass?.GetMembers() ?? []).Where(member => member.CanBeReferencedByName && !member.IsImplicitlyDeclared);

    private static IEnumerable<UsingDirectiveSyntax> Usings(CSharpCompilation cell) =>
        cell.SyntaxTrees.SelectMany(tree => tree.GetCompilationUnitRoot().Usings);

    private static IEnumerable<DeclaredName> Externs(CSharpCompilation cell) => cell.SyntaxTrees
        .SelectMany(tree => tree.GetCompilationUnitRoot().Externs)
        .Select(each => new DeclaredName(Sort.Alias, each.Identifier.ValueText));

    private static Sort Holding(ITypeSymbol type) => type.TypeKind is TypeKind.Delegate or TypeKind.Dynamic ? Sort.Callable : Sort.Value;

    // As it stands in the cell: a variable with what gives it its type, all else whole, with its documentation.
    private static string Written(ISymbol member)
    {
        var node = member.DeclaringSyntaxReferences[0].GetSyntax();
        return (node.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? node).ToFullString();
    }

    // Such a type has no name by which another declaration could call it.
    private static bool IsAnonymous(ITypeSymbol type) => type switch
    {
        { IsAnonymousType: true } => true,
        IArrayTypeSymbol array => IsAnonymous(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsAnonymous),
        _ => false,
    };
}
