using System.Text;
using Lectern.Code;
using Lectern.Code.Source;
using Lectern.Model;
using Lectern.Site.Rendering;
using Lectern.Site.Views;

namespace Lectern.Site.Implementations;

/// <summary>The reading view of an implementation: prose and code in rows, then the whole files.</summary>
internal sealed class ImplementationMarkup
{
    private readonly PageContext _context;
    private readonly Implementation _implementation;
    private readonly SideBySide _sides;
    private readonly Document? _note;
    private readonly Dictionary<(CodeFile, int), string> _departures = [];

    public ImplementationMarkup(PageContext context, Implementation implementation)
    {
        var formulas = new NoteFormulas(context.Site.Knowledge, implementation);
        (_context, _implementation, _sides, _note) = (context, implementation, SideBySide.Of(implementation, formulas), formulas.Own);
        foreach (var claim in implementation.Claims)
            context.Claim(claim.Anchor);
        foreach (var file in implementation.Files)
        {
            context.Claim(file.Anchor);
            foreach (var region in file.Regions)
                context.Claim(file.AnchorOf(region));
        }

        foreach (var (file, departure) in implementation.Files.SelectMany(file => file.Departures, (file, departure) => (file, departure)))
            _departures[(file, departure.Start)] = $"departs-{_departures.Count + 1}";
    }

    public string Rows()
    {
        var html = new StringBuilder();
        var named = _note?.Math.Where(m => m is { Display: true, Anchor: not null }).Select((m, i) => (m.Anchor, i + 1)).DistinctBy(m => m.Anchor).ToDictionary(m => m.Anchor!, m => m.Item2) ?? [];
        var shift = _note is null ? 0 : Prose.Shift(Prose.WithoutTitle(_note));
        foreach (var (number, row) in _sides.Rows.Index())
        {
            var title = number == 0 ? Prose.TitleAnchor(_context, _note!) : "";
            Row(html, title + _context.Prose(_note!, row.Prose, shift).Value, row.Code, excerpt => named[excerpt.Region.Name]);
        }

        foreach (var row in _sides.Loose)
            Row(html, Loose(row), [row.Code], _ => row.Formula is null ? 0 : _context.Equations);
        return html.ToString();
    }

    /// <summary>Each departure with its text, its place in the file, and the formula it belongs to.</summary>
    public IEnumerable<(Departure Departure, string Id)> Departures =>
        _implementation.Files.SelectMany(file => file.Departures, (file, departure) => (departure, _departures[(file, departure.Start)]));

    public string Whole(CodeFile file)
    {
        var ids = file.Departures.ToDictionary(d => d.Start, d => _departures[(file, d.Start)]);
        foreach (var region in file.Regions)
            ids[file.Text.LastIndexOf('#', region.Start)] = _context.Claim("source-" + region.Name);
        return CodeMarkup.Of(file, 0, file.Text.Length, ids);
    }

    private static void Row(StringBuilder html, string prose, IReadOnlyList<Excerpt> code, Func<Excerpt, int> number)
    {
        html.Append(code.Count > 0 ? "<div class=\"beside\">\n<div class=\"prose\">" : "<div class=\"beside alone\">\n<div class=\"prose\">").Append(prose).Append("</div>\n");
        if (code.Count > 0)
        {
            html.Append("<div class=\"codes\">\n");
            foreach (var excerpt in code)
                Figure(html, excerpt, number(excerpt));
            html.Append("</div>\n");
        }

        html.Append("</div>\n");
    }

    private static void Figure(StringBuilder html, Excerpt excerpt, int number)
    {
        var (file, region) = excerpt;
        var name = Html.Encode(region.Name["eq-".Length..].Replace('-', ' '));
        var formula = number > 0 ? $"<a href=\"#{Html.Encode(region.Name)}\">({number}) {name}</a>" : name;
        html.Append($"<figure class=\"code\" id=\"{Html.Encode(file.AnchorOf(region))}\" data-formula=\"{Html.Encode(region.Name)}\"><figcaption>{formula} <span class=\"file\">{Html.Encode(file.Name)}</span></figcaption>")
            .Append($"<pre tabindex=\"0\" role=\"group\" aria-label=\"Code: {name}\"><code>{CodeMarkup.Of(file, region.Start, region.End)}</code></pre></figure>\n");
    }

    private string Loose(LooseRow row)
    {
        if (row.Formula is not { } formula)
            return $"<p class=\"quiet\">No formula is named <code>{Html.Encode(row.Code.Region.Name)}</code>.</p>";
        _context.UsesMath = true;
        var anchor = row.Code.Region.Name;
        var equation = _context.Site.Formulas.Equation(formula.Formula.Tex, _context.Claim(anchor), ++_context.Equations);
        return _context.Site.Map.Of(formula.Note) is { } page
            ? $"{equation}<p class=\"quiet\">From <a href=\"{_context.To(page)}#{Html.Encode(anchor)}\">{Html.Encode(formula.Note.Title ?? formula.Note.Path)}</a>.</p>"
            : equation;
    }
}
