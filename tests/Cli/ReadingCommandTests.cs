using System.Text.Json;
using Xunit;

namespace Lectern.Cli.Tests;

public sealed class ReadingCommandTests
{
    [Fact]
    public async Task Parse_of_one_file_is_one_object_with_every_field()
    {
        using var folder = Fixtures.KnowledgeBase();
        var run = await Outcome.Of(folder.Path, "parse", "papers/seals.md", "--json");
        Assert.Equal((0, ""), (run.Code, run.Error));
        using var json = JsonDocument.Parse(run.Out);
        var root = json.RootElement;
        Assert.Equal("papers/seals.md", root.GetProperty("path").GetString());
        Assert.Equal("Seals", root.GetProperty("title").GetString());
        Assert.Equal("animals", root.GetProperty("frontMatter").GetProperty("tags").GetString());
        var heading = Assert.Single(root.GetProperty("headings").EnumerateArray());
        Assert.Equal((1, "Ringed", 8, "arctic"), (heading.GetProperty("level").GetInt32(), heading.GetProperty("text").GetString(), heading.GetProperty("line").GetInt32(), heading.GetProperty("tags")[0].GetString()));
        Assert.Equal(["zettel", "resource", "mdlink", "quoted"], root.GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("kind").GetString()));
        var entry = root.GetProperty("entries")[0];
        Assert.Equal("z:1125.23023.45031", entry.GetProperty("zettel").GetProperty("id").GetString());
        Assert.Equal("2023-07-25T11:25", entry.GetProperty("zettel").GetProperty("time").GetString());
        Assert.Equal("2023-07-25T11:25", entry.GetProperty("zettel").GetProperty("candidates")[0].GetString());
        Assert.Equal("(RING) Counting Ringed Seals from the Air", entry.GetProperty("title").GetString());
        Assert.Equal(("RING", "Counting Ringed Seals from the Air"), (entry.GetProperty("shortName").GetString(), entry.GetProperty("displayTitle").GetString()));
        Assert.Equal(["Ann Lee", "Göran Åberg"], entry.GetProperty("authors").EnumerateArray().Select(a => a.GetString()));
        Assert.Equal(("local", "2103.00020"), (entry.GetProperty("refKind").GetString(), entry.GetProperty("arxivId").GetString()));
        Assert.Equal(JsonValueKind.Null, entry.GetProperty("doi").ValueKind);
        Assert.Equal("frozen water", root.GetProperty("definitions")[0].GetProperty("body").GetString());
        Assert.Equal("eq-sum", root.GetProperty("math")[0].GetProperty("anchor").GetString());
        foreach (var name in new[] { "column", "tags", "inheritedTags", "subtitle", "subject", "authorsVerbatim", "year", "ref", "resource", "arxivVersion", "trailing", "remark", "notes", "related" })
            Assert.True(entry.TryGetProperty(name, out _), name);
    }

    [Fact]
    public async Task Parse_of_several_files_is_an_array()
    {
        using var folder = Fixtures.KnowledgeBase();
        using var json = JsonDocument.Parse((await Outcome.Of(folder.Path, "parse", "--json", "papers/seals.md", "notes/ring.md")).Out);
        Assert.Equal(2, json.RootElement.GetArrayLength());
    }

    [Fact]
    public async Task A_heading_without_text_is_listed_and_makes_no_section()
    {
        using var folder = new TemporaryFolder(("x.md", "# One\n\n## \n"));
        using var json = JsonDocument.Parse((await Outcome.Of(folder.Path, "parse", "--json", "x.md")).Out);
        Assert.Equal([(1, "One"), (2, "")], json.RootElement.GetProperty("headings").EnumerateArray().Select(h => (h.GetProperty("level").GetInt32(), h.GetProperty("text").GetString()!)));
        Assert.Equal(1, json.RootElement.GetProperty("sections").GetArrayLength());
    }

    [Fact]
    public async Task Parse_survives_bytes_that_are_no_text()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["x.md"], [.. "# "u8, 0xED, 0xA0, 0x80, 0, (byte)'\n', .. "- [a]{ref=\xFF"u8]);
        var run = await Outcome.Of(folder.Path, "parse", "--json", "x.md");
        Assert.Equal(0, run.Code);
        JsonDocument.Parse(run.Out).Dispose();
    }

    [Fact]
    public async Task Check_prints_place_line_caret_expectation_and_suggestion()
    {
        using var folder = new TemporaryFolder(("list.md", "- [A Title of a Work]{author=A; ref=./x.pdf\n"));
        var run = await Outcome.Of(folder.Path, "check", "list.md");
        Assert.Equal(0, run.Code);
        var lines = run.Out.Split('\n');
        Assert.Matches(@"^list\.md:1:\d+: ▲ warning LEC1003 resource-unclosed: ", lines[0]);
        Assert.Equal("    1 │ - [A Title of a Work]{author=A; ref=./x.pdf", lines[1]);
        Assert.Matches(@"^      │ +\^~*$", lines[2]);
        Assert.EndsWith("1 warning in 1 file\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_is_strict_only_when_asked()
    {
        using var folder = new TemporaryFolder(("list.md", "- [A Title of a Work]{author=A; ref=./x.pdf\n"));
        Assert.Equal(0, (await Outcome.Of(folder.Path, "check", ".")).Code);
        Assert.Equal(1, (await Outcome.Of(folder.Path, "check", ".", "--strict")).Code);
    }

    [Fact]
    public async Task Check_sees_what_contradicts_between_files()
    {
        using var folder = new TemporaryFolder(
            ("a.md", "- [Sealing Letters by Hand]{ref=./2101.00001.pdf}\n"), ("b.md", "- [Sealing Letters by Hand]{ref=./2102.00001.pdf}\n"));
        using var json = JsonDocument.Parse((await Outcome.Of(folder.Path, "check", ".", "--json")).Out);
        var finding = Assert.Single(json.RootElement.GetProperty("findings").EnumerateArray());
        Assert.Equal(("LEC2002", "b.md", 1), (finding.GetProperty("code").GetString(), finding.GetProperty("path").GetString(), finding.GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task A_knowledge_base_is_its_papers_and_notes_and_any_other_folder_is_everything()
    {
        using var folder = Fixtures.KnowledgeBase();
        folder.Write(".hidden/x.md", "- [Hidden Work Here](https://example.org/1)\n");
        folder.Write("lists/x.txt", "- [Visible Work Here](https://example.org/2)\n");
        folder.Write("lists/node_modules/x.md", "- [Package Work Here](https://example.org/3)\n");
        Directory.CreateSymbolicLink(folder["lists/loop"], folder["lists"]);
        using var own = JsonDocument.Parse((await Outcome.Of(folder["papers/more"], "list", "papers", "--json")).Out);
        Assert.Equal(["harbour-seals", "ring", "sleeping-under-ice", "tusk"], Ids(own).Order(StringComparer.Ordinal));
        using var other = JsonDocument.Parse((await Outcome.Of(folder.Path, "list", "papers", "--json", "--source", "lists")).Out);
        Assert.Equal(["visible-work-here"], Ids(other));

        static List<string> Ids(JsonDocument json) => [.. json.RootElement.EnumerateArray().Select(p => p.GetProperty("id").GetString()!)];
    }

    [Fact]
    public async Task Lists_are_aligned_columns()
    {
        using var folder = Fixtures.KnowledgeBase();
        Assert.Contains("ring                2021  2×  Counting Ringed Seals from the Air\n", (await Outcome.Of(folder.Path, "list", "papers")).Out, StringComparison.Ordinal);
        Assert.Contains("Ann Lee      2  ring tusk\n", (await Outcome.Of(folder.Path, "list", "authors")).Out, StringComparison.Ordinal);
        Assert.Contains("seal     2  ring tusk\n", (await Outcome.Of(folder.Path, "list", "tags")).Out, StringComparison.Ordinal);
        Assert.Equal("2023-07-25 11:25  papers/seals.md:9  ring  Counting Ringed Seals from the Air\n", (await Outcome.Of(folder.Path, "list", "timeline")).Out);
    }

    [Theory]
    [InlineData("ring")]
    [InlineData("RING")]
    [InlineData("2103.00020")]
    [InlineData("https://arxiv.org/pdf/2103.00020v1")]
    [InlineData("counting ringed seals from the air")]
    public async Task Explain_says_why_two_lines_are_one_work(string name)
    {
        using var folder = Fixtures.KnowledgeBase();
        var run = await Outcome.Of(folder.Path, "explain", name);
        Assert.Equal(0, run.Code);
        Assert.Contains("papers/seals.md:15:", run.Out, StringComparison.Ordinal);
        Assert.Contains("    same arXiv identifier 2103.00020 as papers/seals.md:9\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("note       notes/ring.md\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("arXiv      2103.00020v2\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_paper_is_told_the_nearest_ones()
    {
        using var folder = Fixtures.KnowledgeBase();
        var run = await Outcome.Of(folder.Path, "explain", "tsuk");
        Assert.Equal((1, "", "lectern: no paper is called 'tsuk'\n  try: lectern explain tusk\n"), (run.Code, run.Out, run.Error));
    }

    [Fact]
    public async Task Export_takes_a_tag_or_words_and_writes_a_file()
    {
        using var folder = Fixtures.KnowledgeBase();
        Assert.Contains("{lee2021counting,", (await Outcome.Of(folder.Path, "export", "bibtex", "--tag", "Arctic")).Out, StringComparison.Ordinal);
        Assert.StartsWith("TY  - ", (await Outcome.Of(folder.Path, "export", "ris", "--query", "goran counting")).Out, StringComparison.Ordinal);
        var run = await Outcome.Of(folder.Path, "export", "csl-json", "--query", "tusk", "--out", "refs.json");
        Assert.Equal((0, "", "1 citation\n"), (run.Code, run.Out, run.Error));
        using var json = JsonDocument.Parse(File.ReadAllText(folder["refs.json"]));
        Assert.Equal("tusk", json.RootElement[0].GetProperty("id").GetString());
        Assert.Equal(["README.md", "notes", "papers", "refs.json"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(1, (await Outcome.Of(folder.Path, "export", "ris", "--tag", "whale")).Code);
    }
}
