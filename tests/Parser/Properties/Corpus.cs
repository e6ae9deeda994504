using System.Text;
using Lectern.Text;

namespace Lectern.Parser.Tests.Properties;

/// <summary>
/// Real texts: the fixtures, the knowledge base of this repository, and every text below <c>LECTERN_CORPUS</c> where
/// that is set.
/// </summary>
internal static class Corpus
{
    private static readonly Lazy<IReadOnlyList<SourceText>> Read = new(() => [.. Folders().SelectMany(Files).Select(Load)]);

    public static IReadOnlyList<SourceText> Texts => Read.Value;

    public static string Root { get; } = FindRoot();

    public static TheoryData<string> Paths() => new(Folders().SelectMany(Files));

    public static SourceText Load(string path) => SourceText.From(path, File.ReadAllBytes(path));

    private static IEnumerable<string> Folders()
    {
        yield return Path.Combine(Root, "tests", "Parser", "Fixtures");
        yield return Path.Combine(Root, "papers");
        yield return Path.Combine(Root, "notes");
        if (Environment.GetEnvironmentVariable("LECTERN_CORPUS") is { Length: > 0 } corpus)
            yield return Path.GetFullPath(corpus, Root);
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".md" or ".txt" or ".markdown" or ".zortex")
            .Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Lectern.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests run inside a checkout.");
        return folder;
    }
}

/// <summary>Seeded damage to a text: pieces cut, doubled, swapped, and the notation's own marks thrown in.</summary>
internal sealed class Mutator(int seed)
{
    private static readonly string[] Marks =
    [
        "[", "]", "{", "}", "(", ")", "](", "]{", "$", "$$", "`", "```", "*", "**", "_", "#", "#a#b#", "[z:1125.23023.45031] ", "[z:", "- ", "* ", "1. ",
        "> ", ">> ", "    ", "\t", "\n", "\n\n", "\r\n", "\r", "---\n", "??? tip \"", "!!! ", "\"", ";", "=", " := ", ": ", "https://a.b/c", "<", ">", "<img src=x>",
        "<!--", "-->", "\\", "|", "| a |\n|---|\n", "\0", "\uFFFD", "\uFEFF", "é", "₂₃", "🙂", "author=", "ref=", "@@", "@", "%", "{#eq-a}", "TODO", " ",
    ];

    private readonly Random _random = new(seed);

    public byte[] Mutate(byte[] source, int maximumLength)
    {
        var length = Math.Min(source.Length, maximumLength);
        var start = _random.Next(source.Length - length + 1);
        var bytes = new List<byte>(source.AsSpan(start, length).ToArray());
        for (var i = _random.Next(1, 9); i > 0; i--)
            Damage(bytes);
        return [.. bytes];
    }

    private void Damage(List<byte> bytes)
    {
        var at = _random.Next(bytes.Count + 1);
        var length = Math.Min(_random.Next(40), bytes.Count - at);
        switch (_random.Next(6))
        {
            case 0:
                bytes.RemoveRange(at, length);
                break;
            case 1:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 2 when bytes.Count > 0:
                bytes[Math.Min(at, bytes.Count - 1)] = (byte)_random.Next(256);
                break;
            case 3:
                var piece = bytes.GetRange(at, length);
                bytes.RemoveRange(at, length);
                bytes.InsertRange(_random.Next(bytes.Count + 1), piece);
                break;
            default:
                var mark = Encoding.UTF8.GetBytes(Marks[_random.Next(Marks.Length)]);
                for (var repeat = _random.Next(20) == 0 ? 50 : 1; repeat > 0; repeat--)
                    bytes.InsertRange(at, mark);
                break;
        }
    }
}
