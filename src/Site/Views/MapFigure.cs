using System.Globalization;
using System.Text;
using Lectern.Site.Figures;
using Lectern.Site.Maps;
using Lectern.Site.Rendering;

namespace Lectern.Site.Views;

/// <summary>
/// Works as marks, each topic with a sign and colour of its own and its number in the middle. The marks are links for a
/// pointer; whoever goes by keyboard finds the same links, as text, in the lists below.
/// </summary>
internal static class MapFigure
{
    private const int Width = 960;
    private const int Height = 640;
    private const int Edge = 16;

    public static string Svg(PageContext context, IReadOnlyList<PlacedTopic> topics)
    {
        var svg = new StringBuilder(Invariant($"<figure class=\"map-figure\"><svg viewBox=\"0 0 {Width} {Height}\" role=\"group\" aria-label=\"Works by topic; the lists below hold the same\">\n"));
        foreach (var topic in topics)
        {
            svg.Append(Invariant($"<g class=\"{Colour(topic)}\">\n"));
            foreach (var (paper, x, y) in topic.Works)
            {
                var name = Html.Encode($"{paper.ShortName ?? paper.Title}, {topic.Name}");
                svg.Append(Invariant($"<a href=\"{context.To(context.Site.Map.Of(paper))}\" tabindex=\"-1\" aria-label=\"{name}\"><g transform=\"translate({X(x):0.#} {Y(y):0.#})\"><title>{name}</title>{Sign(topic)}</g></a>\n"));
            }

            svg.Append("</g>\n");
        }

        foreach (var topic in topics)
            svg.Append(Invariant($"<text x=\"{X(Middle(topic.Works.Select(work => work.X))):0.#}\" y=\"{Y(Middle(topic.Works.Select(work => work.Y))):0.#}\" aria-hidden=\"true\">{topic.Number}</text>\n"));
        return svg.Append("</svg></figure>\n").ToString();
    }

    /// <summary>Six colours and six signs in 36 pairs: the seventh topic has the colour of the first and the sign of the second.</summary>
    public static string Sign(PlacedTopic topic) => FigureSvg.Mark((topic.Number - 1 + (topic.Number - 1) / 6) % 6 + 1);

    public static string Colour(PlacedTopic topic) => Invariant($"series-{(topic.Number - 1) % 6 + 1}");

    private static double X(double x) => Edge + x * (Width - 2 * Edge);

    private static double Y(double y) => Edge + y * (Height - 2 * Edge);

    private static double Middle(IEnumerable<double> values)
    {
        List<double> ordered = [.. values.Order()];
        return (ordered[(ordered.Count - 1) / 2] + ordered[ordered.Count / 2]) / 2;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
