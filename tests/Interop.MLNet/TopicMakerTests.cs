using System.Text.Json;

namespace Lectern.Interop.MLNet.Tests;

public sealed class TopicMakerTests
{
    private static readonly PaperSpace Space = PaperSpace.Of(Corpus.Rows(48));
    private static readonly TopicMap Map = TopicMaker.Make(Space, topics: 4)!;

    [Fact]
    public void SubjectsAreFoundAsTopics()
    {
        Assert.Equal(4, Map.Topics.Count);
        Assert.All(Map.Topics, topic => Assert.Single(topic.Papers.Select(paper => Corpus.Subject(paper.Id)).Distinct()));
    }

    [Fact]
    public void ATopicIsNamedByWordsOfItsSubjectAndNotByThoseOfAll() => Assert.All(Map.Topics, topic =>
    {
        var words = Corpus.Subjects[Corpus.Subject(topic.Papers[0].Id)];
        Assert.Equal(3, topic.Terms.Count);
        Assert.Subset(words.ToHashSet(), topic.Terms.ToHashSet());
        Assert.Equal(string.Join(", ", topic.Terms), topic.Name);
    });

    [Fact]
    public void EveryWorkStandsOnceOnTheMapAndWithinIt()
    {
        var places = Map.Topics.SelectMany(topic => topic.Papers).ToList();
        Assert.Equal(Space.Rows.Select(row => row.Id).Order(StringComparer.Ordinal), places.Select(place => place.Id).Order(StringComparer.Ordinal));
        Assert.All(places, place => Assert.True(place is { X: >= 0 and <= 1, Y: >= 0 and <= 1 }));
        Assert.Equal(places.Count, places.Select(place => (place.X, place.Y)).Distinct().Count());
    }

    [Fact]
    public void WorksOfOneTopicStandNearerToEachOtherThanToThoseOfOthers()
    {
        var places = Map.Topics.SelectMany((topic, number) => topic.Papers.Select(paper => (Topic: number, paper.X, paper.Y))).ToList();
        var pairs = from a in places from b in places where a != b select (Same: a.Topic == b.Topic, Distance: double.Hypot(a.X - b.X, a.Y - b.Y));
        var distance = pairs.ToLookup(pair => pair.Same, pair => pair.Distance);
        Assert.True(2 * distance[true].Average() < distance[false].Average(), $"{distance[true].Average():0.00} within, {distance[false].Average():0.00} between");
    }

    [Fact]
    public void TheSameRowsGiveTheSameMap() =>
        Assert.Equal(JsonSerializer.Serialize(Map), JsonSerializer.Serialize(TopicMaker.Make(PaperSpace.Of(Corpus.Rows(48)), topics: 4)));

    [Fact]
    public void LargeTopicsComeFirst()
    {
        var sizes = TopicMaker.Make(PaperSpace.Of(Corpus.Rows(46)))!.Topics.Select(topic => topic.Papers.Count).ToList();
        Assert.Equal(sizes.OrderDescending(), sizes);
    }

    [Theory]
    [InlineData(null, 3)]
    [InlineData(1, 3)]
    [InlineData(5, 5)]
    [InlineData(1000, 20)]
    public void ThereAreAsManyTopicsAsAreAskedForWithinReason(int? asked, int made) =>
        Assert.Equal(made, TopicMaker.Make(PaperSpace.Of(Corpus.Rows(20)), asked)!.Topics.Count);

    [Fact]
    public void AWorkWithoutWordsStandsInNoTopic()
    {
        var space = PaperSpace.Of([.. Corpus.Rows(24), new PaperRow { Id = "silent" }]);
        Assert.DoesNotContain(TopicMaker.Make(space)!.Topics.SelectMany(topic => topic.Papers), paper => paper.Id == "silent");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void TooFewWorksHaveNoMap(int count) => Assert.Null(TopicMaker.Make(PaperSpace.Of(Corpus.Rows(count))));

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void WorksThatSayFewerThanThreeThingsHaveNoMap(int things, bool isMap)
    {
        string[] texts = ["spiking neurons", "painted pictures", "played games"];
        var space = PaperSpace.Of([.. Enumerable.Range(0, 20).Select(i => new PaperRow { Id = $"p-{i:00}", Text = texts[i % things] })]);
        Assert.Equal(isMap, TopicMaker.Make(space) is { Topics.Count: 3 });
    }
}
