using Lectern.Model;
using Lectern.Text;

namespace Lectern.Parser.Tests.Extraction;

/// <summary>F56, F57. Titles that stand alone: which ones are known is told by the caller, so no example of the specification can show them.</summary>
public sealed class KnownTitleTests
{
    private static readonly string[] Known = ["PageNet", "On Reading Slowly", "MarginNet: Reading Without Text"];

    [Fact]
    public void AnItemThatIsAKnownTitleIsAnEntry()
    {
        var entry = Assert.Single(Read("- PageNet\n- a thought about PageNet").Entries);
        Assert.Equal((EntryKind.Plain, "PageNet"), (entry.Kind, entry.Title));
    }

    [Fact]
    public void WhatFollowsTheTitleIsItsTrailingText() =>
        Assert.Equal("reads pages", Assert.Single(Read("- PageNet reads pages").Entries).Trailing);

    [Fact]
    public void AShortNameIsToldApart()
    {
        var entry = Assert.Single(Read("- MarginNet: Reading Without Text").Entries);
        Assert.Equal(("MarginNet", "Reading Without Text"), (entry.ShortName, entry.DisplayTitle));
    }

    [Fact]
    public void ACodeSpanBehindTheTitleIsItsRemarkAndMayNameTheAuthor()
    {
        var entry = Assert.Single(Read("- On Reading Slowly `By Ada Reader; on patience.`").Entries);
        Assert.Equal((EntryKind.Titled, "On Reading Slowly", "By Ada Reader; on patience."), (entry.Kind, entry.Title, entry.Remark));
        Assert.Equal("Ada Reader", Assert.Single(entry.Authors).Name);
    }

    [Fact]
    public void ALineOfItsOwnIsAnEntryInTheZortexDialectOnly()
    {
        Assert.Single(Read("- sr := slow reading\n\nPageNet\nPageNet reads pages").Entries);
        Assert.Empty(Read("# Networks\nPageNet").Entries);
    }

    [Fact]
    public void AKnownTitleBelowAZettelIsANote()
    {
        var entry = Assert.Single(Read("[z:1614.65222.55506] [One]{}\n- PageNet").Entries);
        Assert.Equal("- PageNet", entry.Notes);
    }

    [Fact]
    public void ADefinitionOfAKnownTitleIsADefinition()
    {
        var document = Read("- PageNet := a network of pages");
        Assert.Empty(document.Entries);
        Assert.Equal("PageNet", Assert.Single(document.Definitions).Term);
    }

    private static Document Read(string text) =>
        NotationParser.Parse(SourceText.From("list.md", text), LengthOfKnown);

    private static int LengthOfKnown(ReadOnlySpan<char> text)
    {
        foreach (var name in Known)
        {
            if (text.StartsWith(name))
                return name.Length;
        }

        return 0;
    }
}
