using Lectern.Forms.Items;
using Lectern.Forms.TagGroups;
using Lectern.Model;
using Lectern.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lectern.Parser.Tests;

/// <summary>One file of each dialect. The numbers were counted by hand before the parser read the files.</summary>
public sealed class FixtureTests
{
    [Fact]
    public void Zortex() => AssertCounts(
        "zortex.txt", Dialect.Zortex,
        """
        sections: level 1: 6, level 2: 2, level 3: 1, bold: 1, label: 1
        entries: zettel 5, resource 7, mdlink 5, url 4
        links: markdown 5, bare 6, resource 11, zettel 1
        formulas: display 1, inline 3
        definitions: assignment 3, label 3
        items: 27, nested 2, numbered 0
        quotations: 0, fences: 0, code spans: 0
        tag groups: 10, tags 14
        findings: tag-unclosed 1, resource-unclosed 1, author-holds-title 1, bracket-unclosed 1, item-empty 1, label-repeated 1
        """);

    [Fact]
    public void Slides() => AssertCounts(
        "slides.txt", Dialect.Slides,
        """
        sections: slidetitle: 8
        entries: url 8
        links: markdown 3, bare 3, autolink 3
        formulas: display 3, inline 4
        definitions: none
        items: 16, nested 5, numbered 0
        quotations: 0, fences: 2, code spans: 1
        tag groups: 0, tags 0
        findings: link-unbalanced 1, item-empty 1, url-damaged 1, url-sign-in 1
        """);

    [Fact]
    public void Bullets() => AssertCounts(
        "bullets.txt", Dialect.Bullets,
        """
        sections: none
        entries: quoted 2
        links: article 1
        formulas: none
        definitions: none
        items: 41, nested 18, numbered 0
        quotations: 1, fences: 0, code spans: 1
        tag groups: 0, tags 0
        findings: quotation-marks-mixed 1
        """);

    [Fact]
    public void Gfm() => AssertCounts(
        "gfm.txt", Dialect.Gfm,
        """
        sections: level 1: 2, level 2: 3, level 3: 1, bold: 1
        entries: mdlink 3, quoted 7, url 1
        links: markdown 3, autolink 2, image 1
        formulas: none
        definitions: equality 2
        items: 24, nested 2, numbered 3
        quotations: 7, fences: 1, code spans: 5
        tag groups: 0, tags 0
        findings: heading-empty 1, link-space 1, link-empty 1, todo 2, quotation-marks-mixed 1
        """);

    [Fact]
    public void MkDocs() => AssertCounts(
        "mkdocs.txt", Dialect.MkDocs,
        """
        sections: level 2: 2, level 3: 1, level 4: 1
        entries: mdlink 9, admonition 11
        links: markdown 21, bare 3, image 2, htmlimage 2
        formulas: inline 2
        definitions: none
        items: 12, nested 1, numbered 2
        quotations: 0, fences: 0, code spans: 0
        tag groups: 0, tags 0
        findings: heading-empty 1, link-space 1, link-unclosed 1, admonition-title-wrapped 2, admonition-title-unclosed 1, admonition-header 5, todo 2, html-shown-as-text 1
        """);

    [Fact]
    public void TheFirstZettelOfAPageTakesItsBulletsAndTheLastItsUrls()
    {
        var entries = Read("zortex.txt").Entries.Where(entry => entry.Kind == EntryKind.Zettel).ToList();
        Assert.Equal([23, 24, 45, 52, 55], entries.Select(entry => entry.EndLine));
        Assert.Equal(["https://example.org/v-page", "https://example.org/v-page/code"], entries[^1].Related.Select(link => link.Destination));
    }

    [Fact]
    public void QuotationsBelowATitleAreItsNotes()
    {
        var attention = Read("gfm.txt").Entries.Single(entry => entry.Title == "Attention Is Half of It");
        Assert.Equal((32, 36), (attention.At.Line, attention.EndLine));
        Assert.True(attention.MoreAuthors);
    }

    [Fact]
    public void AnAdmonitionHoldsItsPaperAndItsPictures()
    {
        var infinite = Read("mkdocs.txt").Entries.Single(entry => entry.Title == "Infinite Reader");
        Assert.Equal("Paper", Assert.Single(infinite.Related).Label);
        Assert.Contains("a.png", infinite.Notes, StringComparison.Ordinal);
    }

    private static Document Read(string name)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Fixtures", name);
        return NotationParser.Parse(SourceText.From(name, File.ReadAllBytes(path)));
    }

    private static void AssertCounts(string name, Dialect dialect, string expected)
    {
        var document = Read(name);
        Assert.Equal(dialect, document.Dialect);
        Assert.Equal(expected, Count(document), ignoreLineEndingDifferences: true);
    }

    private static string Count(Document document)
    {
        var items = document.Syntax.Descendants<ItemBlock>().ToList();
        var groups = document.Syntax.Descendants<TagGroupInline>().ToList();
        return $"""
            sections: {Tally(document.Sections.OrderBy(s => s.Level), s => s.Form == SectionForm.Atx ? $"level {s.Level}:" : $"{Word(s.Form)}:")}
            entries: {Tally(document.Entries.OrderBy(e => e.Kind), e => Word(e.Kind))}
            links: {Tally(document.Links.OrderBy(l => l.Form), l => Word(l.Form))}
            formulas: {Tally(document.Math.OrderByDescending(f => f.Display), f => f.Display ? "display" : "inline")}
            definitions: {Tally(document.Definitions.OrderBy(d => d.Form), d => Word(d.Form))}
            items: {items.Count}, nested {items.Count(IsNested)}, numbered {items.Count(item => item.Number >= 0)}
            quotations: {document.Syntax.Descendants<QuoteBlock>().Count()}, fences: {document.Syntax.Descendants<FencedCodeBlock>().Count()}, code spans: {document.Syntax.Descendants<CodeInline>().Count()}
            tag groups: {groups.Count}, tags {groups.Sum(group => group.Tags.Count)}
            findings: {Tally(document.Diagnostics.OrderBy(d => d.Code.Id, StringComparer.Ordinal), d => d.Code.Name)}
            """;
    }

    private static string Tally<T>(IEnumerable<T> all, Func<T, string> name)
    {
        var groups = all.GroupBy(name).Select(group => $"{group.Key} {group.Count()}").ToList();
        return groups.Count == 0 ? "none" : string.Join(", ", groups);
    }

    private static bool IsNested(ItemBlock item)
    {
        var parent = item.Parent;
        while (parent is not (null or ItemBlock))
            parent = parent.Parent;
        return parent is not null;
    }

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
