using Microsoft.ML;
using Microsoft.ML.Data;

namespace Lectern.Interop.MLNet;

/// <summary>
/// Places for works: each topic has a field of a grid, ordered by the two directions in which the centres of the topics differ
/// most, and in it a disc that grows with the topic. Within the disc works are ordered by the two directions in which works
/// differ most from the centres of their topics. Orders rather than distances: a topic that is far from all others would press them together.
/// </summary>
internal static class TopicLayout
{
    private const double Width = 3;
    private const double Height = 2;
    private const double Filled = 0.86;

    /// <param name="topics">Of each row, the number of its topic, from 0.</param>
    public static IReadOnlyList<(double X, double Y)> Of(MLContext context, IReadOnlyList<float[]> rows, IReadOnlyList<int> topics, IReadOnlyList<float[]> centres)
    {
        var fields = Fields(Directions(context, centres));
        var inner = Directions(context, [.. rows.Zip(topics, (row, topic) => row.Zip(centres[topic], (x, c) => x - c).ToArray())]);
        var largest = topics.CountBy(topic => topic).Max(topic => topic.Value);
        var places = new (double X, double Y)[rows.Count];
        foreach (var topic in topics.Index().GroupBy(it => it.Item, it => it.Index))
        {
            List<int> works = [.. topic];
            var (left, top, width, height) = fields[topic.Key];
            var size = Filled * Math.Sqrt(works.Count / (double)largest);
            var (x, y) = (Ranks(works, i => inner[i].X), Ranks(works, i => inner[i].Y));
            foreach (var (k, i) in works.Index())
            {
                var (u, v) = (x[k] * Math.Sqrt(1 - y[k] * y[k] / 2), y[k] * Math.Sqrt(1 - x[k] * x[k] / 2));
                places[i] = (Math.Round(left + width * (1 + size * u) / 2, 6), Math.Round(top + height * (1 + size * v) / 2, 6));
            }
        }

        return places;
    }

    /// <summary>Columns by the first direction, the fields of a column by the second.</summary>
    private static (double Left, double Top, double Width, double Height)[] Fields(IReadOnlyList<(double X, double Y)> centres)
    {
        var columns = (int)Math.Round(Math.Sqrt(centres.Count * Width / Height));
        var fields = new (double, double, double, double)[centres.Count];
        List<int> ordered = [.. Enumerable.Range(0, centres.Count).OrderBy(i => centres[i].X)];
        for (var column = 0; column < columns; column++)
        {
            List<int> own = [.. ordered[(column * ordered.Count / columns)..((column + 1) * ordered.Count / columns)].OrderBy(i => centres[i].Y)];
            foreach (var (row, i) in own.Index())
                fields[i] = (column / (double)columns, row / (double)own.Count, 1.0 / columns, 1.0 / own.Count);
        }

        return fields;
    }

    private static List<(double X, double Y)> Directions(MLContext context, IReadOnlyList<float[]> vectors)
    {
        var view = PaperRows.View(context, [.. vectors.Select(vector => new PaperRow { Vector = vector })]);
        var most = Math.Min(vectors.Count, vectors[0].Length);
        var axes = context.Transforms.ProjectToPrincipalComponents("Place", nameof(PaperRow.Vector), rank: 2, overSampling: Math.Clamp(most - 2, 0, 16), seed: PaperSpace.Seed);
        return [.. axes.Fit(view).Transform(view).GetColumn<float[]>("Place").Select(place => ((double)place[0], (double)place[1]))];
    }

    /// <summary>From -1 for the lowest to 1 for the highest.</summary>
    private static double[] Ranks(List<int> works, Func<int, double> value)
    {
        var ranks = new double[works.Count];
        foreach (var (rank, k) in Enumerable.Range(0, works.Count).OrderBy(k => value(works[k])).Index())
            ranks[k] = works.Count > 1 ? 2.0 * rank / (works.Count - 1) - 1 : 0;
        return ranks;
    }
}
