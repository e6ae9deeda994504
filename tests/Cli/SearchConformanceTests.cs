using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Lectern.Cli.Commands;
using Lectern.Cli.Searching;
using Lectern.Cli.Sources;
using Lectern.Search.Engines;
using Lectern.Search.Export;
using Lectern.Search.Indexing;
using Lectern.Search.Tests.Support;
using Lectern.Site.Serving;
using Xunit;

namespace Lectern.Cli.Tests;

/// <summary>The terminal, HTTP and the engine of the browser give the same answers to every query of the conformance set.</summary>
public sealed class SearchConformanceTests
{
    private const int GeneratedPapers = 20_000;
    private const int AnswersForTheBrowser = 50;

    internal static string Root { get; } = FindRoot();

    [Fact]
    public async Task OverThisRepository()
    {
        using var folder = new TemporaryFolder();
        await Compare(Root, folder["index"]);
    }

    [Fact]
    public async Task OverTwentyThousandPapersInTheBrowserToo()
    {
        using var folder = new TemporaryFolder();
        GeneratedLibrary.Write(folder["library"], GeneratedPapers, seed: 5);
        await Compare(folder["library"], folder["index"], folder["site"]);
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Root, "tests", "Browser", "conformance.mjs"), folder["site"]])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (found, failure) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await failure);
        Assert.InRange(int.Parse(await found, CultureInfo.InvariantCulture), 1000, int.MaxValue);
    }

    [Fact]
    public async Task ARequestThatAsksNothingIsToldHow()
    {
        using var folder = Fixtures.KnowledgeBase();
        using var search = new LiveSearch(folder["index"]);
        await using var server = await Serve(folder.Path, search);
        using var client = new HttpClient { BaseAddress = server.Address };
        using var nothing = await client.GetAsync("api/search");
        Assert.Equal(400, (int)nothing.StatusCode);
        using var bad = await client.GetAsync("api/search?q=a&limit=x");
        Assert.Equal(400, (int)bad.StatusCode);
        using var shard = await client.GetAsync("search/root.js");
        Assert.StartsWith($"lecternShard(\"root\",{{\"version\":{SearchExport.Version},", await shard.Content.ReadAsStringAsync());
        using var none = await client.GetAsync("search/none.js");
        Assert.Equal(404, (int)none.StatusCode);
    }

    [Fact]
    public async Task APageThatIsServedShowsTheWorksMostLikeItsOwn()
    {
        using var folder = Fixtures.KnowledgeBase();
        using var search = new LiveSearch(folder["index"]);
        using var maker = new Sites.SiteMaker([], folder.Path, null, null);
        var build = maker.Build(_ => { }, CancellationToken.None);
        search.Show(build.Sources, build.Indexed);
        await using var server = await SiteServer.StartAsync(build.Generation, 0, search);
        using var client = new HttpClient { BaseAddress = server.Address };
        var page = await client.GetStringAsync("papers/ring/");
        for (var left = 100; left > 0 && !page.Contains("More like this", StringComparison.Ordinal); left--)
        {
            await Task.Delay(50);
            page = await client.GetStringAsync("papers/ring/");
        }

        Assert.Matches("(?s)<h2>More like this</h2>.*<li><a href=\"../../papers/[a-z]+/index.html\">", page);
    }

    /// <param name="site">Where the files of the index and the answers to all queries are left for the browser; null where they are not.</param>
    private static async Task Compare(string source, string index, string? site = null)
    {
        using var search = new LiveSearch(index);
        await using var server = await Serve(source, search);
        using var client = new HttpClient { BaseAddress = server.Address };
        var queries = JsonSerializer.Deserialize<string[]>(await File.ReadAllTextAsync(Path.Combine(Root, "tests", "Search", "conformance.json")))!;
        var hits = 0;
        foreach (var query in queries)
        {
            var there = await client.GetStringAsync($"api/search?q={Uri.EscapeDataString(query)}&facets");
            var here = await Outcome.Of(source, "search", "--json", "--facets", "--index", index, "--", query);
            Assert.Equal(Comparable(there), Comparable(here.Out));
            using var json = JsonDocument.Parse(here.Out);
            hits += json.RootElement.GetProperty("hits").GetArrayLength();
        }

        Assert.InRange(hits, queries.Length, int.MaxValue);
        if (site is not null)
            await Leave(site, index, queries, search);
    }

    private static async Task Leave(string site, string index, string[] queries, LiveSearch search)
    {
        using var open = SearchIndex.Open(index, SearchEngines.Default, out _);
        foreach (var file in LiveSearch.Files(open!))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(site, file.Path))!);
            await File.WriteAllBytesAsync(Path.Combine(site, file.Path), file.Content.ToArray());
        }

        var answers = queries.Select(query => search.Answer(query, AnswersForTheBrowser, facets: false, explain: false));
        await File.WriteAllTextAsync(Path.Combine(site, "expected.json"), $"[{string.Join(',', answers)}]");
    }

    private static async Task<SiteServer> Serve(string source, LiveSearch search)
    {
        using var small = Fixtures.KnowledgeBase();
        using var maker = new Sites.SiteMaker([], small.Path, null, null);
        var sources = SourceFolder.Find([source], source);
        var context = new CommandContext(new(TextWriter.Null, TextWriter.Null), source, CancellationToken.None);
        search.Show(sources, Indexed.Read(context, sources));
        return await SiteServer.StartAsync(maker.Build(_ => { }, CancellationToken.None).Generation, 0, search);
    }

    /// <summary>Everything but the time it took.</summary>
    private static string Comparable(string json) =>
        string.Join('\n', json.Trim().Split('\n').Where(l => !l.Contains("\"milliseconds\"", StringComparison.Ordinal)));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Lectern.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run from a checkout.");
    }
}
