namespace Lectern.Implementations.Tests.Distilbert;

/// <summary>
/// A language made by a small grammar. A text consists of clauses "subject verb object marker", where the verb follows from the subject,
/// the object is one of three that go with the verb, and the marker from subject and object together: some words can be told from their
/// neighbours, others only guessed, and then a teacher knows more than the label says.
/// </summary>
internal static class TinyLanguage
{
    public const long Mask = 1;
    public const long FirstWord = 2;
    public const long Vocabulary = 42;
    public const int Length = 16;
    private const int Kinds = 10;

    /// <summary>Texts of equal length; (count, T).</summary>
    public static Tensor Sample(Random random, int count)
    {
        List<long> words = [];
        for (var clause = 0; clause < count * Length / 4; clause++)
        {
            var subject = random.Next(Kinds);
            var verb = subject * 7 % Kinds;
            var @object = (verb + new[] { 1, 1, 1, 4, 4, 8 }[random.Next(6)]) % Kinds;
            var marker = (subject + 3 * @object) % Kinds;
            words.AddRange([FirstWord + subject, FirstWord + Kinds + verb, FirstWord + 2 * Kinds + @object, FirstWord + 3 * Kinds + marker]);
        }

        return tensor(words.ToArray(), device: Experiment.Device).reshape(count, Length);
    }
}
