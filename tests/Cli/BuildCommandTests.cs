using System.Text.Json;
using Xunit;

namespace Lectern.Cli.Tests;

public sealed class BuildCommandTests
{
    [Fact]
    public async Task Build_writes_a_site_and_counts_what_is_in_it()
    {
        using var folder = Fixtures.KnowledgeBase();
        folder.Write("notes/concepts/sealing.md", "# Sealing\n\nWhat a [ring](../ring.md) is for.\n");
        var run = await Outcome.Of(folder.Path, "build", "--out", "public", "--json");
        Assert.Equal(0, run.Code);
        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal([4, 4, 2, 1, 1], new[] { "papers", "documents", "notes", "papersWithNotes", "concepts" }.Select(n => json.RootElement.GetProperty(n).GetInt32()));
        Assert.Equal(json.RootElement.GetProperty("diagnostics").GetInt32(), json.RootElement.GetProperty("findings").GetArrayLength());
        Assert.True(json.RootElement.GetProperty("pages").GetInt32() > 10);
        Assert.True(json.RootElement.GetProperty("milliseconds").GetInt32() >= 0);
        Assert.True(File.Exists(folder["public/index.html"]));
        Assert.DoesNotContain("public", string.Join(' ', Directory.GetFileSystemEntries(folder.Path, ".*")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_shows_the_works_most_like_it_best_first_and_one_like_none_shows_no_heading()
    {
        using var folder = new TemporaryFolder(("papers/animals.md",
            "- #coats# [(ZEBRA) Stripes of Quaggas and <Zebras>](https://arxiv.org/abs/1901.00001)\n" +
            "- #coats# [(QUAGGA) Quaggas and Zebras](https://arxiv.org/abs/1901.00002)\n" +
            "- #coats# [(OKAPI) Forest Giants](https://arxiv.org/abs/1901.00003)\n" +
            "- [(WHALE) Oceans](https://arxiv.org/abs/1901.00004)\n"));
        Assert.Equal(0, (await Outcome.Of(folder.Path, "build")).Code);
        Assert.Equal(["../../papers/zebra/index.html", "../../papers/okapi/index.html"], Like("quagga"));
        Assert.Equal(["../../papers/quagga/index.html", "../../papers/okapi/index.html"], Like("zebra"));
        Assert.DoesNotContain("More like this", Page("whale"));
        Assert.Contains(">ZEBRA: Stripes of Quaggas and &lt;Zebras&gt;</a>", Page("quagga"));
        Assert.Equal(0, (await Outcome.Of(folder.Path, "build", "--no-search")).Code);
        Assert.DoesNotContain("More like this", Page("quagga"));

        string Page(string paper) => File.ReadAllText(folder[$"_site/papers/{paper}/index.html"]);
        IEnumerable<string> Like(string paper) =>
            new AngleSharp.Html.Parser.HtmlParser().ParseDocument(Page(paper)).QuerySelectorAll(".like a").Select(a => a.GetAttribute("href")!);
    }

    [Fact]
    public async Task Progress_that_is_not_watched_is_plain_lines_on_standard_error()
    {
        using var folder = Fixtures.KnowledgeBase();
        var run = await Outcome.Of(folder.Path, "build");
        Assert.StartsWith("reading 3 files\nmaking pages for 4 papers\nindexing\nwriting ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', run.Error + run.Out);
        Assert.Matches(@"^\d+ pages: 4 papers from 3 documents, 1 note in _site \(\d+\.\d s\)\n$", run.Out);
    }

    [Fact]
    public async Task The_site_is_not_read_as_a_source_of_itself()
    {
        using var folder = new TemporaryFolder(("list.md", "- [A Work of Some Kind](https://example.org/1)\n"));
        await Outcome.Of(folder.Path, "build", "--source", ".", "--out", "public");
        File.WriteAllText(folder["public/stray.md"], "- [A Stray Work Here](https://example.org/2)\n");
        using var json = JsonDocument.Parse((await Outcome.Of(folder.Path, "build", "--source", ".", "--out", "public", "--json")).Out);
        Assert.Equal(1, json.RootElement.GetProperty("papers").GetInt32());
    }

    [Fact]
    public async Task A_failed_build_leaves_the_last_site_and_names_three_next_steps()
    {
        using var folder = Fixtures.KnowledgeBase();
        Assert.Equal(0, (await Outcome.Of(folder.Path, "build")).Code);
        var before = File.ReadAllBytes(folder["_site/index.html"]);
        folder.Write("papers/bad.md", "- [A Title of a Work]{author=A; ref=./x.pdf\n");
        var run = await Outcome.Of(folder.Path, "build", "--strict");
        Assert.Equal((1, ""), (run.Code, run.Out));
        Assert.Equal(before, File.ReadAllBytes(folder["_site/index.html"]));
        Assert.Contains("papers/bad.md:1:", run.Error, StringComparison.Ordinal);
        Assert.Contains("the last one is as it was. Next:\n  1. mend ", run.Error, StringComparison.Ordinal);
        Assert.Contains("\n  2. lectern check papers notes ", run.Error, StringComparison.Ordinal);
        Assert.Contains("\n  3. lectern build            without --strict", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_no_site_is_never_replaced()
    {
        using var folder = Fixtures.KnowledgeBase();
        folder.Write("mine/diary.txt", "dear diary");
        var run = await Outcome.Of(folder.Path, "build", "--out", "mine");
        Assert.Equal((1, ""), (run.Code, run.Out));
        Assert.Contains("not a site made by Lectern", run.Error, StringComparison.Ordinal);
        Assert.Equal("dear diary", File.ReadAllText(folder["mine/diary.txt"]));
    }

    [Theory]
    [InlineData("gone")]
    [InlineData("empty")]
    public async Task A_source_without_lists_is_a_clear_failure(string name)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["empty"]);
        var run = await Outcome.Of(folder.Path, "build", "--source", name);
        Assert.Equal((1, ""), (run.Code, run.Out));
        Assert.Contains($"{folder[name]}: no", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_sources_are_one_knowledge_base()
    {
        using var folder = new TemporaryFolder(
            ("a/list.md", "- [A Work of Some Kind](https://example.org/1)\n"), ("b/list.md", "- [Another Work of Some Kind](https://example.org/2)\n"), ("c.md", "- [A Work of Some Kind](https://example.org/1)\n"));
        using var json = JsonDocument.Parse((await Outcome.Of(folder.Path, "list", "papers", "--json", "--source", "a", "--source", "b", "--source", "c.md")).Out);
        Assert.Equal(["a/list.md c.md", "b/list.md"], json.RootElement.EnumerateArray().Select(p =>
            string.Join(' ', p.GetProperty("mentions").EnumerateArray().Select(m => m.GetProperty("path").GetString()))));
    }

    [Fact]
    public async Task An_unreadable_file_is_named_with_the_reason()
    {
        using var folder = new TemporaryFolder(("good.md", "text\n"));
        File.CreateSymbolicLink(folder["dangling.md"], folder["nowhere.md"]);
        var run = await Outcome.Of(folder.Path, "build", "--source", ".");
        Assert.Equal((1, ""), (run.Code, run.Out));
        Assert.Contains("dangling.md: cannot be read: it is gone", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_answers_until_it_is_interrupted()
    {
        using var folder = Fixtures.KnowledgeBase();
        using var cancel = new CancellationTokenSource();
        using var output = new SignallingWriter("http://127.0.0.1:");
        using var error = new StringWriter();
        var serving = LecternApp.Run(["serve", "--port", "0"], output, error, folder.Path, cancel.Token);
        var address = await output.Found.WaitAsync(TimeSpan.FromSeconds(30));
        using var http = new HttpClient();
        Assert.Contains("Counting Ringed Seals", await http.GetStringAsync(new Uri(address + "papers/ring/")), StringComparison.Ordinal);
        folder.Write("papers/seals.md", Fixtures.Seals.Replace("from the Air", "from the Sea", StringComparison.Ordinal));
        for (var i = 0; i < 100 && !(await http.GetStringAsync(new Uri(address + "papers/ring/"))).Contains("from the Sea", StringComparison.Ordinal); i++)
            await Task.Delay(50);
        Assert.Contains("from the Sea", await http.GetStringAsync(new Uri(address + "papers/ring/")), StringComparison.Ordinal);
        await cancel.CancelAsync();
        Assert.Equal(130, await serving.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    /// <summary>Completes with the address once it is printed.</summary>
    private sealed class SignallingWriter(string mark) : StringWriter
    {
        private readonly TaskCompletionSource<string> _found = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Found => _found.Task;

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value?.IndexOf(mark, StringComparison.Ordinal) is { } at and >= 0)
                _found.TrySetResult(value[at..]);
        }
    }
}
