using System.Text;

namespace Lectern.Site.Rendering;

/// <summary>
/// The works most like a paper, on its page. Only the index knows them, and no page waits for the index: the page keeps a
/// place, and is filled when it is sent or written.
/// </summary>
public static class LikeThis
{
    internal const string Place = "<!--like this-->";

    private static readonly byte[] PlaceBytes = Encoding.UTF8.GetBytes(Place);

    public static bool HasPlace(SiteFile page) => page.Content.Span.IndexOf(PlaceBytes) >= 0;

    /// <param name="works">Best first; with none, the page is as it was.</param>
    public static SiteFile In(SiteFile page, IReadOnlyList<LikeWork> works)
    {
        var at = page.Content.Span.IndexOf(PlaceBytes);
        if (at < 0 || works.Count == 0)
            return page;
        var root = PageContext.RootFrom(page.Path);
        var links = works.Select(work => $"<li><a href=\"{root}{Html.Encode(work.Path)}\">{Html.Encode(work.Name)}</a></li>\n");
        var html = $"<h2>More like this</h2>\n<ul class=\"like\">\n{string.Concat(links)}</ul>";
        return new(page.Path, (byte[])[.. page.Content.Span[..at], .. Encoding.UTF8.GetBytes(html), .. page.Content.Span[(at + PlaceBytes.Length)..]]);
    }
}

/// <param name="Path">Of its page, from the root of the site.</param>
public sealed record LikeWork(string Path, string Name);
