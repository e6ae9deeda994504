using System.Text.Json;
using Lectern.Search.Documents;
using Lectern.Search.Indexing;

namespace Lectern.Search.Export;

/// <summary>What pages have in common, by page; and the names there are, to complete what is being typed.</summary>
internal static class FacetFiles
{
    public static IReadOnlyList<ExportFile> Of(Catalogue catalogue, int[] years)
    {
        var pages = Enumerable.Range(0, catalogue.Pages.Count).Select(catalogue.Facts).ToList();
        var (tags, authors) = (Names(pages.SelectMany(p => p.Tags)), Names(pages.SelectMany(p => p.Authors)));
        var facets = new ShardBytes();
        Column(facets, pages, tags, page => page.Tags);
        Column(facets, pages, authors, page => page.Authors);
        foreach (var page in pages)
            facets.Number(page.Year is { } year ? 1 + Array.IndexOf(years, year) : 0);
        foreach (var page in pages)
            facets.Byte((byte)(Having.All.Select((value, bit) => page.Having.Contains(value) ? 1 << bit : 0).Sum() + (page.Kind != PageKind.Paper ? 0 : page.Verified ? 16 : 8)));
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

    private static void Column(ShardBytes bytes, List<PageFacts> pages, List<(string Name, int Pages)> names, Func<PageFacts, IReadOnlyList<string>> values)
    {
        var numbers = names.Select((n, i) => (n.Name, i)).ToDictionary(n => n.Name, n => n.i, StringComparer.Ordinal);
        foreach (var own in pages.Select(page => values(page).Distinct().ToList()))
        {
            bytes.Number(own.Count);
            foreach (var value in own)
                bytes.Number(numbers[value]);
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
