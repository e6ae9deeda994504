using AngleSharp.Dom;
using Lectern.Site.Links;

namespace Lectern.Site.Tests;

public sealed class SafetyTests
{
    private const string Hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&";

    [Fact]
    public void HostileTitlesTagsAndAuthorsStayText()
    {
        var small = new TestSite { Settings = new() { Title = Hostile, Description = Hostile, Author = Hostile } };
        small.Papers["h"] = new() { Id = "../../" + Hostile, Title = Hostile, ShortName = Hostile, Subtitle = Hostile, Venue = Hostile, Authors = [Hostile], Tags = [Hostile], Year = 2020, Mentions = [] };
        var site = small.Build();
        Assert.True(site.Succeeded);
        foreach (var (_, html) in TestSite.Pages(site))
            AssertHarmless(html);
        var page = site.Files.Single(f => f.Path.StartsWith("papers/", StringComparison.Ordinal) && f.Path.EndsWith("/index.html", StringComparison.Ordinal) && f.Path.Count(c => c == '/') == 2);
        Assert.Equal(Hostile, TestSite.Page(site, page.Path).QuerySelector("h1")!.TextContent);
        Assert.All(site.Files, f => Assert.DoesNotContain("..", f.Path));
    }

    [Fact]
    public void HostileListsAndNotesLoadNothingAndRunNothing()
    {
        var small = new TestSite();
        var list = small.List("../<b>.md", """
            # <script>alert(1)</script> #"><script>#
            - #a"onclick="x# [(S) "><svg onload=alert(1)>]{author=<iframe src=//evil.example>; ref=javascript:alert(1)}
            - [click](javascript:alert(1)) [data](data:text/html,<script>1</script>) [vb](vbscript:x) [ok](https://example.org/?a=1&b="2")
            - ![picture](https://evil.example/track.gif) <img src="https://evil.example/t.gif" onerror="alert(1)">
            - <a href="javascript:alert(1)" onmouseover=alert(1)>raw</a> <style>*{display:none}</style> <iframe src="https://evil.example"></iframe>
            - <javascript:alert(1)> $\href{javascript:alert(1)}{x}$

            ```"><script>alert(1)</script>
            </code></pre><script>alert(2)</script>
            ```
            """);
        for (var i = 0; i < list.Entries.Count; i++)
            small.Paper($"p{i}", list.Entries[i].DisplayTitle, list, i);
        var site = small.Build();
        Assert.True(site.Succeeded, string.Join('\n', site.Diagnostics));
        foreach (var (_, html) in TestSite.Pages(site))
            AssertHarmless(html);
        Assert.Contains("image: picture", TestSite.Pages(site).First(p => p.Path.StartsWith("lists/", StringComparison.Ordinal) && p.Path != "lists/index.html").Html.Body!.TextContent);
    }

    [Fact]
    public void EveryPageForbidsScriptsAndStylesOfItsOwnAndAllOfOthers()
    {
        foreach (var (path, html) in TestSite.Pages(TestSite.Small().Build()))
        {
            var policy = html.QuerySelector("meta[http-equiv='Content-Security-Policy']")?.GetAttribute("content");
            Assert.True(policy is not null && policy.Contains("default-src 'none'") && policy.Contains("script-src 'self';"), path);
            Assert.Empty(html.QuerySelectorAll("style"));
            Assert.All(html.QuerySelectorAll("script:not([type='application/ld+json'])"), s => Assert.True(s.HasAttribute("src")));
        }
    }

    [Theory]
    [InlineData("https://example.org/a")]
    [InlineData("HTTP://example.org")]
    [InlineData("mailto:a@example.org")]
    public void WebAndMailAddressesBecomeLinks(string url) => Assert.Equal(url, SafeUrl.External(url));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("java\tscript:alert(1)")]
    [InlineData("\u0001javascript:alert(1)")]
    [InlineData("&#106;avascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//evil.example/x")]
    [InlineData("https:evil.example")]
    [InlineData("https://")]
    [InlineData("https://exa mple.org")]
    [InlineData("https://example.org/\"onclick=x")]
    [InlineData("https://example.org\\@evil.example")]
    [InlineData("https://example.org/\u202Egpj")]
    [InlineData("")]
    [InlineData(null)]
    public void OtherAddressesDoNot(string? url) => Assert.Null(SafeUrl.External(url));

    private static void AssertHarmless(IDocument html)
    {
        Assert.Empty(html.QuerySelectorAll("iframe, object, embed, style, img"));
        Assert.All(html.QuerySelectorAll("script"), s => Assert.True(s.GetAttribute("type") == "application/ld+json" || s.GetAttribute("src")!.Contains("assets/")));
        foreach (var element in html.All)
        {
            Assert.DoesNotContain(element.Attributes, a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
            var loaded = element.GetAttribute("src") ?? (element.LocalName == "link" && element.GetAttribute("rel") != "canonical" ? element.GetAttribute("href") : null);
            Assert.True(loaded is null || !loaded.Contains("//"), loaded);
            if (element.LocalName == "a")
                Assert.Matches("^(https?://|mailto:|#|[a-z0-9./#?=-]+(L[0-9]+)?$)", element.GetAttribute("href")!);
        }
    }
}
