using Lectern.Catalog;
using Lectern.Text;
using Xunit;

namespace Lectern.Parser.Tests.Catalog;

/// <summary>From text to works: the ways in which one work turns up twice in a reading list.</summary>
public sealed class ReadingListTests
{
    private static KnowledgeBase Read(params string[] texts) => KnowledgeBase.From(
        [.. texts.Select((text, i) => NotationParser.Parse(SourceText.From($"{(char)('a' + i)}.md", text), Lexicon.Default.MatchLength))]);

    [Theory]
    [InlineData(1, "[z:1125.23023.45031] #a# [(CLIP) Learning Transferable Visual Models]{ref=./2103.00020.pdf}\n[z:0056.73123.99603] #b# [CLIP: Learning Transferable Visual Models]{}\n\n# CLIP\n- #c# [(CLIP) Learning Transferable Visual Models]{ref=./2103.00020.pdf}\n")]
    [InlineData(1, "# X\n- #d# [rl]{}\n- [DALL-E 2: Image Generation with CLIP Latents - OpenAI](./resources/2204.06125.pdf)\n- #d# [DALL-E 2]{ref=./resources/dall-e-2.pdf}\n")]
    [InlineData(1, "- #v# [rl]{}\n- [Lets build GPT: from scratch, in code](https://www.youtube.com/watch?v=kCc8FmEb1nY&ab_channel=K)\n- [Let's build GPT: from scratch]{ref=https://www.youtube.com/watch?v=kCc8FmEb1nY&list=WL&t=21s; resource=website;}\n")]
    [InlineData(1, "- #a# [rl]{}\nLLaMa 2: https://arxiv.org/pdf/2307.09288.pdf\n- [LLaMA 2: Open Foundation and Fine-Tuned Chat Models]{ref=./opaque-file-name.pdf}\n")]
    [InlineData(3, "- #gan# [GAN]{subtitle=Generative Adversarial Networks; ref=./1406.2661.pdf}\n- #gan# [CGAN]{subtitle=Conditional Generative Adversarial Nets; ref=./1411.1784.pdf}\n- #gan# [DCGAN]{subtitle=Unsupervised Representation Learning; ref=./1511.06434.pdf}\n")]
    public void One_list_names_so_many_works(int works, string text) =>
        Assert.Equal(works, Read(text).Papers.Count(p => p.Title != "rl"));

    [Fact]
    public void Spellings_in_several_lists_are_one_work_with_all_its_mentions()
    {
        var catalog = Read(
            "- #a# [Attention is All You Need]{author=Google Brain; ref=./Attention-is-All-You-Need.pdf;}\n",
            "# T\n- \"Attention Is All You Need\" by Vaswani, et al. (2017):\n  > positions\n\n- Tree of Through\n",
            "## S\n\n??? tip \"[Sinks](https://arxiv.org/abs/2309.17453)\"\n    Text.\n\n- [Attention Is All you Need](https://proceedings.example.org/a.pdf) First.\n",
            "- #x# [Tree of Thoughts: Deliberate problem solving with large language models]{ref=https://www.youtube.com/watch?v=u}\n");
        Assert.Equal(["attention", "streamingllm", "tree-of-thoughts"], catalog.Papers.Select(p => p.Id).Order(StringComparer.Ordinal));
        Assert.Equal(["a.md", "b.md", "c.md"], catalog.Papers.Single(p => p.Id == "attention").Mentions.Select(m => m.Document.Path));
        Assert.Equal(["b.md", "d.md"], catalog.Papers.Single(p => p.Id == "tree-of-thoughts").Mentions.Select(m => m.Document.Path));
    }

    [Fact]
    public void The_end_of_a_title_in_the_author_field_goes_back_to_the_title()
    {
        var paper = Assert.Single(Read("- #a# [(MuZero) Mastering Games]{author=Planning with a Learned Model - Deep Mind; ref=./x.pdf}\n").Papers);
        Assert.Equal(("Mastering Games by Planning with a Learned Model", "DeepMind"), (paper.Title, Assert.Single(paper.Authors)));
    }

    [Fact]
    public void A_title_is_shown_as_published()
    {
        Assert.Equal("MegaByte: Predicting Bytes with Transformers", Assert.Single(Read("- #a# [MegaByte: Predicting Bytes with Transformers]{}\n").Papers).Title);
        Assert.Equal("Predicting Bytes with Transformers", Assert.Single(Read("- #a# [(MegaByte) Predicting Bytes with Transformers]{}\n").Papers).Title);
    }
}
