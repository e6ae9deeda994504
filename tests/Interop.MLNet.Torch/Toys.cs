using Lectern.Implementations.Distilbert;
using Student = Lectern.Implementations.Distilbert.Distilbert;

namespace Lectern.Interop.MLNet.Torch.Tests;

/// <summary>A student so small that a test can make one; seeded, not trained.</summary>
internal static class Toys
{
    public static readonly string[] Vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "the", "cat", "sat", "on", "mat", "##s", "a", "dog", ",", "."];

    public static readonly string[] Texts = ["The cat sat on the mat.", "A [MASK] sat, a cat [MASK].", "", "dogs", "the [MASK]", "unheard words 日本"];

    public static readonly DistilbertConfig Config = new() { Vocabulary = Vocabulary.Length, dim = 16, hidden_dim = 32, Heads = 2, Layers = 2, Positions = 24 };

    public static TextStudent Student(long seed = 3)
    {
        _ = manual_seed(seed);
        return new(new Student(Config), Vocabulary);
    }
}

internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lectern-student-");

    public string this[string name] => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
