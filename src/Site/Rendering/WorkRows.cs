using System.Collections.Concurrent;
using Lectern.Catalog;
using Lectern.Code;
using Lectern.Evidence;
using Lectern.Site.Pages;

namespace Lectern.Site.Rendering;

/// <summary>One table row per work, written once per build and shared by every page that lists the work.</summary>
public sealed class WorkRows(SiteContent site)
{
    private readonly ConcurrentDictionary<string, (string Head, string Tail)> _rows = new(StringComparer.Ordinal);

    /// <summary>The facts a row shows; a page of rows is stale when one of them changes.</summary>
    public static Fingerprint Facts(Paper paper, string path, Implementation? code) => Pages.Facts.Start()
        .Add(path).Add(paper.ShortName).Add(paper.Title).Add(paper.Authors).Add(paper.MoreAuthors)
        .Add(paper.Year).Add(paper.Note is not null).Add(HasCode(paper, code)).Add(code is null ? null : Verified(code).ToString()).Done();

    public string Html(IEnumerable<Paper> papers, string root)
    {
        var html = new System.Text.StringBuilder();
        foreach (var paper in papers)
        {
            var (head, tail) = _rows.GetOrAdd(site.Map.Of(paper), Row, paper);
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

    private (string, string) Row(string path, Paper paper)
    {
        var head = $"<tr><td class=\"name\">{Rendering.Html.Encode(paper.ShortName)}</td><th scope=\"row\"><a href=\"";
        var byline = Byline(paper);
        var by = byline.Length > 0 ? $" <span class=\"by\">{Rendering.Html.Encode(byline)}</span>" : "";
        var tail = $"{path}\">{Rendering.Html.Encode(paper.Title)}</a>{by}</th><td class=\"year\">{paper.Year}</td>"
            + State(paper.Note is not null, "notes") + State(HasCode(paper, site.Of(paper)), "code")
            + (site.Implementations.Count > 0 ? Verification(site.Of(paper)) : "") + "</tr>\n";
        return (head, tail);
    }

    /// <summary>Here, or where an entry says it is.</summary>
    private static bool HasCode(Paper paper, Implementation? code) => code is not null || paper.CodeUrl is not null;

    private static string Verification(Implementation? code) => code is null
        ? State(false, "")
        : $"<td class=\"state yes\">{Views.ClaimMarks.Html(Verified(code).Status, Verified(code).Words)}</td>";

    /// <summary>Where every claim passed; else what is worst on the first device.</summary>
    private static (ClaimStatus Status, string Words) Verified(Implementation code)
    {
        var passed = code.VerifiedOn.Select(Views.ClaimMarks.Device).ToList();
        var status = passed.Count > 0 ? ClaimStatus.Passed : code.On(Implementation.Devices[0]);
        return (status, passed.Count > 0 ? string.Join(", ", passed) : Views.ClaimMarks.Word(status));
    }

    private static string State(bool yes, string word) => yes
        ? $"<td class=\"state yes\">{word}</td>"
        : "<td class=\"state no\"><span aria-hidden=\"true\">–</span><span class=\"unseen\">none</span></td>";
}
