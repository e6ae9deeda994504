using System.Text;

namespace Lectern.Bench;

internal sealed record CorpusFile(string Path, string Text)
{
    public int Bytes { get; } = Encoding.UTF8.GetByteCount(Text);
}

/// <summary>Documents of the notation, the same for the same seed: every form, in about the proportions of real reading lists.</summary>
internal static class Corpus
{
    /// <summary>The five dialects and the notes of a knowledge base, by their share of the bytes.</summary>
    private static readonly (string Name, double Share, Func<Writer, string> Write)[] Dialects =
    [
        ("zortex", 0.30, Zortex.Write),
        ("slides", 0.25, Slides.Write),
        ("mkdocs", 0.15, MkDocs.Write),
        ("gfm", 0.12, Gfm.Write),
        ("note", 0.10, Notes.Write),
        ("bullets", 0.08, Bullets.Write),
    ];

    public static List<CorpusFile> Generate(long bytes, int seed)
    {
        var random = new Random(seed);
        var files = new List<CorpusFile>();
        var written = new long[Dialects.Length];
        for (var total = 0L; total < bytes;)
        {
            // The dialect that is furthest behind its share goes next, so that any size has the same mixture.
            var next = Enumerable.Range(0, Dialects.Length).MinBy(i => written[i] / Dialects[i].Share);
            var text = Dialects[next].Write(new Writer(random));
            var file = new CorpusFile($"{Dialects[next].Name}/{files.Count:00000}.md", text);
            files.Add(file);
            written[next] += file.Bytes;
            total += file.Bytes;
        }

        return files;
    }

    public static List<CorpusFile> Load(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".md" or ".txt" or ".zortex" or ".zx")
            .Order(StringComparer.Ordinal)
            .Select(f => new CorpusFile(Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllText(f)))];
}
