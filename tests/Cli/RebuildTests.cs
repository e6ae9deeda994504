using Lectern.Cli.Sites;
using Xunit;

namespace Lectern.Cli.Tests;

/// <summary>A site made from the last one equals a site made from nothing, whatever was changed, and as little as possible is made anew.</summary>
public sealed class RebuildTests
{
    private const string Note = "---\ntitle: ALiBi\npaper: alibi\ndescription: Linear biases.\n---\n\n## The idea\n\nA bias $-m(i-j)$, as in [Attention].\n\n$$ m_h = 2^{-8h/n} $$ {#eq-slopes}\n\nSee [the slopes](#eq-slopes) and [LoRA](lora.md).\n";

    private static readonly (string Path, string Text)[] Sources =
    [
        ("papers/list.md", """
            # Positions #positions#
            - #bias# [(ALiBi) Train Short, Test Long]{author=Ofir Press; author=Noah A. Smith; ref=https://arxiv.org/abs/2108.12409}
            - #attention# [(Attention) Attention Is All You Need]{author=Ashish Vaswani; ref=https://arxiv.org/abs/1706.03762}
            [z:1125.23023.45031] [(LoRA) Low-Rank Adaptation]{author=Edward J. Hu; ref=https://arxiv.org/abs/2106.09685}
            Read twice.
            """),
        ("notes/alibi.md", Note),
        ("notes/lora.md", "---\ntitle: LoRA\npaper: lora\n---\n\nTwo small matrices, unlike [ALiBi](alibi.md#the-idea).\n"),
        ("notes/softmax.md", "# Softmax\n\nExponents, normalised.\n"),
    ];

    public static TheoryData<string, string, string, int> Changes() => new()
    {
        { "notes/alibi.md", "A bias", "A constant bias", 1 },
        { "notes/softmax.md", "Exponents", "Powers", 1 },
        { "notes/alibi.md", "## The idea", "## The trick", 2 },
        { "notes/alibi.md", "title: ALiBi", "title: Linear biases", 3 },
        { "notes/alibi.md", "[Attention]", "[LoRA]", 1 },
        { "notes/alibi.md", "[Attention]", "[Nobody]", 2 },
        { "notes/alibi.md", "eq-slopes", "eq-ratio", 1 },
        { "notes/alibi.md", "(lora.md)", "(nothing.md)", 2 },
        { "notes/alibi.md", "paper: alibi", "paper: attention", 4 },
        { "papers/list.md", "Read twice.", "Read three times.", 2 },
        { "papers/list.md", "#bias#", "#slope#", 3 },
        { "papers/list.md", "Ofir Press", "Ofir Presser", 3 },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void ASiteMadeFromTheLastOneHasTheBytesOfOneMadeFromNothing(string path, string old, string now, int atLeast)
    {
        using var folder = new TemporaryFolder(Sources);
        using var maker = new SiteMaker([], folder.Path, null, null);
        maker.Build(_ => { }, CancellationToken.None);
        folder.Write(path, File.ReadAllText(folder[path]).Replace(old, now, StringComparison.Ordinal));
        var rebuilt = maker.Build(_ => { }, CancellationToken.None);

        using var fresh = new SiteMaker([], folder.Path, null, null);
        var whole = fresh.Build(_ => { }, CancellationToken.None);
        Assert.Equal(whole.Generation.Files.Select(f => f.Path), rebuilt.Generation.Files.Select(f => f.Path));
        Assert.All(whole.Generation.Files.Zip(rebuilt.Generation.Files), pair =>
            Assert.True(pair.First.Content.Span.SequenceEqual(pair.Second.Content.Span), pair.First.Path));
        Assert.Equal(whole.Findings.Select(f => f.ToString()), rebuilt.Findings.Select(f => f.ToString()));
        Assert.InRange(rebuilt.Generation.Rendered.Count, atLeast, whole.Generation.PageCount);
    }

    [Fact]
    public void AChangeOfProseMakesOnePageAnewTimeAfterTime()
    {
        using var folder = new TemporaryFolder(Sources);
        using var maker = new SiteMaker([], folder.Path, null, null);
        maker.Build(_ => { }, CancellationToken.None);
        foreach (var word in new[] { "first", "second", "third" })
        {
            folder.Write("notes/alibi.md", Note.Replace("A bias", $"A {word} bias", StringComparison.Ordinal));
            var build = maker.Build(_ => { }, CancellationToken.None);
            Assert.Equal(["papers/alibi/index.html"], build.Generation.Rendered);
            Assert.Contains(word, System.Text.Encoding.UTF8.GetString(build.Generation.Find("papers/alibi/index.html")!.Content.Span), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ANewRecordOfAnImplementationIsOnItsPageAtTheNextBuild()
    {
        using var folder = Toy.KnowledgeBase();
        using var maker = new SiteMaker([], folder.Path, null, null);
        Assert.Contains("on the GPU not run", Page(maker), StringComparison.Ordinal);
        (Toy.Record(Toy.Claim("C1")) with { Device = "cuda" }).Write(folder["evidence/toy/cuda.json"]);
        Assert.Contains("on the GPU 1 stale, 1 not run", Page(maker), StringComparison.Ordinal);
        folder.Write("src/Implementations/Toy/Toy.cs", Toy.Source.Replace("y = 2x", "y = 2 · x", StringComparison.Ordinal));
        Assert.Contains("// y = 2 · x", Page(maker), StringComparison.Ordinal);
        Assert.Contains(folder["src/Implementations"], maker.Watched);
    }

    private static string Page(SiteMaker maker) =>
        System.Text.Encoding.UTF8.GetString(maker.Build(_ => { }, CancellationToken.None).Generation.Find("papers/toy/index.html")!.Content.Span);
}
