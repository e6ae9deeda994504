namespace Lectern.Interop.MLNet.Tests;

public sealed class PaperSpaceTests
{
    private static readonly PaperSpace Space = PaperSpace.Of(Corpus.Rows(40));

    [Fact]
    public void TheNearestWorksAreThoseOfTheSameSubject() =>
        Assert.All(Space.Rows, row => Assert.All(Space.Nearest(row.Id, 5), near => Assert.Equal(Corpus.Subject(row.Id), Corpus.Subject(near.Row.Id))));

    [Fact]
    public void NearestWorksAreOrderedByTheCosineOfTheirVectors()
    {
        var nearest = Space.Nearest("games-01", Space.Rows.Count);
        Assert.Equal(Space.Rows.Count - 1, nearest.Count);
        Assert.Equal(nearest.OrderByDescending(near => near.Cosine), nearest);
        var from = Space.Rows.Single(row => row.Id == "games-01").Vector;
        Assert.All(nearest, near => Assert.Equal(Cosine(from, near.Row.Vector), near.Cosine, 1e-5));
    }

    [Fact]
    public void AWorkThatIsNotThereIsNamed() =>
        Assert.Contains("'nothing'", Assert.Throws<KeyNotFoundException>(() => Space.Nearest("nothing", 3)).Message, StringComparison.Ordinal);

    [Fact]
    public void EveryVectorHasLengthOne() => Assert.All(Space.Rows, row => Assert.Equal(1, Math.Sqrt(row.Vector.Sum(x => (double)x * x)), 1e-5));

    [Fact]
    public void TheSameRowsGiveTheSameVectors()
    {
        var again = PaperSpace.Of(Corpus.Rows(40));
        Assert.Equal(Space.Rows.SelectMany(row => row.Vector), again.Rows.SelectMany(row => row.Vector));
    }

    [Fact]
    public void ATextWithoutAWordOfAnotherHasNoDirection()
    {
        var space = PaperSpace.Of([.. Corpus.Rows(12), new PaperRow { Id = "alone", Text = "Unheard" }, new PaperRow { Id = "empty" }]);
        Assert.All(space.Rows.Where(row => row.Id is "alone" or "empty"), row => Assert.All(row.Vector, x => Assert.Equal(0, x)));
        Assert.All(space.Nearest("empty", 20), near => Assert.Equal(0, near.Cosine));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12 + 3")]
    [InlineData("the and of")]
    [InlineData("one text with words of its own")]
    public void TextsThatShareNothingMakeAnEmptySpace(string text)
    {
        var space = PaperSpace.Of([new PaperRow { Id = "a", Text = text }, new PaperRow { Id = "b" }]);
        Assert.Equal(["a", "b"], space.Rows.Select(row => row.Id));
        Assert.All(space.Nearest("a", 2), near => Assert.Equal(0, near.Cosine));
    }

    [Fact]
    public void NoRowsMakeAnEmptySpace() => Assert.Empty(PaperSpace.Of([]).Rows);

    private static double Cosine(float[] a, float[] b) =>
        a.Zip(b).Sum(it => (double)it.First * it.Second) / Math.Sqrt(a.Sum(x => (double)x * x) * b.Sum(x => (double)x * x));
}
