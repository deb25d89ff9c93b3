using System.Text;

namespace SifAnalysis.Notebooks.Documents;

/// <summary>Reads and writes notebooks: Jupyter's .ipynb (nbformat 4.0 to 4.5) and .NET Interactive's .dib.</summary>
public static class NotebookFile
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a notebook; a name that ends in .dib is read as one, every other as Jupyter's format.</summary>
    /// <exception cref="NotebookFormatException">The file is no C# notebook of a version that the kit reads.</exception>
    /// <exception cref="IOException">The file cannot be read; <see cref="FileNotFoundException"/> where there is none.</exception>
    public static NotebookDocument Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return Parse(File.ReadAllText(path, StrictUtf8), path);
        }
        catch (DecoderFallbackException exception)
        {
            var bytes = File.ReadAllBytes(path);
            var place = TextPlace.At(bytes, TextPlace.FirstInvalid(bytes));
            throw new NotebookFormatException(
                path, "the file is not UTF-8 text; save it again as UTF-8.", place.Line, place.Column, exception);
        }
    }

    /// <summary>Reads a notebook from text.</summary>
    /// <param name="text">The content of a notebook file.</param>
    /// <param name="path">The file's path: its ending tells the format, and messages name it.</param>
    /// <exception cref="NotebookFormatException">The text is no C# notebook of a version that the kit reads.</exception>
    public static NotebookDocument Parse(string text, string path)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(path);
        return IsDib(path) ? DibFormat.Parse(text, path) : JupyterFormat.Parse(text, path);
    }

    /// <summary>The text of a notebook in the format that the path's ending tells, the same for equal documents.</summary>
    public static string Format(NotebookDocument document, string path)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(path);
        return IsDib(path) ? DibFormat.Format(document) : JupyterFormat.Format(document);
    }

    /// <summary>Writes a notebook, making its folder where there is none; a reader sees the old file or the new, never a half.</summary>
    /// <exception cref="IOException">The file cannot be written; what was there before is untouched.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder does not allow writing.</exception>
    public static void Write(NotebookDocument document, string path)
    {
        var text = Format(document, path);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        var beside = Path.Combine(folder, $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}");
        try
        {
            File.WriteAllText(beside, text, StrictUtf8);
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private static bool IsDib(string path) => path.EndsWith(".dib", StringComparison.OrdinalIgnoreCase);
}
