namespace Lectern.Implementations.Tests.Alibi;

/// <summary>
/// A language that asks for position and nothing else: a letter repeats the last but one, except that one in seven is drawn at random.
/// A reader who looks exactly one letter back has a loss of <see cref="Entropy"/>; one who has lost count has ln 16 = 2.77.
/// </summary>
internal static class EchoText
{
    public const int Vocabulary = 16;
    private const double Noise = 1.0 / 7;

    public static double Entropy { get; } =
        -(1 - Noise + Noise / Vocabulary) * Math.Log(1 - Noise + Noise / Vocabulary) - (Vocabulary - 1) * (Noise / Vocabulary) * Math.Log(Noise / Vocabulary);

    /// <summary>Texts of equal length; (count, length).</summary>
    public static Tensor Sample(Random random, int count, int length)
    {
        var letters = new long[count * length];
        for (var i = 0; i < letters.Length; i++)
            letters[i] = i % length < 2 || random.NextDouble() < Noise ? random.Next(Vocabulary) : letters[i - 2];
        return tensor(letters, device: Experiment.Device).reshape(count, length);
    }
}
