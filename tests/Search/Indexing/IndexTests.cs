using Lectern.Search.Documents;
using Lectern.Search.Engines;
using Lectern.Search.Export;
using Lectern.Search.Indexing;
using Lectern.Search.Results;
using Lectern.Search.Tests.Support;

namespace Lectern.Search.Tests.Indexing;

public sealed class IndexTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AnUpdatedIndexIsTheSameAsOneMadeAnew()
    {
        var before = Repository.Pages;
        var after = before.Where(p => p.Facts.Id != "gpt-2")
            .Select(p => p.Facts.Id == "lora" ? p with { Facts = p.Facts with { Title = "An entirely different title" } } : p).ToList();
        Update(before);
        var update = Update(after);
        Assert.Equal((0, 1, 1, false), (update.Added, update.Changed, update.Removed, update.Fresh));
        using var updated = Open();
        using var fresh = new TestIndex(after);
        Assert.Equal(fresh.Index.Reader.DocumentCount, updated.Reader.DocumentCount);
        foreach (var query in TestData.Conformance)
            Assert.Equal(Hits(fresh.Index, query), Hits(updated, query));
        Assert.Equal(SearchExport.Files(fresh.Index).Select(f => (f.Path, Convert.ToHexString(f.Content))), SearchExport.Files(updated).Select(f => (f.Path, Convert.ToHexString(f.Content))));
    }

    [Fact]
    public void AnUpdateThatChangesNothingAddsNothing()
    {
        Update(Repository.Pages);
        var update = Update(Repository.Pages);
        Assert.Equal((0, 0, 0, false), (update.Added, update.Changed, update.Removed, update.Fresh));
    }

    [Fact]
    public void AReaderKeepsItsStateWhileANewerOneIsWritten()
    {
        Update(Repository.Pages);
        using var old = Open();
        var before = Hits(old, "attention");
        Update([.. Repository.Pages.Take(3)]);
        Assert.Equal(before, Hits(old, "attention"));
        using var now = Open();
        Assert.NotEqual(before, Hits(now, "attention"));
    }

    [Fact]
    public void TwoWritersAtOnceAreTold()
    {
        Directory.CreateDirectory(_folder.Path);
        using var other = IndexLock.Take(_folder.Path);
        var refused = Assert.Throws<IndexLockedException>(() => Update(Repository.Pages));
        Assert.Contains("another program is writing the index", refused.Message);
    }

    [Theory]
    [InlineData("catalogue")]
    [InlineData("texts")]
    [InlineData("manifest")]
    [InlineData("lucene")]
    public void ATruncatedFileIsSeenAndTheIndexRebuilt(string part)
    {
        Update(Repository.Pages);
        foreach (var file in Files(part))
        {
            var bytes = File.ReadAllBytes(file);
            foreach (var length in (int[])[0, 1, bytes.Length / 2, bytes.Length - 1])
            {
                File.WriteAllBytes(file, bytes[..length]);
                Assert.Null(SearchIndex.Open(_folder.Path, SearchEngines.Default, out var problem));
                Assert.Contains(problem, Reasons(file));
            }

            File.WriteAllBytes(file, bytes);
        }

        var emptied = Files(part).First();
        File.WriteAllBytes(emptied, []);
        Assert.Contains(Update(Repository.Pages).Problem, Reasons(emptied));
        Open().Dispose();
    }

    [Fact]
    public void AFlippedBitIsNeverAnotherAnswer()
    {
        Update(Repository.Pages);
        var random = new Random(11);
        foreach (var file in Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != "lock").ToList())
        {
            var bytes = File.ReadAllBytes(file);
            for (var round = 0; round < 10; round++)
            {
                var damaged = (byte[])bytes.Clone();
                damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
                File.WriteAllBytes(file, damaged);
                Assert.Null(SearchIndex.Open(_folder.Path, SearchEngines.Default, out var problem));
                Assert.Contains(problem, Reasons(file));
            }

            File.WriteAllBytes(file, bytes);
        }

        Open().Dispose();
    }

    [Fact]
    public void AForeignFolderIsSeenAndRebuilt()
    {
        Update(Repository.Pages);
        var manifest = Files("manifest").First();
        File.WriteAllText(manifest, "something else\n");
        Assert.Equal("it was not written by this program", Update(Repository.Pages).Problem);
        File.WriteAllText(Files("manifest").First(), "lectern-search 0 another\nend x\n");
        Assert.Equal("it was written by another version or engine", Update(Repository.Pages).Problem);
        Open().Dispose();
    }

    [Fact]
    public void AnInterruptedUpdateLeavesTheIndexAsItWas()
    {
        Update(Repository.Pages);
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => new IndexWriter(_folder.Path, SearchEngines.Default).Update([.. Repository.Pages.Take(3)], "new", true, cancel.Token));
        using var index = Open();
        Assert.Equal(("stamp", Repository.Pages.Count), (index.Stamp, index.PageCount));
        Assert.Empty(Directory.EnumerateDirectories(_folder.Path, "next-*"));
    }

    /// <summary>What is said of an index in which this file was damaged.</summary>
    private string[] Reasons(string file) => Path.GetFileName(file) switch
    {
        "current" => ["the folder it names is missing"],
        "manifest" => ["its manifest is damaged", "it was not written by this program", "it was written by another version or engine"],
        _ => [$"{Path.GetRelativePath(_folder.Path, file).Replace('\\', '/').Split('/', 2)[1]} is damaged"],
    };

    private IEnumerable<string> Files(string part) => Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories)
        .Where(f => Path.GetFileName(f) == part || Path.GetFileName(Path.GetDirectoryName(f)) == part).Where(f => new FileInfo(f).Length > 1);

    private IndexUpdate Update(IReadOnlyList<SearchPage> pages) =>
        new IndexWriter(_folder.Path, SearchEngines.Default).Update(pages, "stamp", fresh: false, CancellationToken.None);

    private SearchIndex Open()
    {
        var index = SearchIndex.Open(_folder.Path, SearchEngines.Default, out var problem);
        Assert.Null(problem);
        return index!;
    }

    private static IReadOnlyList<(string, double)> Hits(SearchIndex index, string query) =>
        [.. new Searcher(index).Search(new(query, 100)).Hits.Select(h => (h.Url, h.Score))];
}
