using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SifAnalysis.Cli.Export;

/// <summary>
/// Notebooks, pages and data as one zip file, with the SHA-256 of each file in <c>SHA256SUMS</c>, which
/// <c>sha256sum --check SHA256SUMS</c> reads. The same files give the same bytes.
/// </summary>
internal static class Bundle
{
    /// <summary>The name of the list of checksums.</summary>
    public const string Checksums = "SHA256SUMS";

    private const string Licence = "Contains public sector information licensed under the Open Government Licence v3.0.\n";

    /// <summary>What the README of single notebooks says.</summary>
    public const string Notebooks =
        """
        Notebooks, pages and data of SifAnalysis, to read, check and run again.

        Read:  open a page (.html) in any browser; it needs no network.
        Check: sha256sum --check SHA256SUMS
        Run:   unpack into a folder of its own inside a checkout of the kit, and there
               dotnet run --project ../src/SifAnalysis.Cli -- run NOTEBOOK.ipynb
               The foot of each page names the versions and the checksums of the data that it rests on; the tables are in data/.
               Notebooks run code with your rights: read one from elsewhere before you run it.


        """;

    /// <summary>What the README of a whole reproduction says, with the kit in it or without.</summary>
    /// <param name="time">The time that the run states.</param>
    public static string Again(DateTimeOffset time) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        The site that sif reproduce made: pages, executed notebooks, data, and the kit that made them.

        Read:  open index.html in any browser; it needs no network.
        Check: sha256sum --check SHA256SUMS

        To run it all again you need the .NET 10 SDK (https://dotnet.microsoft.com/download) and two commands:

               cd kit
               dotnet run --project src/SifAnalysis.Cli -- reproduce

        The pages are then in kit/artifacts. They state the time of the run; to get the very same bytes, set the variable
        SOURCE_DATE_EPOCH to {time.ToUnixTimeSeconds()} before.
        Notebooks run code with your rights: read what comes from elsewhere before you run it.


        """);

    /// <summary>Writes the bundle.</summary>
    /// <param name="stream">Where it goes.</param>
    /// <param name="files">The files, by their names in the bundle.</param>
    /// <param name="readme">What its README says of them.</param>
    /// <exception cref="CommandException">A name could lead out of the folder into which somebody unpacks, or stands twice.</exception>
    public static void Write(Stream stream, IEnumerable<KeyValuePair<string, byte[]>> files, string readme)
    {
        List<KeyValuePair<string,
            byte[]>> all = [.. files, new("README.txt", Encoding.UTF8.GetBytes(readme.ReplaceLineEndings("\n") + Licence))];
        var sums = string.Concat(all.OrderBy(file => file.Key, StringComparer.Ordinal)
            .Select(file => $"{Convert.ToHexStringLower(SHA256.HashData(file.Value))}  {file.Key}\n"));
        all.Add(new(Checksums, Encoding.UTF8.GetBytes(sums)));
        FixedZip.Write(stream, all.Select(file => (file.Key, (Func<Stream>)(() => new MemoryStream(file.Value)))));
    }
}
