using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using SifAnalysis.Jupyter;
using SifAnalysis.Large;
using SifAnalysis.Reports;
using SifAnalysis.Site;
using Assembly = System.Reflection.Assembly;

namespace SifAnalysis.Cli.Tests.Architecture;

/// <summary>No namespace depends, by however long a way, on one that depends on it.</summary>
public class CircleTests
{
    // Not yet: the engine, whose session and magics know each other.
    private static readonly Assembly[] Shipped =
    [
        typeof(SifData).Assembly, typeof(LargeInspectionTable).Assembly, typeof(ReportSet).Assembly,
        typeof(JupyterKernel).Assembly, typeof(SitePages).Assembly, typeof(CommandLine).Assembly,
    ];

    public static TheoryData<string> Names => [.. Shipped.Select(assembly => assembly.GetName().Name!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Namespaces_OfAnAssembly_FormNoCircle(string name)
    {
        var arrows = Arrows(Shipped.Single(assembly => assembly.GetName().Name == name)).ToLookup(arrow => arrow.From.Namespace.FullName);
        var circles = arrows
            .Where(own => Reached(own.Key, arrows).Contains(own.Key))
            .SelectMany(own => own.Where(arrow => Reached(arrow.To.Namespace.FullName, arrows).Contains(own.Key)))
            .Select(arrow => $"{arrow.From.FullName} -> {arrow.To.FullName}");
        Assert.Empty(circles.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Reached_ACircleOfThree_ComesBackToWhereItBegan()
    {
        ILookup<string,
            string> arrows = new[] { ("a", "b"), ("b", "c"), ("c", "a"), ("c", "d") }.ToLookup(arrow => arrow.Item1, arrow => arrow.Item2);
        Assert.Equal(["a", "b", "c", "d"], Reached("a", from => arrows[from]).Order(StringComparer.Ordinal));
        Assert.Empty(Reached("d", from => arrows[from]));
    }

    private static IEnumerable<(IType From, IType To)> Arrows(Assembly assembly)
    {
        var house = new ArchLoader().LoadAssembly(assembly).Build();
        var own = house.Types.Where(type => IsOwn(type)).ToHashSet();
        return from type in own
               from dependency in type.Dependencies
               where own.Contains(dependency.Target) && dependency.Target.Namespace.FullName != type.Namespace.FullName
               select (type, dependency.Target);
    }

    private static bool IsOwn(IType type) => type.Namespace?.FullName.StartsWith("SifAnalysis", StringComparison.Ordinal) == true;

    private static HashSet<string> Reached(string from, ILookup<string, (IType From, IType To)> arrows) =>
        Reached(from, each => arrows[each].Select(arrow => arrow.To.Namespace.FullName));

    private static HashSet<string> Reached(string from, Func<string, IEnumerable<string>> next)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(next(from));
        while (open.TryDequeue(out var each))
        {
            if (reached.Add(each))
            {
                foreach (var further in next(each))
                {
                    open.Enqueue(further);
                }
            }
        }

        return reached;
    }
}
