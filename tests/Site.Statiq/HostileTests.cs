using Lectern.Cli.Tests;
using Statiq.Common;
using Statiq.Core;
using Statiq.Feeds;

namespace Lectern.Site.Statiq.Tests;

/// <summary>Statiq runs metadata as C# where it starts with an arrow; a reading list must not be able to say so.</summary>
public sealed class HostileTests
{
    [Theory]
    [InlineData("=>")]
    [InlineData("->")]
    public async Task A_title_that_looks_like_code_is_a_title(string arrow)
    {
        using var folder = new TemporaryFolder();
        var ran = folder["ran"];
        var title = $"{arrow} System.IO.File.Create(\"{ran}\").Name";
        folder.Write("papers/list.md", $"- [{title}](https://example.org/1)\n");
        folder.Write("site.yml", $"title: '{title}'\ndescription: '{title}'\nauthor: '{title}'\n");
        string? seen = null, copied = null;
        var pipeline = Host.Pipeline(
            new FilterDocuments(Config.FromDocument(document => document.Facts()!.Kind == PageKind.Paper)),
            new ExecuteConfig(Config.FromDocument((document, context) =>
            {
                seen = document.GetString(Keys.Title);
                return context.CreateDocument(new NormalizedPath("copy.txt"), new MetadataItems { { Keys.Title, document.Facts()!.Title } });
            })),
            new ExecuteConfig(Config.FromDocument(document => copied = document.GetString(Keys.Title))),
            new GenerateFeeds().WithFeedTitle(title));
        var run = await Host.Run(folder.Path, pipeline, "--base", "https://example.org/");
        Assert.False(File.Exists(ran), "code of a reading list was run");
        Assert.Equal((title, title), (seen, copied));
        Assert.Equal(0, run.Code);
    }

    [Fact]
    public async Task A_variable_of_the_environment_is_no_code_either()
    {
        using var folder = Fixtures.KnowledgeBase();
        Environment.SetEnvironmentVariable("LECTERN_HOSTILE", $"=> System.IO.File.Create(\"{folder["ran"]}\").Name");
        try
        {
            var run = await Host.Run(folder.Path, Host.Pipeline(new ExecuteConfig(Config.FromContext(context => context.Settings.GetString("LECTERN_HOSTILE"))), new ClearDocuments()));
            Assert.False(File.Exists(folder["ran"]), "code of the environment was run");
            Assert.Equal(0, run.Code);
        }
        finally
        {
            Environment.SetEnvironmentVariable("LECTERN_HOSTILE", null);
        }
    }
}
