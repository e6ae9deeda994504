using System.Security.Cryptography;
using System.Text;
using Lectern.Search.Documents;

namespace Lectern.Search.Indexing;

/// <summary>The pages of an index in the order of their ids, and which document of the engine is which section.</summary>
internal sealed class Catalogue : IDisposable
{
    public const string FileName = "catalogue";
    public const string TextsName = "texts";

    private readonly BinaryReader _facts;
    private readonly Microsoft.Win32.SafeHandles.SafeFileHandle _texts;
    private readonly List<CatalogueEntry> _pages;
    private readonly PageFacts?[] _read;
    private readonly (int Page, int Section)[] _places;

    private Catalogue(string stamp, int next, List<CatalogueEntry> pages, BinaryReader facts, Microsoft.Win32.SafeHandles.SafeFileHandle texts)
    {
        (Stamp, Next, _pages, _facts, _texts) = (stamp, next, pages, facts, texts);
        _read = new PageFacts?[pages.Count];
        _places = new (int, int)[next];
        for (var page = 0; page < pages.Count; page++)
        {
            for (var section = 0; section < pages[page].Numbers.Length; section++)
                _places[pages[page].Numbers[section]] = (page, section);
        }
    }

    /// <summary>Of the sources that the index was made from.</summary>
    public string Stamp { get; }

    /// <summary>The number of the next new document.</summary>
    public int Next { get; }

    public IReadOnlyList<CatalogueEntry> Pages => _pages;

    public (int Page, int Section) Place(int number) => _places[number];

    public PageFacts Facts(int page)
    {
        if (Volatile.Read(ref _read[page]) is { } known)
            return known;
        lock (_facts)
        {
            _facts.BaseStream.Position = _pages[page].FactsAt;
            return _read[page] = PageWire.ReadFacts(_facts);
        }
    }

    public IReadOnlyList<SearchSection> Texts(int page) => PageWire.ReadTexts(TextBytes(page));

    public byte[] TextBytes(int page)
    {
        var bytes = new byte[_pages[page].TextsLength];
        for (var read = 0; read < bytes.Length;)
        {
            var count = RandomAccess.Read(_texts, bytes.AsSpan(read), _pages[page].TextsAt + read);
            read += count > 0 ? count : throw new EndOfStreamException("the texts of the index end too soon");
        }

        return bytes;
    }

    public static byte[] Hash(byte[] facts, byte[] texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(facts);
        hash.AppendData(texts);
        return hash.GetHashAndReset();
    }

    public static Catalogue Open(string folder)
    {
        var reader = new BinaryReader(new MemoryStream(File.ReadAllBytes(Path.Combine(folder, FileName))), Encoding.UTF8);
        var (stamp, next, count) = (reader.ReadString(), reader.ReadInt32(), reader.ReadInt32());
        var pages = new List<CatalogueEntry>(count);
        for (var i = 0; i < count; i++)
        {
            var hash = reader.ReadBytes(SHA256.HashSizeInBytes);
            var numbers = new int[reader.ReadInt32()];
            for (var n = 0; n < numbers.Length; n++)
                numbers[n] = reader.ReadInt32();
            pages.Add(new(hash, numbers, reader.ReadInt64(), reader.ReadInt32(), reader.ReadInt64(), reader.ReadInt32()));
        }

        var start = reader.BaseStream.Position;
        return new(stamp, next, pages.ConvertAll(p => p with { FactsAt = p.FactsAt + start }), reader, File.OpenHandle(Path.Combine(folder, TextsName), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete));
    }

    public static void Write(string folder, string stamp, int next, IReadOnlyList<(byte[] Hash, int[] Numbers, byte[] Facts, byte[] Texts)> pages)
    {
        using var catalogue = new BinaryWriter(File.Create(Path.Combine(folder, FileName)), Encoding.UTF8);
        using var texts = File.Create(Path.Combine(folder, TextsName));
        catalogue.Write(stamp);
        catalogue.Write(next);
        catalogue.Write(pages.Count);
        var (factsAt, textsAt) = (0L, 0L);
        foreach (var page in pages)
        {
            catalogue.Write(page.Hash);
            catalogue.Write(page.Numbers.Length);
            foreach (var number in page.Numbers)
                catalogue.Write(number);
            catalogue.Write(factsAt);
            catalogue.Write(page.Facts.Length);
            catalogue.Write(textsAt);
            catalogue.Write(page.Texts.Length);
            texts.Write(page.Texts);
            (factsAt, textsAt) = (factsAt + page.Facts.Length, textsAt + page.Texts.Length);
        }

        foreach (var page in pages)
            catalogue.Write(page.Facts);
    }

    public void Dispose()
    {
        _facts.Dispose();
        _texts.Dispose();
    }
}

/// <param name="Numbers">Of the engine's documents, one for each section.</param>
internal sealed record CatalogueEntry(byte[] Hash, int[] Numbers, long FactsAt, int FactsLength, long TextsAt, int TextsLength);
