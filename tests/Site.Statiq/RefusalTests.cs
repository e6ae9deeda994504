using Lectern.Cli.Tests;
using Microsoft.Extensions.Logging;
using Statiq.Common;
using Statiq.Core;

namespace Lectern.Site.Statiq.Tests;

/// <summary>Whatever is refused or fails, the last site stays as it was, and nothing is left beside it.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("index.html")]
    [InlineData("papers/../papers/ring/index.html")]
    [InlineData(".lectern-site")]
    public async Task A_file_of_the_site_is_not_written_over(string destination) =>
        await Refused(4, "is written twice", Host.Document(destination, "<p>mine</p>"));

    [Fact]
    public async Task Two_documents_of_one_destination_are_refused() =>
        await Refused(4, "'mine.html' is written twice", Host.Document("mine.html", "<p>one</p>"), new ConcatDocuments(Host.Document("mine.html", "<p>two</p>")));

    [Theory]
    [InlineData("../escaped.html")]
    [InlineData("papers/../../escaped.html")]
    public async Task A_destination_outside_of_the_site_is_refused(string destination) =>
        await Refused(4, "would lie outside of the site", Host.Document(destination, "<p>out</p>"));

    [Fact]
    public async Task A_source_is_not_deleted() =>
        await Refused(4, "would be deleted", new ExecuteConfig(Config.FromContext(context => context.FileSystem.GetFile(context.FileSystem.RootPath.Combine("notes/ring.md")).Delete())));

    [Fact]
    public async Task A_pipeline_that_throws_ends_with_4() =>
        await Refused(4, "on purpose", new ThrowException("on purpose"));

    [Fact]
    public async Task An_error_in_the_log_ends_with_5() =>
        await Refused(5, "statiq: error: ", new LogMessage(LogLevel.Error, "something is wrong"), new ClearDocuments());

    [Theory]
    [InlineData("<a href='papers/gone/index.html'>x</a>", "link to 'papers/gone/index.html': no such page")]
    [InlineData("<a href='/papers/gone/index.html'>x</a>", "link to 'papers/gone/index.html': no such page")]
    [InlineData("<a href='papers/ring/index.html#gone'>x</a>", "no such anchor on that page")]
    [InlineData("<img src='gone.png'>", "link to 'gone.png': no such page")]
    public async Task A_page_of_ones_own_whose_link_leads_nowhere_is_refused(string html, string message) =>
        await Refused(1, message, Host.Document("mine.html", html));

    [Fact]
    public async Task A_page_of_ones_own_may_link_to_ours_from_any_depth()
    {
        using var folder = Fixtures.KnowledgeBase();
        var page = Host.Pipeline(Host.Document("deep/er/mine.html", """
            <h1 id="top">x</h1> <a href="#top">x</a> <a href="../../papers/ring/index.html">x</a> <a href="/reading/papers/ring/index.html">x</a>
            <a href="https://example.org/elsewhere">x</a> <a href="tel:1">x</a>
            """));
        var run = await Host.Run(folder.Path, page, "--base", "https://example.org/reading/");
        Assert.DoesNotContain("link to", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, run.Code);
    }

    [Fact]
    public async Task A_folder_that_is_no_site_is_never_replaced()
    {
        using var folder = Fixtures.KnowledgeBase();
        folder.Write("mine/diary.txt", "dear diary");
        var run = await Host.Run(folder.Path, "--out", "mine");
        Assert.Equal((1, ""), (run.Code, run.Out));
        Assert.Contains("not a site made by Lectern", run.Error, StringComparison.Ordinal);
        Assert.Equal(["diary.txt"], Host.Files(folder["mine"]).Keys);
    }

    [Fact]
    public async Task Findings_that_forbid_a_site_end_with_1_before_Statiq_starts()
    {
        using var folder = Fixtures.KnowledgeBase();
        Assert.Equal(0, (await Host.Run(folder.Path)).Code);
        var before = Host.Files(folder["_site"]);
        folder.Write("papers/bad.md", "- [A Title of a Work]{author=A; ref=./x.pdf\n");
        var run = await Host.Run(folder.Path, "--strict");
        Assert.Equal((1, ""), (run.Code, run.Out));
        Assert.Contains("papers/bad.md:1:", run.Error, StringComparison.Ordinal);
        Host.Same(before, Host.Files(folder["_site"]));
    }

    [Fact]
    public async Task A_wrong_command_line_ends_with_2()
    {
        using var folder = Fixtures.KnowledgeBase();
        var run = await Host.Run(folder.Path, "--outt", "x");
        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains("lectern-statiq --out", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupted_run_ends_with_130_and_leaves_nothing()
    {
        using var folder = Fixtures.KnowledgeBase();
        using var cancel = new CancellationTokenSource();
        await using var text = new StringWriter();
        var stop = Host.Pipeline(new ExecuteConfig(Config.FromContext(_ => cancel.Cancel())));
        Assert.Equal(130, await StatiqHost.Run([], stop, text, text, folder.Path, cancel.Token));
        Assert.Equal(["notes", "papers"], Directory.GetDirectories(folder.Path).Select(Path.GetFileName).Order());
    }

    private static async Task Refused(int code, string message, params IModule[] modules)
    {
        using var folder = Fixtures.KnowledgeBase();
        Assert.Equal(0, (await Host.Run(folder.Path)).Code);
        var before = Host.Files(folder.Path);
        var run = await Host.Run(folder.Path, Host.Pipeline(modules));
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Contains("the last site is as it was", run.Error, StringComparison.Ordinal);
        Assert.Equal((code, ""), (run.Code, run.Out));
        Host.Same(before, Host.Files(folder.Path));
    }
}
