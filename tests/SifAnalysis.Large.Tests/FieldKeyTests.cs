using System.Text;
using SifAnalysis.Loading;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Large.Tests;

public class FieldKeyTests
{
    [Fact]
    public void Of_TextsThatAreWhole_AreAllToldApart()
    {
        List<byte[]> texts = [[]];
        for (var from = 0; texts[^1].Length < 6; from++)
        {
            texts.AddRange(new[] { 'a', 'b' }.Select(letter => (byte[])[.. texts[from], (byte)letter]));
        }

        texts.AddRange(from length in Enumerable.Range(7, 10) from changed in Enumerable.Range(0, length) select Changed(length, changed));
        Assert.All(texts, text => Assert.True(FieldKey.Of(text).IsWhole));
        Assert.Equal(texts.Count, texts.Select(text => FieldKey.Of(text)).Distinct().Count());
    }

    [Fact]
    public void Of_ALongerText_IsNotWhole()
    {
        Assert.False(FieldKey.Of(Changed(17, 8)).IsWhole);
        Assert.Equal(FieldKey.Of(Changed(17, 8)), FieldKey.Of(Enumerable.Repeat((byte)'a', 17).ToArray()));
    }

    [Fact]
    public void Equals_OnlyOneEndOrTheLengthIsTheSame_IsFalse()
    {
        var ends = new FieldKey(1, 2, 20);
        Assert.Equal(ends, new FieldKey(1, 2, 20));
        Assert.Equal(ends.GetHashCode(), new FieldKey(1, 2, 20).GetHashCode());
        Assert.NotEqual(ends, new FieldKey(3, 2, 20));
        Assert.NotEqual(ends, new FieldKey(1, 3, 20));
        Assert.NotEqual(ends, new FieldKey(1, 2, 21));
    }

    [Fact]
    public void Place_NamesOfAuthorities_AreSpreadOverThePlaces()
    {
        var places = AuthorityTable.Load(Path.Combine(Checkout.Data, "local-authorities.csv")).OrThrow()
            .Select(authority => FieldKey.Of(Encoding.UTF8.GetBytes(authority.Name)).Place(1024)).ToList();
        Assert.All(places, place => Assert.InRange(place, 0, 1023));
        Assert.True(places.Distinct().Count() > 120, $"152 names share {places.Distinct().Count()} places.");
    }

    private static byte[] Changed(int length, int changed)
    {
        var text = Enumerable.Repeat((byte)'a', length).ToArray();
        text[changed] = (byte)'b';
        return text;
    }
}
