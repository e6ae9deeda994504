using System.Collections.Concurrent;
using Lectern.Catalog;
using Lectern.Site.Pages;

namespace Lectern.Site.Rendering;

/// <summary>One table row per work, written once per build and shared by every page that lists the work.</summary>
public sealed class WorkRows(SiteMap map)
{
    private readonly ConcurrentDictionary<string, (string Head, string Tail)> _rows = new(StringComparer.Ordinal);

    /// <summary>The facts a row shows; a page of rows is stale when one of them changes.</summary>
    public static Fingerprint Facts(Paper paper, string path) => Pages.Facts.Start()
        .Add(path).Add(paper.ShortName).Add(paper.Title).Add(paper.Authors).Add(paper.MoreAuthors)
        .Add(paper.Year).Add(paper.Note is not null).Add(paper.CodeUrl is not null).Done();

    public string Html(IEnumerable<Paper> papers, string root)
    {
        var html = new System.Text.StringBuilder();
        foreach (var paper in papers)
        {
            var (head, tail) = _rows.GetOrAdd(map.Of(paper), Row, paper);
            html.Append(head).Append(root).Append(tail);
        }

        return html.ToString();
    }

    public static string Byline(Paper paper) => paper.Authors.Count switch
    {
        0 => "",
        1 => paper.MoreAuthors ? $"{paper.Authors[0]} et al." : paper.Authors[0],
        2 when !paper.MoreAuthors => $"{paper.Authors[0]} and {paper.Authors[1]}",
        _ => $"{paper.Authors[0]} et al.",
    };

    private static (string, string) Row(string path, Paper paper)
    {
        var head = $"<tr><td class=\"name\">{Rendering.Html.Encode(paper.ShortName)}</td><th scope=\"row\"><a href=\"";
        var byline = Byline(paper);
        var by = byline.Length > 0 ? $" <span class=\"by\">{Rendering.Html.Encode(byline)}</span>" : "";
        var tail = $"{path}\">{Rendering.Html.Encode(paper.Title)}</a>{by}</th><td class=\"year\">{paper.Year}</td>"
            + State(paper.Note is not null, "notes") + State(paper.CodeUrl is not null, "code") + "</tr>\n";
        return (head, tail);
    }

    private static string State(bool yes, string word) => yes
        ? $"<td class=\"state yes\">{word}</td>"
        : "<td class=\"state no\"><span aria-hidden=\"true\">–</span><span class=\"unseen\">none</span></td>";
}
