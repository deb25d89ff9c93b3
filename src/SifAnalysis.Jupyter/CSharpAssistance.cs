using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.QuickInfo;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Text;
using SifAnalysis.Notebooks.Session;

namespace SifAnalysis.Jupyter;

/// <summary>Roslyn's completion and quick information over a chain of cells, each in scope of the earlier ones.</summary>
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
    private readonly CSharpParseOptions parsing = CSharpParseOptions.Default.WithKind(SourceCodeKind.Script).WithLanguageVersion(LanguageVersion.Latest);
    private readonly CSharpCompilationOptions compiling;
    private readonly List<MetadataReference> added = [];
    private ProjectId? last;
    private (Solution Solution, DocumentId Document, ProjectId? After, int Added)? draft;

    /// <summary>Starts with no cells.</summary>
    /// <param name="folder">The folder against which references by path resolve.</param>
    public CSharpAssistance(string folder) => compiling = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, usings: CSharpSession.Imports, allowUnsafe: true)
        .WithMetadataReferenceResolver(ScriptMetadataResolver.Default.WithBaseDirectory(folder).WithSearchPaths(folder))
        .WithSourceReferenceResolver(ScriptSourceResolver.Default.WithBaseDirectory(folder).WithSearchPaths(folder));

    /// <summary>Whether code can be run as it is: "complete", "incomplete" or "invalid".</summary>
    public string IsComplete(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(CSharpSession.CSharpOf(code), parsing);
        return !SyntaxFactory.IsCompleteSubmission(tree) ? "incomplete"
            : tree.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) ? "invalid"
            : "complete";
    }

    /// <summary>Takes the assembly of a package, to which later cells may refer.</summary>
    public void AddReference(string path) => added.Add(Reference(path));

    /// <summary>Takes a cell that was executed; later cells see what it declares.</summary>
    public void Add(string code)
    {
        var solution = With(code, out var document);
        last = document.ProjectId;
        workspace.TryApplyChanges(solution);
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

    /// <summary>The signature, documentation and overloads of the name at a position, or null.</summary>
    public async Task<CSharpInspection?> InspectAsync(string code, int position, CancellationToken cancellation)
    {
        var document = Draft(code);
        var service = QuickInfoService.GetService(document)!;
        var at = position;
        var info = await service.GetQuickInfoAsync(document, at, cancellation).ConfigureAwait(false);
        if (info is null && position > 0)
        {
            // A cursor stands behind the name as often as in it.
            at = position - 1;
            info = await service.GetQuickInfoAsync(document, at, cancellation).ConfigureAwait(false);
        }

        return info is null
            ? null
            : new CSharpInspection(
                info.Sections.FirstOrDefault(section => section.Kind == QuickInfoSectionKinds.Description)?.Text ?? "",
                [.. info.Sections.Where(section => section.Kind != QuickInfoSectionKinds.Description && section.Text.Length > 0).Select(section => section.Text.Trim())],
                await OverloadsAsync(document, at, cancellation).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public void Dispose() => workspace.Dispose();

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

    private static MetadataReference Reference(string path) => MetadataReference.CreateFromFile(
        path, documentation: File.Exists(Path.ChangeExtension(path, ".xml")) ? XmlDocumentationProvider.CreateFromFile(Path.ChangeExtension(path, ".xml")) : null);

    // While a cell is being written only its text changes; what Roslyn worked out of the references and earlier cells is kept.
    private Document Draft(string code)
    {
        var text = SourceText.From(CSharpSession.CSharpOf(code), Encoding.UTF8);
        if (draft is { } kept && kept.After == last && kept.Added == added.Count)
        {
            draft = kept with { Solution = kept.Solution.WithDocumentText(kept.Document, text) };
        }
        else
        {
            var solution = With(code, out var document);
            draft = (solution, document, last, added.Count);
        }

        return draft.Value.Solution.GetDocument(draft.Value.Document)!;
    }

    private Solution With(string code, out DocumentId document)
    {
        var name = $"Cell{workspace.CurrentSolution.ProjectIds.Count}";
        var project = ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Create(),
            name,
            name,
            LanguageNames.CSharp,
            compilationOptions: compiling.WithScriptClassName(name),
            parseOptions: parsing,
            projectReferences: last is null ? null : [new ProjectReference(last)],
            metadataReferences: References.Value.Concat(added),
            isSubmission: true);
        document = DocumentId.CreateNewId(project.Id);
        return workspace.CurrentSolution.AddProject(project)
            .AddDocument(document, name, SourceText.From(CSharpSession.CSharpOf(code), Encoding.UTF8));
    }
}
