using Lectern.Evidence;

namespace Lectern.Site.Figures;

/// <summary>What a figure shows, for those who hear it.</summary>
internal static class FigureWords
{
    /// <summary>"Loss over length. ALiBi: from 2.1 at 64 to 2.2 at 512."</summary>
    public static string Describe(FigureRecord figure) =>
        $"{figure.VerticalLabel} over {figure.HorizontalLabel}. "
        + string.Join(" ", figure.Series.Where(series => series.Points.Count > 0).Select(Describe));

    private static string Describe(FigureSeries series)
    {
        var (first, last) = (series.Points.MinBy(p => p.X)!, series.Points.MaxBy(p => p.X)!);
        return first == last
            ? $"{series.Name}: {NumberText.Of(first.Y)} at {NumberText.Of(first.X)}."
            : $"{series.Name}: from {NumberText.Of(first.Y)} at {NumberText.Of(first.X)} to {NumberText.Of(last.Y)} at {NumberText.Of(last.X)}.";
    }

    public static string Cell(FigurePoint? point) => point is null ? "–" : NumberText.Of(point.Y) + (point.Spread is { } spread ? $" ± {NumberText.Of(spread, 2)}" : "");
}
