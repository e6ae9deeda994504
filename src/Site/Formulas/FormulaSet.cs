using System.Collections.Concurrent;
using System.Net;
using Lectern.Model;

namespace Lectern.Site.Formulas;

/// <summary>The HTML of a formula, or why it has none.</summary>
public sealed record SetFormula(string? Html, string? Error);

/// <summary>Sets formulas; asked once for all that are not known yet.</summary>
public interface IFormulaSetter
{
    /// <summary>Changes when the same formula would be set differently; null where formulas cannot be set at all.</summary>
    string? Version { get; }

    IReadOnlyList<SetFormula> Set(IReadOnlyList<(string Tex, bool Display)> formulas);
}

/// <summary>All formulas of a site as HTML with MathML inside, set before the pages are rendered.</summary>
public sealed class FormulaSet(IFormulaSetter setter)
{
    private readonly ConcurrentDictionary<(string Tex, bool Display), SetFormula> _known = [];
    private HashSet<Document> _prepared = [];
    private bool _rejected;

    public string? Version => setter.Version;

    public void Prepare(IReadOnlyList<Document> documents)
    {
        var before = _prepared;
        _prepared = new(documents, ReferenceEqualityComparer.Instance);
        var missing = documents
            .Where(d => d.Math.Count > 0 && !before.Contains(d))
            .SelectMany(d => d.Math, (_, f) => (f.Tex, f.Display))
            .Where(f => !_known.ContainsKey(f))
            .Distinct()
            .ToList();
        if (missing.Count > 0)
            Learn(missing);
    }

    public SetFormula Get(string tex, bool display)
    {
        if (_known.TryGetValue((tex, display), out var known))
            return known;
        Learn([(tex, display)]);
        return _known[(tex, display)];
    }

    public string Html(string tex, bool display) =>
        display ? $"<div class=\"equation\" tabindex=\"0\" role=\"group\" aria-label=\"Equation\">{Body(tex, display)}</div>" : Body(tex, display);

    /// <summary>A display formula with the name by which it is linked to and its number on the page.</summary>
    public string Equation(string tex, string anchor, int number)
    {
        var id = WebUtility.HtmlEncode(anchor);
        return $"<div class=\"equation numbered\" id=\"{id}\" tabindex=\"0\" role=\"group\" aria-label=\"Equation {number}\">"
            + $"{Body(tex, display: true)}<a class=\"number\" href=\"#{id}\" aria-label=\"Link to equation {number}\">({number})</a></div>";
    }

    private string Body(string tex, bool display)
    {
        var (html, error) = Get(tex, display);
        return (setter.Version is null ? null : html) ?? $"<code class=\"{(error is null ? "math-source" : "math-error")}\">{WebUtility.HtmlEncode(tex)}</code>";
    }

    public IEnumerable<Diagnostic> Findings(Document document)
    {
        if (!_rejected)
            yield break;
        foreach (var formula in document.Math)
        {
            if (Get(formula.Tex, formula.Display).Error is { } error)
                yield return new(SiteCodes.Formula, document.Path, formula.At, $"formula not set: {error}");
        }
    }

    private void Learn(List<(string Tex, bool Display)> formulas)
    {
        lock (setter)
        {
            var set = setter.Set(formulas);
            for (var i = 0; i < formulas.Count; i++)
            {
                _known[formulas[i]] = set[i];
                _rejected |= set[i].Error is not null;
            }
        }
    }
}
