using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Lectern.Interop.MLNet;

/// <summary>Topics of a space of works by k-means, and a map of them.</summary>
public static class TopicMaker
{
    private const int FewestTopics = 3;
    private const int MostTopics = 12;
    private const int FewestPapers = 6;

    /// <summary>Null where there are too few works, or too much alike, to speak of topics.</summary>
    /// <param name="topics">How many, from 3 to the number of works that differ; by default √(n/2), and 12 at most.</param>
    public static TopicMap? Make(PaperSpace space, int? topics = null)
    {
        List<int> placed = [.. Enumerable.Range(0, space.Rows.Count).Where(i => space.Rows[i].Vector.Any(x => x != 0))];
        var distinct = placed.Select(i => string.Join(' ', space.Rows[i].Vector.Select(x => Math.Round(x, 3)))).Distinct().Count();
        if (placed.Count < FewestPapers || distinct < FewestTopics)
            return null;
        var count = Math.Clamp(topics ?? Math.Min((int)Math.Round(Math.Sqrt(placed.Count / 2.0)), MostTopics), FewestTopics, distinct);
        var context = new MLContext(PaperSpace.Seed);
        var view = PaperRows.View(context, [.. placed.Select(i => space.Rows[i])]);
        var clusters = context.Clustering.Trainers.KMeans(Clustering(count)).Fit(view);
        var labels = clusters.Transform(view).GetColumn<uint>("PredictedLabel").Select(key => (int)key - 1).ToList();
        var places = TopicLayout.Of(context, [.. placed.Select(i => space.Rows[i].Vector)], labels, Centres(clusters.Model));
        var names = new TopicNames(space, placed);
        return new([
            .. placed.Index().GroupBy(it => labels[it.Index])
                .Select(topic => new Topic(
                    names.Of([.. topic.Select(it => it.Item)]),
                    [.. topic.Select(it => new PlacedPaper(space.Rows[it.Item].Id, places[it.Index].X, places[it.Index].Y))]))
                .OrderByDescending(topic => topic.Papers.Count).ThenBy(topic => topic.Papers[0].Id, StringComparer.Ordinal),
        ]);
    }

    /// <summary>One thread: the order in which several finish would decide how their sums are rounded.</summary>
    private static KMeansTrainer.Options Clustering(int count) => new()
    {
        FeatureColumnName = nameof(PaperRow.Vector),
        NumberOfClusters = count,
        InitializationAlgorithm = KMeansTrainer.InitializationAlgorithm.KMeansPlusPlus,
        NumberOfThreads = 1,
    };

    private static IReadOnlyList<float[]> Centres(KMeansModelParameters model)
    {
        VBuffer<float>[] centres = [];
        model.GetClusterCentroids(ref centres, out _);
        return [.. centres.Select(centre => centre.DenseValues().ToArray())];
    }
}
