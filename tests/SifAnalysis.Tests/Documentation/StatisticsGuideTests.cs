using System.Reflection;
using System.Text.RegularExpressions;
using SifAnalysis.Statistics;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Tests.Documentation;

/// <summary>Every statistic answers a question that the guide asks, and the guide names no other.</summary>
public partial class StatisticsGuideTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "guide", "which-statistic.md"));

    private static readonly IReadOnlyList<MethodInfo> Statistics =
    [
        .. typeof(StatisticResult).Assembly.GetExportedTypes().Where(type => type.Namespace == typeof(StatisticResult).Namespace)
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => !method.IsSpecialName),
    ];

    [Fact]
    public void EveryStatistic_HasAQuestionInTheGuide() => Assert.All(
        Statistics.Select(method => method.DeclaringType == typeof(InspectionStatistics) ? $".{method.Name}(" : $"`{NameOf(method)}"),
        name => Assert.Contains(name, Guide, StringComparison.Ordinal));

    [Fact]
    public void EveryNameInTheGuide_IsAStatistic() => Assert.Empty(
        Names().Matches(Guide).Select(match => match.Groups[1].Value).Distinct()
            .Except(Statistics.Select(NameOf))
            .Except(typeof(OrdinalTerm).GetProperties().Select(property => $"{nameof(OrdinalTerm)}.{property.Name}"))
            .Except(["SifData.Load"]));

    private static string NameOf(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    [GeneratedRegex("`([A-Z][A-Za-z]+\\.[A-Z][A-Za-z]+)")]
    private static partial Regex Names();
}
