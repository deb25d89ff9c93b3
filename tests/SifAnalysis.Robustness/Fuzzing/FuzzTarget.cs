using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Robustness.Fuzzing;

/// <summary>A reader that is given broken inputs. It may accept or refuse each; whatever else it does is a finding.</summary>
internal abstract class FuzzTarget : IDisposable
{
    /// <summary>The name by which the target is run, and of its folder of good inputs.</summary>
    public abstract string Name { get; }

    /// <summary>What means something in the format.</summary>
    public abstract IReadOnlyList<string> Words { get; }

    /// <summary>The good inputs.</summary>
    public virtual IReadOnlyList<(string Name, byte[] Bytes)> Corpus =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Checkout.Root, "tests", "SifAnalysis.Robustness", "Corpus", Name))
            .Order(StringComparer.Ordinal)
            .Select(path => (Path.GetFileName(path), File.ReadAllBytes(path))),
    ];

    /// <summary>Every target.</summary>
    public static IReadOnlyList<FuzzTarget> All() =>
    [
        new CsvTarget(), new TextTablesTarget(), new WorkbookTarget("xlsx"), new WorkbookTarget("ods"),
        new NotebookTarget("ipynb"), new NotebookTarget("dib"), new ReportTarget(), new MessageTarget(),
    ];

    /// <summary>What reads inputs on one thread.</summary>
    public abstract IFuzzReader Reader();

    /// <inheritdoc/>
    public virtual void Dispose()
    {
    }
}

/// <summary>Reads inputs one after another, on one thread.</summary>
internal interface IFuzzReader : IDisposable
{
    /// <summary>Reads an input.</summary>
    /// <param name="name">The name of the good input from which it was made.</param>
    /// <param name="input">The input.</param>
    /// <returns>Whether it was accepted; false where it was refused, with the place of what is wrong.</returns>
    /// <exception cref="FindingException">It was refused without a place, or what was read is not what is written again.</exception>
    bool Accepts(string name, byte[] input);
}

/// <summary>A reader did what it must not.</summary>
internal sealed class FindingException(string message) : Exception(message);
