using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Data.Analysis;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Directives;
using SifAnalysis.Notebooks.Documents;
using SifAnalysis.Notebooks.Session;
using SifAnalysis.Notebooks.Sql;

namespace SifAnalysis.Notebooks.Kernels;

/// <summary>SQL: a DuckDB in memory over the frames of the session.</summary>
internal sealed partial class SqlKernel : Kernel, IKernelCommandHandler<SubmitCode>, IKernelCommandHandler<RequestValue>, IKernelCommandHandler<RequestValueInfos>, IKernelCommandHandler<SendValue>
{
    private const string NameOption = "--name";
    private const string DefaultName = "sql";

    private readonly ICellContexts cells;
    private readonly CSharpKernel csharp;
    private readonly Func<IReadOnlyList<SessionValue>> elsewhere;
    private readonly Dictionary<string, object?> own = new(StringComparer.Ordinal);
    private readonly Lazy<SqlTables> tables = new(() => new SqlTables());

    /// <summary>A kernel beside the C# of a session, whose variables it reads and to which it gives its results.</summary>
    /// <param name="csharp">The C#.</param>
    /// <param name="elsewhere">The values of other kernels whose frames are tables too.</param>
    /// <param name="cells">What knows the executing cell.</param>
    public SqlKernel(CSharpKernel csharp, Func<IReadOnlyList<SessionValue>> elsewhere, ICellContexts cells)
        : base("sql")
    {
        (this.csharp, this.elsewhere, this.cells) = (csharp, elsewhere, cells);
        KernelInfo.LanguageName = "SQL";
        KernelInfo.Description = "DuckDB over the session's DataFrames, by their names, and over CSV and Parquet files; the result is shown and is a DataFrame in the C# "
            + "variable of `--name` (`sql` without one); `$x` is the variable x";
        KernelSpecifierDirective.Description = KernelInfo.Description;
        KernelSpecifierDirective.Parameters.Add(new KernelDirectiveParameter(NameOption, "the C# variable that takes the result"));
        RegisterForDisposal(() =>
        {
            if (tables.IsValueCreated)
            {
                tables.Value.Dispose();
            }
        });
    }

    private IReadOnlyList<SessionValue> Own => [.. own.Select(pair => new SessionValue(pair.Key, pair.Value?.GetType() ?? typeof(object), pair.Value))];

    async Task IKernelCommandHandler<SubmitCode>.HandleAsync(SubmitCode command, KernelInvocationContext context)
    {
        var cell = cells.Current;
        var code = cell.Source.Find(command.Code);
        var name = command.Parameters.TryGetValue(NameOption, out var option) ? option
            : Hint().Match(code.Text) is { Success: true } hint ? hint.Groups["name"].Value : DefaultName;
        if (!SyntaxFacts.IsValidIdentifier(name))
        {
            throw code.Problem("Magic", $"\"{name}\" cannot be a C# variable's name.");
        }

        if (await QueryAsync(code, context.CancellationToken).ConfigureAwait(false) is { } frame)
        {
            own[name] = frame;
            await csharp.DeclareAsync(name, frame, context.CancellationToken).ConfigureAwait(false);
            cell.Add(new DisplayOutput(CellContext.Bundle(frame), []));
        }
    }

    Task IKernelCommandHandler<RequestValue>.HandleAsync(RequestValue command, KernelInvocationContext context)
    {
        SharedValues.Answer(command, Own, "result of SQL", context);
        return Task.CompletedTask;
    }

    Task IKernelCommandHandler<RequestValueInfos>.HandleAsync(RequestValueInfos command, KernelInvocationContext context)
    {
        SharedValues.Answer(command, Own, context);
        return Task.CompletedTask;
    }

    Task IKernelCommandHandler<SendValue>.HandleAsync(SendValue command, KernelInvocationContext context)
    {
        own[command.Name] = SharedValues.Of(command);
        return Task.CompletedTask;
    }

    // The types of DuckDB stay out of the kernel itself, so that a session without SQL does not load them.
    private Task<DataFrame?> QueryAsync(PlacedCode code, CancellationToken cancellation) =>
        tables.Value.QueryAsync(code, [.. csharp.Values.Concat(elsewhere()).Concat(Own).DistinctBy(value => value.Name)], cancellation);

    [GeneratedRegex(@"^\s*--\s*name:\s*(?<name>\S+)\s*$", RegexOptions.Multiline)]
    private static partial Regex Hint();
}
