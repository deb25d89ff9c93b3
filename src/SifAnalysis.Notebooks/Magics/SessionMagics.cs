using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Directives;
using Microsoft.DotNet.Interactive.Formatting;

namespace SifAnalysis.Notebooks.Magics;

/// <summary>The magics that Microsoft.DotNet.Interactive leaves to its host: <c>#!time</c>, <c>#!lsmagic</c> and <c>#!about</c>.</summary>
internal static class SessionMagics
{
    /// <summary>Adds them to a session's kernels.</summary>
    public static void AddTo(CompositeKernel kernels)
    {
        kernels.AddDirective(new KernelActionDirective("#!time", "tells how long the cell took from here on"), (_, context) => Run(() =>
        {
            var watch = Stopwatch.StartNew();
            context.OnComplete(ended => Show(ended, $"Wall time: {watch.Elapsed.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture)} ms"));
        }));
        kernels.AddDirective(
            new KernelActionDirective("#!lsmagic", "lists the magics"), (_, context) => Run(() => Show(context, string.Join('\n', Lines(kernels)))));
        kernels.AddDirective(
            new KernelActionDirective("#!about", "what the kit and the runtime are"), (_, context) => Run(() => Show(context, About)));
    }

    /// <summary>The names of all magics of a session.</summary>
    public static IEnumerable<string> Names(CompositeKernel kernels) => Directives(kernels).Select(directive => directive.Name);

    /// <summary>The magic whose name is most like one that is mistyped.</summary>
    public static string Nearest(CompositeKernel kernels, string name) =>
        Names(kernels).FirstOrDefault(each => name.Length > 2 && each.StartsWith(name, StringComparison.OrdinalIgnoreCase))
        ?? Names(kernels).MinBy(each => Difference(each, name))!;

    private static string About => $"SifAnalysis {Version(typeof(SessionMagics))}, C# on Roslyn scripting, kernels of Microsoft.DotNet.Interactive {Version(typeof(Kernel))}, "
        + RuntimeInformation.FrameworkDescription;

    private static string? Version(Type type) =>
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];

    private static IEnumerable<string> Lines(CompositeKernel kernels) =>
        Directives(kernels).Where(IsListed).Select(directive => $"{directive.Name}: {directive.Description}");

    // Other spellings of a language, and those that there are not, would only lengthen the list.
    private static bool IsListed(KernelDirective directive) => directive.Description?.StartsWith("refused", StringComparison.Ordinal) != true
        && (directive is not KernelSpecifierDirective language || language.Name == $"#!{language.KernelName}");

    private static IEnumerable<KernelDirective> Directives(CompositeKernel kernels) => kernels.ChildKernels.Prepend(kernels)
        .SelectMany(kernel => kernel.KernelInfo.SupportedDirectives)
        .Where(directive => !directive.Hidden && directive.Name.StartsWith("#!", StringComparison.Ordinal))
        .DistinctBy(directive => directive.Name)
        .OrderBy(directive => directive.Name, StringComparer.Ordinal);

    private static Task Run(Action action)
    {
        action();
        return Task.CompletedTask;
    }

    private static void Show(KernelInvocationContext context, string text) =>
        KernelInvocationContextExtensions.Display(context, text, PlainTextFormatter.MimeType);

    private static int Difference(string left, string right) =>
        left.Except(right).Count() + right.Except(left).Count() + Math.Abs(left.Length - right.Length);
}
