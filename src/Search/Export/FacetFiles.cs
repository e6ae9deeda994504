using System.Text.Json;
using Lectern.Search.Documents;
using Lectern.Search.Indexing;

namespace Lectern.Search.Export;

/// <summary>What pages have in common, by value; and the names there are, to complete what is being typed.</summary>
internal static class FacetFiles
{
    public static IReadOnlyList<ExportFile> Of(Catalogue catalogue, int[] years)
    {
        var pages = Enumerable.Range(0, catalogue.Pages.Count).Select(catalogue.Facts).ToList();
        var (tags, authors) = (Names(pages.SelectMany(p => p.Tags)), Names(pages.SelectMany(p => p.Authors)));
        var (byTag, byAuthor, byYear) = (Numbers(tags.Select(t => t.Name)), Numbers(authors.Select(a => a.Name)), Numbers(years));
        var facets = new ShardBytes();
        Lists(facets, tags.Count, pages, page => page.Tags.Distinct().Select(tag => byTag[tag]));
        Lists(facets, years.Length, pages, page => page.Year is { } year ? [byYear[year]] : []);
        Lists(facets, authors.Count, pages, page => page.Authors.Distinct().Select(author => byAuthor[author]));
        Lists(facets, Having.All.Count, pages, page => Enumerable.Range(0, Having.All.Count).Where(n => page.Having.Contains(Having.All[n])));
        Lists(facets, 2, pages, page => page.Kind != PageKind.Paper ? [] : [page.Verified ? 1 : 0]);
        var names = ExportFile.Of("names", json =>
        {
            json.WriteStartObject();
            Write(json, "authors", authors, author => Counted(json, author));
            Write(json, "tags", tags, tag => Counted(json, tag));
            json.WriteEndObject();
        });
        return [ExportFile.Of("facets", facets), names];
    }

    private static List<(string Name, int Pages)> Names(IEnumerable<string> names) =>
        [.. names.CountBy(n => n, StringComparer.Ordinal).OrderByDescending(n => n.Value).ThenBy(n => n.Key, StringComparer.Ordinal).Select(n => (n.Key, n.Value))];

    /// <summary>The years that pages have, in order.</summary>
    public static int[] Years(Catalogue catalogue) =>
        [.. Enumerable.Range(0, catalogue.Pages.Count).Select(page => catalogue.Facts(page).Year).OfType<int>().Distinct().Order()];

    private static Dictionary<T, int> Numbers<T>(IEnumerable<T> values)
        where T : notnull =>
        values.Index().ToDictionary(v => v.Item, v => v.Index);

    /// <summary>For each value the pages that have it.</summary>
    private static void Lists(ShardBytes bytes, int values, List<PageFacts> pages, Func<PageFacts, IEnumerable<int>> own)
    {
        var lists = Enumerable.Range(0, values).Select(_ => new List<int>()).ToList();
        foreach (var (number, page) in pages.Index())
        foreach (var value in own(page))
            lists[value].Add(number);
        bytes.Number(values);
        foreach (var list in lists)
        {
            bytes.Number(list.Count);
            bytes.Ascending(list);
        }
    }

    private static void Write<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            write(item);
        json.WriteEndArray();
    }

    private static void Counted(Utf8JsonWriter json, (string Name, int Pages) name)
    {
        json.WriteStartArray();
        json.WriteStringValue(name.Name);
        json.WriteNumberValue(name.Pages);
        json.WriteEndArray();
    }
}
