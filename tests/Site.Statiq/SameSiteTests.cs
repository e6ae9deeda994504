using Lectern.Cli.Tests;

namespace Lectern.Site.Statiq.Tests;

public sealed class SameSiteTests
{
    [Theory]
    [InlineData("")]
    [InlineData("--no-search")]
    [InlineData("--base https://example.org/reading/")]
    public async Task Every_file_of_a_small_site_is_the_one_that_build_writes(string options)
    {
        using var folder = Fixtures.KnowledgeBase();
        await Compare(folder.Path, folder, options.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Every_file_of_the_site_of_this_repository_is_the_one_that_build_writes()
    {
        using var folder = new TemporaryFolder();
        await Compare(Host.Repository, folder, []);
    }

    [Fact]
    public async Task Folders_that_Statiq_would_empty_stay_as_they_are()
    {
        using var folder = Fixtures.KnowledgeBase();
        folder.Write("temp/mine.txt", "mine");
        folder.Write("cache/mine.txt", "mine");
        folder.Write("output/mine.txt", "mine");
        Assert.Equal(0, (await Host.Run(folder.Path)).Code);
        Assert.Equal(["mine", "mine", "mine"], from place in new[] { "temp", "cache", "output" } select File.ReadAllText(folder[$"{place}/mine.txt"]));
        Assert.Equal(["_site", "cache", "notes", "output", "papers", "temp"], Directory.GetDirectories(folder.Path).Select(Path.GetFileName).Order());
    }

    private static async Task Compare(string sources, TemporaryFolder folder, string[] options)
    {
        var build = await Outcome.Of(sources, ["build", "--out", folder["built"], .. options]);
        var host = await Host.Run(sources, ["--out", folder["hosted"], .. options]);
        Assert.Equal((0, 0), (build.Code, host.Code));
        Host.Same(Host.Files(folder["built"]), Host.Files(folder["hosted"]));
    }
}
