namespace Lectern.Implementations.Tests.Alibi;

/// <summary>
/// A language that asks for position and in which context helps, then stops helping: each letter follows from the last but one, by
/// one of several tables, and a reader has to find out which one. The loss falls over the first dozens of letters and is level from there on.
/// </summary>
internal sealed class TopicText
{
    public const int Vocabulary = 16;
    private const int Topics = 4;
    private readonly double[,,] _cumulative = new double[Topics, Vocabulary, Vocabulary];

    public TopicText(int seed = 7)
    {
        var random = new Random(seed);
        for (var topic = 0; topic < Topics; topic++)
        {
            for (var from = 0; from < Vocabulary; from++)
            {
                var weights = Enumerable.Range(0, Vocabulary).Select(_ => Math.Pow(-Math.Log(1 - random.NextDouble()), 2)).ToArray();
                var sum = 0.0;
                for (var to = 0; to < Vocabulary; to++) _cumulative[topic, from, to] = (sum += weights[to]) / weights.Sum();
            }
        }
    }

    /// <summary>Texts of equal length; (count, length).</summary>
    public Tensor Sample(Random random, int count, int length)
    {
        var letters = new long[count * length];
        for (var i = 0; i < count; i++)
        {
            var (topic, before, letter) = (random.Next(Topics), random.Next(Vocabulary), random.Next(Vocabulary));
            for (var t = 0; t < length; t++)
            {
                letters[i * length + t] = letter;
                var draw = random.NextDouble();
                var next = 0;
                while (next < Vocabulary - 1 && _cumulative[topic, before, next] < draw) next++;
                (before, letter) = (letter, next);
            }
        }

        return tensor(letters, device: Experiment.Device).reshape(count, length);
    }
}
