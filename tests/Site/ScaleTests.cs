using System.Text;

namespace Lectern.Site.Tests;

public sealed class ScaleTests
{
    /// <summary>Four times the list may take at most a little more than four times as long; a step that is quadratic takes sixteen.</summary>
    [Fact]
    public void TheTimeOfABuildGrowsNoFasterThanItsInput()
    {
        Seconds(500);
        var (small, large) = (Math.Min(Seconds(1500), Seconds(1500)), Math.Min(Seconds(6000), Seconds(6000)));
        Assert.True(large < 9 * small + 0.1, $"{small:0.00} s for 1500 entries, {large:0.00} s for 6000");
    }

    private static double Seconds(int entries)
    {
        var text = new StringBuilder();
        for (var i = 0; i < entries; i++)
            text.Append($"## Section {i}\n- [Work number {i}]{{}} see [here](#section-{i})\n");
        var site = new TestSite();
        var list = site.List("a.md", text.ToString());
        for (var i = 0; i < list.Entries.Count; i++)
            site.Paper($"work-{i}", list.Entries[i].DisplayTitle, list, i);
        var knowledge = site.Knowledge();
        var builder = site.Builder();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(entries, list.Entries.Count);
        Assert.True(builder.Build(knowledge).Succeeded);
        return clock.Elapsed.TotalSeconds;
    }
}
