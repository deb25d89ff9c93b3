using System.Runtime.Loader;
using Microsoft.DotNet.Interactive;
using SifAnalysis.Notebooks.Magics;

namespace SifAnalysis.Notebooks.Kernels;

/// <summary>Loads what packages bring for .NET Interactive in compiled form.</summary>
internal static class Extensions
{
    /// <summary>Lets every extension of an assembly that is loaded set up the kernels.</summary>
    /// <param name="file">The assembly's file.</param>
    /// <param name="kernels">The kernels.</param>
    /// <exception cref="MagicException">An extension threw; what its package brings beside it can be used.</exception>
    public static async Task LoadAsync(string file, CompositeKernel kernels)
    {
        var assembly = AssemblyLoadContext.All.SelectMany(context => context.Assemblies).First(each => !each.IsDynamic && each.Location == file);
        foreach (var type in assembly.GetExportedTypes().Where(type => typeof(IKernelExtension).IsAssignableFrom(type) && !type.IsAbstract))
        {
            try
            {
                await ((IKernelExtension)Activator.CreateInstance(type)!).OnLoadAsync(kernels).ConfigureAwait(false);
            }
            catch (Exception cause) when (cause is not OutOfMemoryException)
            {
                var reason = cause is System.Reflection.TargetInvocationException { InnerException: { } inner } ? inner : cause;
                throw new MagicException(
                    "Extension", $"The extension {type.FullName} of {Path.GetFileName(file)} did not load: {reason.GetType().Name}: {reason.Message}\n"
                    + "What its package offers without the extension can be used; ask the package's authors, or take another version.", cause);
            }
        }
    }
}
