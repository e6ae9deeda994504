using System.Text;
using Lectern.Catalog;
using Lectern.Site.Rendering;

namespace Lectern.Site.Views;


/// <summary>
/// Readings as marks over an axis of months: x is the day, readings of one week stand on one another. Above
/// <see cref="MostMarks"/> readings a bar per month takes the place of the marks.
/// </summary>
internal static class TimelineFigure
{
    public const int MostMarks = 300;

    private const int Width = 960;
    private const int Left = 8;
    private const int MarkStep = 13;

    public static string Svg(PageContext context, IReadOnlyList<Reading> readings)
    {
        var first = new DateTime(readings.Min(r => r.Time).Year, readings.Min(r => r.Time).Month, 1);
        var last = readings.Max(r => r.Time);
        var end = new DateTime(last.Year, last.Month, 1).AddMonths(1);
        var scale = (Width - 2 * Left) / (end - first).TotalDays;
        double X(DateTime day) => Left + (day - first).TotalDays * scale;
        var marks = new StringBuilder();
        var height = readings.Count <= MostMarks ? Marks(context, readings, X, marks) : Bars(readings, X, marks);
        var svg = new StringBuilder($"<figure class=\"timeline-figure\"><svg viewBox=\"0 0 {Width} {height + 34}\" role=\"group\" aria-label=\"Readings over time; the tables below hold the same data\">\n<g transform=\"translate(0 {height})\">\n{marks}</g>\n");
        Axis(svg, first, end, X, height + 6);
        return svg.Append("</svg></figure>\n").ToString();
    }

    private static int Marks(PageContext context, IReadOnlyList<Reading> readings, Func<DateTime, double> x, StringBuilder svg)
    {
        var columns = new Dictionary<int, int>();
        foreach (var (time, ambiguous, _, paper) in readings.Reverse())
        {
            var column = (int)(x(time) / MarkStep);
            var level = columns[column] = columns.GetValueOrDefault(column) + 1;
            var name = Html.Encode($"{paper.ShortName ?? paper.Title}, {Words.Day(time)}{(ambiguous ? " (ambiguous)" : "")}");
            svg.Append($"<a href=\"{context.To(context.Site.Map.Of(paper))}\" aria-label=\"{name}\"><circle class=\"{(ambiguous ? "hollow" : "full")}\" cx=\"{(column + 0.5) * MarkStep:0.#}\" cy=\"{-(level - 0.5) * MarkStep:0.#}\" r=\"4.5\"><title>{name}</title></circle></a>\n");
        }

        return Math.Max(24, columns.Values.Max() * MarkStep + 4);
    }

    private static int Bars(IReadOnlyList<Reading> readings, Func<DateTime, double> x, StringBuilder svg)
    {
        const int Height = 140;
        var months = readings.GroupBy(r => new DateTime(r.Time.Year, r.Time.Month, 1)).OrderBy(g => g.Key).ToList();
        var most = months.Max(m => m.Count());
        foreach (var month in months)
        {
            var (left, right) = (x(month.Key), x(month.Key.AddMonths(1)));
            var tall = Math.Max(1.5, (double)Height * month.Count() / most);
            svg.Append($"<rect x=\"{left + 0.5:0.##}\" y=\"{-tall:0.##}\" width=\"{Math.Max(0.5, right - left - 1):0.##}\" height=\"{tall:0.##}\"><title>{month.Key:MMMM yyyy}: {month.Count()}</title></rect>\n");
        }

        return Height + 4;
    }

    private static void Axis(StringBuilder svg, DateTime first, DateTime end, Func<DateTime, double> x, int y)
    {
        svg.Append($"<line class=\"axis\" x1=\"0\" x2=\"{Width}\" y1=\"{y}\" y2=\"{y}\" />\n");
        var months = (end.Year - first.Year) * 12 + end.Month - first.Month;
        var step = months <= 8 ? 1 : months <= 30 ? 3 : 12;
        for (var month = first; month < end; month = month.AddMonths(1))
        {
            if ((month.Month - 1) % step != 0 && month != first)
                continue;
            var text = month.Month == 1 || month == first ? month.ToString("MMM yyyy") : month.ToString("MMM");
            svg.Append($"<line class=\"tick\" x1=\"{x(month):0.#}\" x2=\"{x(month):0.#}\" y1=\"{y}\" y2=\"{y + 5}\" /><text x=\"{x(month):0.#}\" y=\"{y + 20}\">{text}</text>\n");
        }
    }
}
