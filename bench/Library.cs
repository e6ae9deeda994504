using System.Globalization;
using System.Text;

namespace Lectern.Bench;

/// <summary>
/// A knowledge base of any number of papers with a note each, written twice: as reading lists and notes for Lectern, and
/// as Markdown with the same text, authors, tags and years for Hugo.
/// </summary>
internal sealed class Library
{
    private const int PapersInList = 100;

    private readonly Writer _w;
    private readonly List<Work> _works = [];
    private readonly bool _math;

    private Library(int papers, bool math, int seed)
    {
        _w = new(new Random(seed));
        _math = math;
        var authors = Enumerable.Range(0, Math.Max(20, papers / 4)).Select(i => $"{_w.Pick(Vocabulary.GivenNames)} {(char)('A' + i % 26)}. {_w.Surname()}{Syllable(i / 26)}").Distinct().ToList();
        var tags = Vocabulary.Words.Take(60).Where(t => t.Length > 3).ToList();
        for (var i = 0; i < papers; i++)
        {
            var name = $"{_w.System()}{Syllable(i)}{i}";
            var year = 2008 + i % 18;
            _works.Add(new(
                name, name.ToLowerInvariant(), _w.Title(), Some(authors, 1, 6), Some(tags, 1, 4), year,
                $"{year - 2000:00}{_w.Next(1, 13):00}.{i + 1:00000}", $"{_w.Pick(["NeurIPS", "ICML", "ICLR", "ACL"])} {year}",
                [.. Enumerable.Range(0, 2).Select(_ => Plain(1))]));
        }
    }

    public static void Write(string lectern, string hugo, int papers, bool math)
    {
        var library = new Library(papers, math, 11);
        library.WriteLists(lectern, hugo);
        WriteHugo(hugo);
        foreach (var work in library._works)
        {
            var note = library.Note(work);
            var front = $"---\ntitle: \"{work.Name}\"\npaper: {work.Id}\ndescription: \"{library.Plain(1)}\"\n---\n\n";
            Put(lectern, $"notes/{work.Id}.md", front + note.Replace("](@", "](").Replace("@)", ".md)"));
            Put(hugo, $"content/papers/{work.Id}.md", HugoFront(work) + string.Concat(work.Remarks.Select(r => $"- {r}\n")) + "\n" + note.Replace("](@", "](../").Replace("@)", "/)"));
        }
    }

    private List<T> Some<T>(List<T> from, int least, int most) =>
        [.. Enumerable.Range(0, _w.Next(least, most + 1)).Select(_ => _w.Pick(from)).Distinct()];

    private static string Syllable(int i) => i == 0 ? "" : "" + "bdfgklmnprstvz"[i % 14] + "aeiou"[i / 14 % 5];

    private void WriteLists(string folder, string hugo)
    {
        Put(folder, "site.yml", "title: Generated\n");
        foreach (var (list, number) in _works.Chunk(PapersInList).Select((l, i) => (l, i)))
        {
            var (title, lead) = (_w.Title(), Plain(3));
            var text = new StringBuilder($"---\ntitle: {title}\n---\n\n- {_w.Word()} := {_w.Words(3)}\n\n{lead}\n");
            var twin = new StringBuilder($"---\ntitle: {title}\n---\n\n{lead}\n");
            foreach (var (work, i) in list.Select((p, i) => (p, i)))
            {
                if (i % 10 == 0)
                {
                    var heading = _w.Words(2);
                    text.Append($"\n# {heading}\n");
                    twin.Append($"\n## {heading}\n\n");
                }

                twin.Append($"- [{work.Title}](../../papers/{work.Id}/) {string.Join(", ", work.Authors)}; {work.Venue}\n").AppendJoin("", work.Remarks.Select(r => $"    - {r}\n"));
                var authors = string.Join("; ", work.Authors.Select(a => $"author={a}"));
                var resource = $"#{string.Join('#', work.Tags)}# [({work.Name}) {work.Title}]{{{authors}; subject={work.Venue}; ref=https://arxiv.org/abs/{work.Arxiv}}}";
                if (i % 10 == 9)
                    text.Append($"{_w.Zettel()} {resource}\n").AppendJoin("", work.Remarks.Select(r => $"- {r}\n"));
                else
                    text.Append($"- {resource}\n").AppendJoin("", work.Remarks.Select(r => $"    - {r}\n"));
            }

            Put(folder, $"papers/list-{number:000}.md", text.ToString());
            Put(hugo, $"content/lists/list-{number:000}.md", twin.ToString());
        }
    }

    private string Note(Work work)
    {
        var text = new StringBuilder();
        foreach (var heading in (string[])["The problem", "The idea", "What it costs"])
        {
            var other = _w.Pick(_works);
            text.Append($"## {heading}\n\n{Plain(4)} See [{other.Name}](@{other.Id}@). {Plain(2)}\n\n");
            if (_math)
                text.Append($"$$ {_w.Pick(Vocabulary.Displays)} + c_{{{_w.Next(1, 1000)}}} $$\n\n{Plain(1)} Here ${_w.Formula()}$ is {_w.Words(4)}.\n\n");
            text.Append($"{Plain(3)} The **{_w.Words(2)}** of *{_w.Word()}* and `{_w.Word()}_{_w.Word()}`.\n\n");
        }

        return text.Append($"| {_w.Word()} | {_w.Word()} |\n|--|--|\n| {work.Name} | {_w.Next(0, 99)} |\n| {_w.Words(2)} | {_w.Next(0, 99)} |\n").ToString();
    }

    /// <summary>Sentences that every Markdown dialect reads alike.</summary>
    private string Plain(int sentences) => string.Join(' ', Enumerable.Range(0, sentences).Select(_ =>
    {
        var words = _w.Words(_w.Next(8, 20));
        return char.ToUpper(words[0], CultureInfo.InvariantCulture) + words[1..] + ".";
    }));

    private static string HugoFront(Work work) =>
        $"""
        ---
        title: "{work.Title}"
        short: "{work.Name}"
        authors: [{string.Join(", ", work.Authors.Select(a => $"\"{a}\""))}]
        tags: [{string.Join(", ", work.Tags)}]
        years: ["{work.Year}"]
        year: {work.Year}
        arxiv: "{work.Arxiv}"
        venues: ["{work.Venue}"]
        ---


        """;

    private static void WriteHugo(string folder)
    {
        Put(folder, "config.toml",
            """
            baseURL = "https://example.org/"
            title = "Generated"
            disableKinds = ["RSS"]
            [taxonomies]
              author = "authors"
              tag = "tags"
              year = "years"
              venue = "venues"
            [markup.goldmark.renderer]
              unsafe = false
            """);
        Put(folder, "layouts/_default/baseof.html",
            """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>{{ .Title }} · {{ .Site.Title }}</title><link rel="canonical" href="{{ .Permalink }}"></head>
            <body><nav><a href="{{ "/" | relURL }}">Home</a> <a href="{{ "papers/" | relURL }}">Papers</a> <a href="{{ "tags/" | relURL }}">Tags</a> <a href="{{ "authors/" | relURL }}">Authors</a> <a href="{{ "years/" | relURL }}">Years</a> <a href="{{ "venues/" | relURL }}">Venues</a> <a href="{{ "lists/" | relURL }}">Lists</a></nav>
            <main>{{ block "main" . }}{{ end }}</main></body></html>
            """);
        Put(folder, "layouts/_default/single.html",
            """
            {{ define "main" }}<h1>{{ .Title }}</h1>
            <p>{{ range .Params.authors }}<a href="{{ "authors/" | relURL }}{{ . | urlize }}/">{{ . }}</a> {{ end }}{{ range .Params.venues }}<a href="{{ "venues/" | relURL }}{{ . | urlize }}/">{{ . }}</a> {{ end }}<a href="{{ "years/" | relURL }}{{ .Params.year }}/">{{ .Params.year }}</a> <a href="https://arxiv.org/abs/{{ .Params.arxiv }}">arXiv:{{ .Params.arxiv }}</a></p>
            {{ .Content }}
            <p>{{ range .Params.tags }}<a href="{{ "tags/" | relURL }}{{ . | urlize }}/">{{ . }}</a> {{ end }}</p>
            <pre>@misc{ {{- .File.ContentBaseName -}} , title = { {{- .Title -}} }, author = { {{- delimit .Params.authors " and " -}} }, year = { {{- .Params.year -}} }, eprint = { {{- .Params.arxiv -}} } }</pre>{{ end }}
            """);
        Put(folder, "layouts/lists/single.html", """{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ end }}""");
        Put(folder, "layouts/_default/list.html",
            """
            {{ define "main" }}<h1>{{ .Title }}</h1>
            <table>{{ range .Pages.ByTitle }}<tr><td>{{ .Params.short }}</td><td><a href="{{ .RelPermalink }}">{{ .Title }}</a></td><td>{{ with .Params.authors }}{{ delimit (first 3 .) ", " }}{{ end }}</td><td>{{ .Params.year }}</td></tr>
            {{ end }}</table>{{ end }}
            """);
        Put(folder, "layouts/_default/terms.html",
            """
            {{ define "main" }}<h1>{{ .Title }}</h1>
            <ul>{{ range .Data.Terms.Alphabetical }}<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> {{ .Count }}</li>
            {{ end }}</ul>{{ end }}
            """);
        Put(folder, "layouts/index.html",
            """
            {{ define "main" }}<h1>{{ .Site.Title }}</h1><p>{{ len .Site.RegularPages }} works.</p>
            <ul>{{ range first 20 .Site.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
            """);
        Put(folder, "layouts/404.html", """{{ define "main" }}<h1>Not found</h1>{{ end }}""");
    }

    private static void Put(string folder, string path, string text)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private sealed record Work(
        string Name, string Id, string Title, List<string> Authors, List<string> Tags, int Year, string Arxiv, string Venue, List<string> Remarks);
}
