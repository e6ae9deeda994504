using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Lectern.Evidence;
using Lectern.Site.Figures;

namespace Lectern.Site.Tests;

public sealed partial class FigureTests
{
    [Fact]
    public void PowersOfTwoAreMarkedEachAtEqualDistances()
    {
        var scale = Scale.Horizontal([64, 128, 256, 512]);
        Assert.Equal([64, 128, 256, 512], scale.Ticks);
        Assert.Equal([0, 1 / 3.0, 2 / 3.0, 1], scale.Ticks.Select(scale.At), Near);
    }

    [Theory]
    [InlineData(0, 1, "0 0.2 0.4 0.6 0.8 1")]
    [InlineData(2.07, 4.6, "2 3 4")]
    [InlineData(-3, 5, "-2 0 2 4")]
    [InlineData(0.00001, 1, "1e-5 0.0001 0.001 0.01 0.1 1")]
    [InlineData(7, 7, "4 6 8 10")]
    public void TheVerticalAxisIsMarkedAtRoundNumbers(double low, double high, string ticks)
    {
        var scale = Scale.Vertical([low, high]);
        Assert.Equal(ticks, string.Join(' ', scale.Ticks.Select(Scale.Label)));
        Assert.All(scale.Ticks, tick => Assert.InRange(scale.At(tick), -1e-9, 1 + 1e-9));
    }

    [Fact]
    public void NoTwoLabelsOfAnAxisTouch()
    {
        var labels = new HtmlParser().ParseDocument(FigureSvg.Draw(Of([.. Enumerable.Range(0, 20).Select(i => new FigurePoint(Math.Pow(2, i), i))]), "f")!)
            .QuerySelectorAll("text.x:not(.label)").Select(t => (X: double.Parse(t.GetAttribute("x")!, CultureInfo.InvariantCulture), t.TextContent.Length)).ToList();
        Assert.True(labels.Count > 5);
        Assert.All(labels.Zip(labels.Skip(1)), pair => Assert.True(pair.Second.X - pair.First.X >= (pair.First.Length + pair.Second.Length) / 2.0 * 7.2, $"{pair}"));
    }

    [Fact]
    public void EveryPointLiesInsideTheAxes()
    {
        var svg = FigureSvg.Draw(Of(new(0, 1e-9, 1), new(1, 5, 10), new(3, 1e6)), "f")!;
        Assert.All(Places().Matches(svg), place =>
        {
            Assert.InRange(double.Parse(place.Groups[1].Value, CultureInfo.InvariantCulture), 0, 640);
            Assert.InRange(double.Parse(place.Groups[2].Value, CultureInfo.InvariantCulture), 0, 340);
        });
    }

    [Fact]
    public void WithoutANumberThereIsNothingToDraw() => Assert.Null(FigureSvg.Draw(Of(new FigurePoint(1, double.NaN)), "f"));

    [Theory]
    [InlineData(109482240, "109,482,240")]
    [InlineData(0.01234567, "0.01235")]
    [InlineData(1.2e-7, "1.2e-7")]
    [InlineData(0, "0")]
    [InlineData(4.127, "4.127")]
    [InlineData(double.NaN, "NaN")]
    public void ANumberIsWrittenWithTheDigitsThatSaySomething(double number, string text) => Assert.Equal(text, NumberText.Of(number));

    private static FigureRecord Of(params FigurePoint[] points) => new("f", "A figure", "x", "y", [new("all", points)]);

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-9;

    [GeneratedRegex(@"translate\(([-\d.]+) ([-\d.]+)\)(?! rotate)")]
    private static partial Regex Places();
}
