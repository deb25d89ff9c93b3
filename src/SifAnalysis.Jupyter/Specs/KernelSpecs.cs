using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SifAnalysis.Jupyter.Wire;

namespace SifAnalysis.Jupyter.Specs;

/// <summary>Registers the kernel with Jupyter, and takes it away again.</summary>
public static partial class KernelSpecs
{
    /// <summary>The name that notebooks of .NET Interactive ask for.</summary>
    public const string CommonName = ".net-csharp";

    /// <summary>The name where another kernel has the common one.</summary>
    public const string OwnName = "sif-csharp";

    private const string Mark = "sif_analysis";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The kernels in some folders; of one name, the first.</summary>
    public static IReadOnlyList<KernelSpec> In(IEnumerable<string> folders) =>
        [.. folders.Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
            .Select(Read).OfType<KernelSpec>()
            .DistinctBy(spec => spec.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>
    /// Copies the program beside a kernel.json that starts it, so that the kernel stays when the kit's own folder goes.
    /// </summary>
    /// <param name="kernels">The folder of kernels.</param>
    /// <param name="name">The kernel's name, or null for the common one, or the own one where another kernel has that.</param>
    /// <param name="program">The folder of the program.</param>
    /// <param name="executable">The program's file in that folder, which understands <c>kernel start FILE</c>.</param>
    /// <returns>What is installed now.</returns>
    /// <exception cref="KernelException">The name is not fit or another kernel's, or the folder cannot be written.</exception>
    public static KernelSpec Install(string kernels, string? name, string program, string executable)
    {
        name ??= In([kernels, .. JupyterFolders.All]).Any(spec => spec.Name == CommonName && !spec.IsOurs) ? OwnName : CommonName;
        if (!Name().IsMatch(name))
        {
            throw new KernelException($"\"{name}\" cannot be a kernel's name: letters, digits, dots, dashes and underscores can.");
        }

        var folder = Path.Combine(kernels, name);
        if (Directory.Exists(folder) && Read(folder) is not { IsOurs: true })
        {
            throw new KernelException($"{folder} holds another kernel. Choose another name by --name, or remove that kernel.");
        }

        var beside = Path.Combine(kernels, $".{name}.{Environment.ProcessId}.part");
        var old = beside + ".old";
        var displayName = name == CommonName ? ".NET (C#)" : $".NET (C#, {name})";
        try
        {
            Copy(program, Path.Combine(beside, "program"));
            var starter = Path.Combine(Path.GetFullPath(folder), "program", executable);
            File.WriteAllText(Path.Combine(beside, "kernel.json"), Json(displayName, starter).ToJsonString(Indented) + "\n");
            foreach (var logo in new[] { "logo-32x32.png", "logo-64x64.png", "logo-svg.svg" })
            {
                using var from = typeof(KernelSpecs).Assembly.GetManifestResourceStream(logo)!;
                using var to = File.Create(Path.Combine(beside, logo));
                from.CopyTo(to);
            }

            if (Directory.Exists(folder))
            {
                Directory.Move(folder, old);
            }

            Directory.Move(beside, folder);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new KernelException($"The kernel cannot be written to {kernels}: {cause.Message.TrimEnd('.')}. "
                + $"Make the folder writable, or choose another by --prefix.");
        }
        finally
        {
            Remove(beside);
            Remove(old);
        }

        return new KernelSpec(name, folder, displayName, IsOurs: true);
    }

    /// <summary>Removes a kernel of this kit.</summary>
    /// <exception cref="KernelException">There is none of that name, it is another's, or it cannot be removed.</exception>
    public static KernelSpec Uninstall(string kernels, string? name)
    {
        var specs = In([kernels]);
        var spec = specs.FirstOrDefault(spec => name is null ? spec.IsOurs : spec.Name == name)
            ?? throw new KernelException($"There is no kernel {name ?? "of this kit"} in {kernels}.");
        if (!spec.IsOurs)
        {
            throw new KernelException($"{spec.Folder} holds another kernel, which is left as it is.");
        }

        try
        {
            Directory.Delete(spec.Folder, recursive: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new KernelException($"{spec.Folder} cannot be removed: {cause.Message}");
        }

        return spec;
    }

    private static JsonObject Json(string displayName, string starter) => new()
    {
        ["argv"] = starter.EndsWith(".dll", StringComparison.Ordinal)
            ? new JsonArray("dotnet", starter, "kernel", "start", "{connection_file}")
            : new JsonArray(starter, "kernel", "start", "{connection_file}"),
        ["display_name"] = displayName,
        ["language"] = "C#",
        ["interrupt_mode"] = "message",

        // A kernel compiles much code that runs once, its own and its cells'. To map each piece twice, and to measure it on its
        // way to better code, costs memory and time that such code never gives back.
        ["env"] = new JsonObject { ["DOTNET_EnableWriteXorExecute"] = "0", ["DOTNET_TieredPGO"] = "0" },
        ["metadata"] = new JsonObject { ["debugger"] = false, [Mark] = true },
    };

    private static KernelSpec? Read(string folder)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "kernel.json"))) is JsonObject json
                ? new KernelSpec(
                    Path.GetFileName(folder), folder, json.Text("display_name") ?? "", (json["metadata"] as JsonObject)?.Flag(
                        Mark, false) == true)
                : null;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.EnumerateDirectories(from)
                .Where(folder => Path.GetFileName(from) != "runtimes" || RunsHere(Path.GetFileName(folder))))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }

    // Native libraries of other systems are most of the program's size.
    private static bool RunsHere(string runtime)
    {
        var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        var processor = RuntimeInformation.ProcessArchitecture.ToString();
        return runtime is "any" or "unix" || runtime == system
            || runtime.Equals($"{system}-{processor}", StringComparison.OrdinalIgnoreCase);
    }

    private static void Remove(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            // Jupyter passes over folders without a whole kernel.json's name; the message of the installation says what is wrong.
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9._-]+$(?<!^\.{1,2})")]
    private static partial Regex Name();
}
