using Lectern.Cli.Maps;
using Xunit;

namespace Lectern.Cli.Tests;

public sealed class MapTests
{
    [Fact]
    public async Task The_site_has_a_map_of_the_field_where_the_program_can_draw_one_and_nothing_of_it_elsewhere()
    {
        using var folder = Works("spiking cortex", "deep reward", "painted pictures", "sequence attention");
        Assert.Equal(0, (await Outcome.Of(folder.Path, "build")).Code);
        var draws = FieldMappers.Default is not null;
        Assert.Equal(draws, File.Exists(folder["_site/map/index.html"]));
        Assert.Equal(draws, File.Exists(folder["_site/assets/map.css"]));
        Assert.Equal(draws, File.ReadAllText(folder["_site/index.html"]).Contains("map/", StringComparison.Ordinal));
        if (draws)
            Assert.Equal(12, new AngleSharp.Html.Parser.HtmlParser().ParseDocument(File.ReadAllText(folder["_site/map/index.html"])).QuerySelectorAll(".map-topic li a").Length);
    }

    [Fact]
    public async Task Too_few_works_have_no_map()
    {
        using var folder = Works("spiking cortex");
        Assert.Equal(0, (await Outcome.Of(folder.Path, "build")).Code);
        Assert.False(Directory.Exists(folder["_site/map"]));
    }

    /// <summary>Three works of each subject.</summary>
    private static TemporaryFolder Works(params string[] subjects) => new(("papers/list.md", string.Concat(
        from subject in subjects
        from number in Enumerable.Range(1, 3)
        select $"- [({subject[..4]}{number}) A {number} study of {subject}]{{}}\n")));
}
