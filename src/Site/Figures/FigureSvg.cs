using System.Globalization;
using System.Text;
using Lectern.Evidence;
using Lectern.Site.Rendering;

namespace Lectern.Site.Figures;

/// <summary>
/// Curves as SVG. Colours come from the stylesheet by the number of the series, and each series has a dash and a mark of
/// its own; the spread is a bar through the point, or a band where points are many.
/// </summary>
internal sealed class FigureSvg
{
    private const int Width = 640;
    private const int Height = 340;
    private const int Top = 14;
    private const int Right = 16;
    private const int Bottom = 52;
    private const double Digit = 7.2;
    private const int BandFrom = 24;

    private readonly FigureRecord _figure;
    private readonly string _id;
    private readonly Scale _x;
    private readonly Scale _y;
    private readonly double _left;
    private readonly StringBuilder _svg = new();

    private FigureSvg(FigureRecord figure, string id)
    {
        (_figure, _id) = (figure, id);
        List<FigurePoint> points = [.. figure.Series.SelectMany(series => series.Points).Where(Finite)];
        _x = Scale.Horizontal([.. points.Select(p => p.X)]);
        _y = Scale.Vertical([.. points.SelectMany(p => new[] { p.Y - (p.Spread ?? 0), p.Y + (p.Spread ?? 0) }).Where(y => y > 0 || points.Exists(p => p.Y <= 0))]);
        _left = 30 + _y.Ticks.Max(tick => Scale.Label(tick).Length) * Digit;
    }

    /// <summary>Null where there is nothing to draw.</summary>
    public static string? Draw(FigureRecord figure, string id) =>
        figure.Series.Any(series => series.Points.Any(Finite)) ? new FigureSvg(figure, id).Draw() : null;

    /// <summary>The lines alone, small enough for a row; whoever wants the numbers follows the row.</summary>
    public static string? Spark(FigureRecord figure)
    {
        List<FigurePoint> points = [.. figure.Series.SelectMany(series => series.Points).Where(Finite)];
        if (points.Count == 0)
            return null;
        var (x, y) = (Scale.Horizontal([.. points.Select(p => p.X)]), Scale.Vertical([.. points.Select(p => p.Y)]));
        var lines = figure.Series.Index().Select(it => $"<polyline class=\"series-{it.Index % 6 + 1}\" points=\"{string.Join(' ', it.Item.Points.Where(Finite).OrderBy(p => p.X).Select(p => Invariant($"{2 + 116 * Math.Clamp(x.At(p.X), 0, 1):0.#},{30 - 28 * Math.Clamp(y.At(p.Y), 0, 1):0.#}")))}\" />");
        return $"<svg viewBox=\"0 0 120 32\" role=\"img\" aria-label=\"{Html.Encode(figure.Title)}\"><title>{Html.Encode(figure.Title)}</title>{string.Concat(lines)}</svg>";
    }

    public static bool Finite(FigurePoint point) => double.IsFinite(point.X) && double.IsFinite(point.Y);

    private string Draw()
    {
        _svg.Append(Invariant($"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-labelledby=\"{_id}-title {_id}-desc\">\n"))
            .Append($"<title id=\"{_id}-title\">{Html.Encode(_figure.Title)}</title>\n<desc id=\"{_id}-desc\">{Html.Encode(FigureWords.Describe(_figure))}</desc>\n");
        VerticalAxis();
        HorizontalAxis();
        foreach (var (number, series) in _figure.Series.Index())
            Series(series, number % 6 + 1);
        return _svg.Append("</svg>\n").ToString();
    }

    /// <summary>Labels that would touch the one before are left out; their marks stay.</summary>
    private void HorizontalAxis()
    {
        var bottom = Height - Bottom;
        _svg.Append(Invariant($"<line class=\"axis\" x1=\"{_left:0.#}\" x2=\"{Width - Right}\" y1=\"{bottom}\" y2=\"{bottom}\" />\n"));
        var free = double.NegativeInfinity;
        foreach (var tick in _x.Ticks)
        {
            var (x, half) = (X(tick), Scale.Label(tick).Length * Digit / 2);
            _svg.Append(Invariant($"<line class=\"tick\" x1=\"{x:0.#}\" x2=\"{x:0.#}\" y1=\"{bottom}\" y2=\"{bottom + 5}\" />"));
            if (x - half > free)
            {
                _svg.Append(Invariant($"<text class=\"x\" x=\"{x:0.#}\" y=\"{bottom + 20}\">{Scale.Label(tick)}</text>"));
                free = x + half + Digit;
            }

            _svg.Append('\n');
        }

        _svg.Append(Invariant($"<text class=\"x label\" x=\"{(_left + Width - Right) / 2:0.#}\" y=\"{Height - 8}\">{Html.Encode(_figure.HorizontalLabel)}</text>\n"));
    }

    private void VerticalAxis()
    {
        foreach (var tick in _y.Ticks)
            _svg.Append(Invariant($"<line class=\"grid\" x1=\"{_left:0.#}\" x2=\"{Width - Right}\" y1=\"{Y(tick):0.#}\" y2=\"{Y(tick):0.#}\" /><text class=\"y\" x=\"{_left - 8:0.#}\" y=\"{Y(tick) + 4:0.#}\">{Scale.Label(tick)}</text>\n"));
        _svg.Append(Invariant($"<text class=\"x label\" transform=\"translate(13 {(Top + Height - Bottom) / 2}) rotate(-90)\">{Html.Encode(_figure.VerticalLabel)}</text>\n"));
    }

    private void Series(FigureSeries series, int number)
    {
        List<FigurePoint> points = [.. series.Points.Where(Finite).OrderBy(p => p.X)];
        if (points.Count == 0)
            return;
        _svg.Append($"<g class=\"series-{number}\">");
        if (points.Count >= BandFrom && points.Exists(p => p.Spread > 0))
            Band(points);
        _svg.Append(Invariant($"<polyline points=\"{string.Join(' ', points.Select(p => Invariant($"{X(p.X):0.#},{Y(p.Y):0.#}")))}\" />\n"));
        if (points.Count < BandFrom)
        {
            foreach (var point in points)
                Point(point, number);
        }

        _svg.Append("</g>\n");
    }

    private void Point(FigurePoint point, int number)
    {
        var (x, y) = (X(point.X), Y(point.Y));
        if (point.Spread is > 0 and var spread)
        {
            var (low, high) = (Y(Low(point)), Y(point.Y + spread));
            _svg.Append(Invariant($"<path class=\"spread\" d=\"M{x - 4:0.#} {low:0.#}h8m-4 0V{high:0.#}m-4 0h8\" />"));
        }

        _svg.Append(Invariant($"<g transform=\"translate({x:0.#} {y:0.#})\">{Mark(number)}</g>\n"));
    }

    private void Band(List<FigurePoint> points)
    {
        var upper = points.Select(p => Invariant($"{X(p.X):0.#},{Y(p.Y + (p.Spread ?? 0)):0.#}"));
        var lower = points.AsEnumerable().Reverse().Select(p => Invariant($"{X(p.X):0.#},{Y(Low(p)):0.#}"));
        _svg.Append($"<polygon class=\"band\" points=\"{string.Join(' ', upper.Concat(lower))}\" />");
    }

    /// <summary>On a logarithmic axis a bar cannot go below zero; it ends at the foot of the axis.</summary>
    private double Low(FigurePoint point) => double.IsFinite(_y.At(point.Y - (point.Spread ?? 0))) ? point.Y - (point.Spread ?? 0) : _y.Ticks[0];

    /// <summary>The sign of a series, around the origin.</summary>
    public static string Mark(int number) => number switch
    {
        1 => "<circle class=\"mark\" r=\"4\" />",
        2 => "<path class=\"mark\" d=\"M-3.7 -3.7h7.4v7.4h-7.4z\" />",
        3 => "<path class=\"mark\" d=\"M0 -5L4.7 3.6H-4.7z\" />",
        4 => "<path class=\"mark\" d=\"M0 -5.2L5.2 0L0 5.2L-5.2 0z\" />",
        5 => "<circle class=\"mark hollow\" r=\"3.6\" />",
        _ => "<path class=\"mark hollow\" d=\"M-3.4 -3.4h6.8v6.8h-6.8z\" />",
    };

    private double X(double value) => _left + 10 + Math.Clamp(_x.At(value), 0, 1) * (Width - Right - 10 - _left - 10);

    private double Y(double value) => Height - Bottom - Math.Clamp(_y.At(value), 0, 1) * (Height - Bottom - Top);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
