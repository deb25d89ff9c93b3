using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.QuickInfo;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Text;
using SifAnalysis.Notebooks.Packages;
using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Jupyter;

/// <summary>
/// Roslyn's completion and quick information on a cell that is being written, in the scope of what earlier ones declared: two
/// compilations, however many cells there were.
/// </summary>
internal sealed class CSharpAssistance : IDisposable
{
    // The SDK has the framework's documentation beside its reference assemblies; without it there are names and signatures.
    private static readonly Lazy<IReadOnlyList<MetadataReference>> References = new(() =>
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator).Where(path => path.Length > 0).ToList();
        var documented = Documented(framework);
        return
        [
            .. (documented.Count > 0 ? documented.Concat(trusted.Where(path => !path.StartsWith(framework, StringComparison.Ordinal))) : trusted)
                .Select(Reference),
        ];
    });

    private readonly AdhocWorkspace workspace = new(MefHostServices.Create(MefHostServices.DefaultAssemblies));
    private readonly CSharpCompilationOptions compiling;
    private readonly DocumentId earlier;
    private readonly DocumentId draft;
    private Solution solution;
    private string declarations = "";

    /// <summary>Starts with no cells.</summary>
    /// <param name="folder">The folder against which references by path resolve.</param>
    public CSharpAssistance(string folder)
    {
        compiling = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, usings: CSharpSession.Imports, allowUnsafe: true)
            .WithMetadataReferenceResolver(ScriptMetadataResolver.Default.WithBaseDirectory(folder).WithSearchPaths(folder))
            .WithSourceReferenceResolver(ScriptSourceResolver.Default.WithBaseDirectory(folder).WithSearchPaths(folder));
        solution = workspace.CurrentSolution;
        earlier = Add("Earlier", null);
        draft = Add("Draft", earlier.ProjectId);
    }

    /// <summary>Whether code can be run as it is: "complete", "incomplete" or "invalid".</summary>
    public static string IsComplete(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(CSharpSession.CSharpOf(code), CSharpSession.Parsing);
        return !SyntaxFactory.IsCompleteSubmission(tree) ? "incomplete"
            : tree.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ? "invalid"
            : "complete";
    }

    /// <summary>Takes the assembly of a package, to which later cells may refer.</summary>
    public void AddReference(string path)
    {
        var reference = Reference(path);
        solution = solution.AddMetadataReference(earlier.ProjectId, reference).AddMetadataReference(draft.ProjectId, reference);
    }

    /// <summary>Takes what earlier cells have declared that can still be named.</summary>
    public void See(string declared)
    {
        if (declared != declarations)
        {
            declarations = declared;
            solution = solution.WithDocumentText(earlier, SourceText.From(declared, Encoding.UTF8));
        }
    }

    /// <summary>What could stand at a position, in UTF-16 units.</summary>
    public async Task<Completion> CompleteAsync(string code, int position, CancellationToken cancellation)
    {
        var document = Draft(code);
        var service = CompletionService.GetService(document)!;
        var list = await service.GetCompletionsAsync(document, position, cancellationToken: cancellation).ConfigureAwait(false);
        if (list.ItemsList.Count == 0)
        {
            return new Completion([], position, position);
        }

        var typed = code[list.Span.Start..Math.Max(list.Span.Start, position)];
        var matches = list.ItemsList

            // A client puts in the text and no more: not the using that a type elsewhere would need.
            .Where(item => !item.IsComplexTextEdit)
            .OrderBy(item => item.SortText, StringComparer.OrdinalIgnoreCase)
            .Select(item => item.DisplayText)
            .Where(text => text.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .Distinct(StringComparer.Ordinal);
        return new Completion([.. matches], list.Span.Start, list.Span.End);
    }

    /// <summary>
    /// The signature, documentation and overloads of the name at a position, or, between the parentheses of a call, of what is
    /// called; null where there is neither.
    /// </summary>
    public async Task<HoverText?> InspectAsync(string code, int position, CancellationToken cancellation)
    {
        var document = Draft(code);
        var service = QuickInfoService.GetService(document)!;
        var called = await CalledAsync(document, position, cancellation).ConfigureAwait(false);

        // A cursor stands behind the name as often as in it; on a literal, it is the call that is of interest.
        foreach (var at in new[] { position, position - 1, called }.Where(at => at >= 0).Distinct())
        {
            if (await service.GetQuickInfoAsync(document, at, cancellation).ConfigureAwait(false) is { } info
                && (at == called || called < 0 || await IsNameAsync(document, at, cancellation).ConfigureAwait(false)))
            {
                return new HoverText(
                    info.Sections.FirstOrDefault(section => section.Kind == QuickInfoSectionKinds.Description)?.Text ?? "",
                    [
                        .. info.Sections
                            .Where(section => section.Kind != QuickInfoSectionKinds.Description && section.Text.Length > 0)
                            .Select(section => section.Text.Trim()),
                        .. await ParametersAsync(document, at, cancellation).ConfigureAwait(false),
                    ],
                    await OverloadsAsync(document, at, cancellation).ConfigureAwait(false));
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => workspace.Dispose();

    // Where the name of what is called stands, or -1 outside the parentheses of any call.
    private static async Task<int> CalledAsync(Document document, int position, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var call = root!.FindToken(Math.Max(position - 1, 0)).Parent?.AncestorsAndSelf().OfType<ArgumentListSyntax>()
            .FirstOrDefault(list => list.OpenParenToken.Span.End <= position
                && (list.CloseParenToken.IsMissing || position <= list.CloseParenToken.SpanStart));
        return call?.Parent switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.SpanStart,
            InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => binding.Name.SpanStart,
            InvocationExpressionSyntax invocation => invocation.Expression.SpanStart,
            ObjectCreationExpressionSyntax creation => creation.Type.SpanStart,
            _ => -1,
        };
    }

    private static async Task<bool> IsNameAsync(Document document, int position, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var token = root!.FindToken(position);
        return token.Span.Contains(position) && (token.IsKind(SyntaxKind.IdentifierToken) || token.IsKeyword());
    }

    // What the documentation says of each parameter, its unit above all, which a tooltip of the whole leaves out.
    private static async Task<IReadOnlyList<string>> ParametersAsync(Document document, int position, CancellationToken cancellation)
    {
        var symbol = await SymbolFinder.FindSymbolAtPositionAsync(document, position, cancellation).ConfigureAwait(false);
        if (symbol?.GetDocumentationCommentXml(expandIncludes: true, cancellationToken: cancellation) is not { Length: > 0 } xml)
        {
            return [];
        }

        try
        {
            return [.. XElement.Parse($"<all>{xml}</all>").Descendants("param")
                .Select(each => (Name: (string?)each.Attribute("name"), Text: string.Join(
                    ' ', Text(each).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))
                .Where(each => each.Text.Length > 0)
                .Select(each => $"{each.Name}: {each.Text}")];
        }
        catch (XmlException)
        {
            // Documentation that is not well formed is none.
            return [];
        }
    }

    // A reference within a sentence is one of its words: <see langword="null"/>, <see cref="T:Some.Name"/>, <paramref name="other"/>.
    private static string Text(XElement element) => string.Concat(element.Nodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement { IsEmpty: true } each =>
            (string?)each.Attribute("langword") ?? (string?)each.Attribute("name") ?? ((string?)each.Attribute("cref"))?.Split('.', ':')[^1],
        XElement each => Text(each),
        _ => "",
    }));

    private static async Task<IReadOnlyList<string>> OverloadsAsync(Document document, int position, CancellationToken cancellation)
    {
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (model is null
            || await SymbolFinder.FindSymbolAtPositionAsync(document, position, cancellation).ConfigureAwait(false) is not IMethodSymbol { ContainingType: { } type } method)
        {
            return [];
        }

        var overloads = type.GetMembers(method.Name).OfType<IMethodSymbol>().Where(each => model.IsAccessible(position, each)).ToList();
        return overloads.Count < 2 ? [] : [.. overloads.Select(each => each.ToMinimalDisplayString(model, position))];
    }

    // …/shared/Microsoft.NETCore.App/10.0.1 -> …/packs/Microsoft.NETCore.App.Ref/10.0.*/ref/net10.0
    private static List<string> Documented(string framework)
    {
        var version = Environment.Version;
        var packs = Path.Combine(framework, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref");
        return Directory.Exists(packs)
            ? [.. Directory.EnumerateDirectories(packs, $"{version.Major}.{version.Minor}.*")
                .Select(pack => Path.Combine(pack, "ref", $"net{version.Major}.{version.Minor}"))
                .Where(Directory.Exists)
                .Take(1)
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll"))]
            : [];
    }

    private static MetadataReference Reference(string path)
    {
        var documentation = Path.ChangeExtension(path, ".xml");
        return ReferenceResolver.Read(
            path, File.Exists(documentation) ? XmlDocumentationProvider.CreateFromFile(documentation) : null);
    }

    // While a cell is being written only its text changes; what Roslyn worked out of the references and earlier cells is kept.
    private Document Draft(string code)
    {
        solution = solution.WithDocumentText(draft, SourceText.From(CSharpSession.CSharpOf(code), Encoding.UTF8));
        return solution.GetDocument(draft)!;
    }

    private DocumentId Add(string name, ProjectId? after)
    {
        var project = ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Create(),
            name,
            name,
            LanguageNames.CSharp,
            compilationOptions: compiling.WithScriptClassName(name),
            parseOptions: CSharpSession.Parsing,
            projectReferences: after is null ? null : [new ProjectReference(after)],
            metadataReferences: References.Value,
            isSubmission: true);
        var document = DocumentId.CreateNewId(project.Id);
        solution = solution.AddProject(project).AddDocument(document, name, SourceText.From("", Encoding.UTF8));
        return document;
    }
}
