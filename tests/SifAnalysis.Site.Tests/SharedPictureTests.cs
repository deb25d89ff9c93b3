using SifAnalysis.Site.Pages;

namespace SifAnalysis.Site.Tests;

/// <summary>What a link to the site shows where it is shared.</summary>
[Collection(nameof(OpenSite))]
public sealed class SharedPictureTests(OpenSite site)
{
    [Fact]
    public async Task Html_InAWindowOfItsSize_ShowsFindingBarsAndLicenceUncut()
    {
        var (page, troubles) = await site.NewPageAsync();
        var path = Path.Combine(site.Folder, "share.html");
        await File.WriteAllTextAsync(path, SharedPicture.Html(Samples.Content));
        await page.SetViewportSizeAsync(SharedPicture.Width, SharedPicture.Height);
        await page.GotoAsync(new Uri(path).AbsoluteUri);
        Assert.StartsWith("Of 116 reports", await page.InnerTextAsync("h1"), StringComparison.Ordinal);
        Assert.Contains("Open Government Licence v3.0", await page.InnerTextAsync("p"), StringComparison.Ordinal);
        Assert.Equal(4, await page.Locator("svg.drawing text.label").CountAsync());

        // Each part ends where the next begins, or before it, and all of them inside the picture.
        Assert.Empty(await page.EvaluateAsync<string[]>(
            """
            () => ['h1', 'ul.key', 'svg.drawing', 'p'].map(name => [name, document.querySelector(name).getBoundingClientRect()])
              .filter(([, box], index, all) => box.right > innerWidth || box.bottom > innerHeight || box.left < 0 || box.top < 0
                || (index > 0 && box.top < all[index - 1][1].bottom - 1))
              .map(([name]) => name)
            """));
        Assert.Empty(troubles);
        File.Delete(path);
        await page.Context.DisposeAsync();
    }

    [Theory]
    [InlineData(true, "https://example.org/sif/share.png")]
    [InlineData(false, null)]
    public void Pages_OfAPublishedSite_NameThePictureWhereThereIsOne(bool hasPicture, string? picture)
    {
        var content = Samples.Content with { Address = new Uri("https://example.org/sif/"), HasPicture = hasPicture };
        var front = System.Text.Encoding.UTF8.GetString(SitePages.Make(content).Single(file => file.Path == "index.html").Content.Span);
        Assert.Equal(picture is not null, front.Contains($"<meta property=\"og:image\" content=\"{picture}\">", StringComparison.Ordinal));
    }

    [Fact]
    public void Html_OfDataWithoutPublishedCounts_IsNone() => Assert.Null(SharedPicture.Html(Samples.Content with { Checks = [] }));
}
