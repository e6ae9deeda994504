using Lectern.Site.Pages;

namespace Lectern.Site.Tests;

public sealed class SlugTests
{
    [Theory]
    [InlineData("attention-is-all-you-need", "attention-is-all-you-need")]
    [InlineData("LLM.int8()", "llm-int8")]
    [InlineData("Łukasz Kaiser", "lukasz-kaiser")]
    [InlineData("Don't stop", "dont-stop")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("..\\..\\x", "x")]
    [InlineData("CON", "con-page")]
    [InlineData("index", "index-page")]
    [InlineData(" . ", "x73159499")]
    [InlineData("a\0b", "a-b")]
    public void ANameBecomesWordsJoinedByHyphens(string name, string slug) => Assert.Equal(slug, Slug.From(name));

    [Fact]
    public void ALongNameIsCut() => Assert.Equal(Slug.MaxLength, Slug.From(new string('a', 5000)).Length);

    [Fact]
    public void NamesInOtherScriptsStayApart() => Assert.NotEqual(Slug.From("注意"), Slug.From("注力"));

    [Fact]
    public void SecondAndThirdClaimantsGetNumbers()
    {
        var slugs = new SlugSet();
        Assert.Equal(["a", "a-2", "a-3"], [slugs.Claim("a"), slugs.Claim("A"), slugs.Claim("a!")]);
        var longName = new string('b', 100);
        slugs.Claim(longName);
        Assert.Equal(new string('b', Slug.MaxLength - 2) + "-2", slugs.Claim(longName));
    }
}
