using System.Diagnostics;
using System.Text;
using Lectern.Formatting;
using Lectern.Model;
using Lectern.Text;

namespace Lectern.Parser.Tests.Properties;

public sealed class PropertyTests
{
    private const int Mutations = 100_000;
    private const int Excerpt = 1_200;

    public static TheoryData<string> Paths() => Corpus.Paths();

    [Theory]
    [MemberData(nameof(Paths))]
    public void ATextIsGivenBackByteForByteAndEveryPlaceIsInIt(string path) => DocumentLaws.CheckHtml(DocumentLaws.Check(File.ReadAllBytes(path)));

    [Theory]
    [MemberData(nameof(Paths))]
    public void FormattingKeepsTheModelAndFormattingTwiceChangesNothing(string path)
    {
        var document = NotationParser.Parse(Corpus.Load(path));
        var formatted = NotationFormatter.Format(document.Source);
        Assert.False(formatted.Kept, "the canonical form would change the meaning");
        var again = NotationParser.Parse(document.Path, formatted.Text);
        Assert.Equal(ModelPrinter.Print(document, places: false), ModelPrinter.Print(again, places: false));
        Assert.Equal(formatted.Text, NotationFormatter.Format(again.Source).Text);
    }

    [Fact]
    public void HundredThousandMutationsAreReadWithinASecondEachAndGivenBack()
    {
        var sources = Corpus.Texts.Select(text => File.ReadAllBytes(text.Path)).ToArray();
        Parallel.For(0, Mutations, seed =>
        {
            var source = sources[seed % sources.Length];
            var bytes = new Mutator(seed).Mutate(source, seed % 500 == 0 ? int.MaxValue : Excerpt);
            try
            {
                var document = ReadInASecond(bytes);
                DocumentLaws.Check(bytes, document);
                if (seed % 10 == 0)
                    DocumentLaws.CheckHtml(document);
                if (seed % 25 == 0)
                    CheckFormatting(document);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"mutation {seed} of {Encoding.UTF8.GetString(bytes)}", e);
            }
        });
    }

    /// <summary>What else the machine does can hold a reading up, but hardly three times.</summary>
    private static Document ReadInASecond(byte[] bytes)
    {
        for (var left = 2; ; left--)
        {
            var clock = Stopwatch.StartNew();
            var document = NotationParser.Parse(SourceText.From("mutation.md", bytes));
            if (clock.Elapsed < TimeSpan.FromSeconds(1))
                return document;
            Assert.True(left > 0, $"reading took {clock.Elapsed}");
        }
    }

    private static void CheckFormatting(Document document)
    {
        var formatted = NotationFormatter.Format(document.Source);
        if (formatted.Kept)
            return;
        var again = NotationParser.Parse(document.Path, formatted.Text);
        Assert.Equal(ModelPrinter.Print(document, places: false), ModelPrinter.Print(again, places: false));
        Assert.Equal(formatted.Text, NotationFormatter.Format(again.Source).Text);
    }
}
