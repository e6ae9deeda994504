using Lectern.Catalog;
using Xunit;

namespace Lectern.Parser.Tests.Catalog;

public sealed class LexiconTests
{
    [Theory]
    [InlineData("BERT", "BERT")]
    [InlineData("BERT, RoBERTa, ALBERT (Encoder-Only)", "BERT")]
    [InlineData("GPT (GPT-2, GPT-3)", "GPT")]
    [InlineData("DALL·E", "DALL·E")]
    [InlineData("dall e 2", "dall e 2")]
    [InlineData("Flash Attention achieves its speed", "Flash Attention")]
    [InlineData("SynFlow prunes connections", "SynFlow")]
    [InlineData("Retrieval Enhanced Transformers (RETRO) are models", "Retrieval Enhanced Transformers (RETRO)")]
    [InlineData("LLM.int8(): eight bits", "LLM.int8()")]
    [InlineData("Mamba", "Mamba")]
    [InlineData("LM Infinite", "LM Infinite")]
    public void A_name_at_the_start_is_recognised(string text, string name)
    {
        Assert.True(Lexicon.Default.TryMatchStart(text, out var work, out var length));
        Assert.Equal(name, text[..length]);
        Assert.Same(Lexicon.Default.Find(name), work);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Attention mechanisms find dependencies")]
    [InlineData("Clip the gradients")]
    [InlineData("Mamba snakes are fast")]
    [InlineData("GPT-4V sees")]
    [InlineData("BERTology")]
    [InlineData("BERT-based")]
    [InlineData("BERT's layers")]
    [InlineData("B . . . . ERT")]
    [InlineData("- BERT")]
    public void Other_text_is_not(string text) => Assert.False(Lexicon.Default.TryMatchStart(text, out _));

    [Fact]
    public void A_look_up_allocates_nothing_and_reads_no_further_than_a_name()
    {
        var texts = new[] { "BERT, RoBERTa", "Attention mechanisms find dependencies", new string('a', 1_000_000), "DALL·E 2" + new string(' ', 1_000_000) };
        Run();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            Run();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Run()
        {
            foreach (var text in texts)
                Lexicon.Default.TryMatchStart(text, out _, out _);
        }
    }

    [Fact]
    public void No_name_means_two_works()
    {
        var twice = Lexicon.Default.Works.SelectMany(w => w.Names.Select(n => (Key: TitleKey.Of(n), Work: w)))
            .GroupBy(n => n.Key).Where(g => g.Select(n => n.Work).Distinct().Count() > 1).Select(g => g.Key);
        Assert.Empty(twice);
    }

    [Fact]
    public void No_identifier_belongs_to_two_works() =>
        Assert.Empty(Lexicon.Default.Works.Where(w => w.Arxiv is not null).GroupBy(w => w.Arxiv!.Id).Where(g => g.Count() > 1).Select(g => g.Key));

    [Fact]
    public void A_title_is_found_with_and_without_its_abbreviation()
    {
        Assert.Equal("BERT", Lexicon.Default.Find("Pre-training of Deep Bidirectional Transformers for Language Understanding")!.ShortName);
        Assert.Equal("BERT", Lexicon.Default.Find("BERT: Pre-training of deep bidirectional transformers for language understanding")!.ShortName);
        Assert.Null(Lexicon.Default.Find("A Survey"));
    }
}
