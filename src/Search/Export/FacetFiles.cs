using System.Text.Json;
using Lectern.Search.Documents;
using Lectern.Search.Indexing;

namespace Lectern.Search.Export;

/// <summary>What pages have in common, by page; and the names there are, to complete what is being typed.</summary>
internal static class FacetFiles
{
    public static IReadOnlyList<ExportFile> Of(Catalogue catalogue)
    {
        var pages = Enumerable.Range(0, catalogue.Pages.Count).Select(catalogue.Facts).ToList();
        var (tags, authors) = (Names(pages.SelectMany(p => p.Tags)), Names(pages.SelectMany(p => p.Authors)));
        var facets = ExportFile.Of("facets", json =>
        {
            json.WriteStartObject();
            Write(json, "tags", tags, tag => json.WriteStringValue(tag.Name));
            Write(json, "authors", authors, author => json.WriteStringValue(author.Name));
            var (tagNumbers, authorNumbers) = (Numbers(tags), Numbers(authors));
            Write(json, "pages", pages, page =>
            {
                json.WriteStartArray();
                Row(json, page.Tags, tagNumbers);
                Row(json, page.Authors, authorNumbers);
                json.WriteNumberValue(page.Year ?? 0);
                json.WriteNumberValue(Having.All.Select((value, bit) => page.Having.Contains(value) ? 1 << bit : 0).Sum());
                json.WriteNumberValue(page.Kind != PageKind.Paper ? -1 : page.Verified ? 1 : 0);
                json.WriteEndArray();
            });
            json.WriteEndObject();
        });
        var names = ExportFile.Of("names", json =>
        {
            json.WriteStartObject();
            Write(json, "authors", authors, author => Counted(json, author));
            Write(json, "tags", tags, tag => Counted(json, tag));
            json.WriteEndObject();
        });
        return [facets, names];
    }

    private static List<(string Name, int Pages)> Names(IEnumerable<string> names) =>
        [.. names.CountBy(n => n, StringComparer.Ordinal).OrderByDescending(n => n.Value).ThenBy(n => n.Key, StringComparer.Ordinal).Select(n => (n.Key, n.Value))];

    private static Dictionary<string, int> Numbers(List<(string Name, int Pages)> names) =>
        names.Select((n, i) => (n.Name, i)).ToDictionary(n => n.Name, n => n.i, StringComparer.Ordinal);

    private static void Write<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            write(item);
        json.WriteEndArray();
    }

    private static void Row(Utf8JsonWriter json, IReadOnlyList<string> values, Dictionary<string, int> numbers)
    {
        json.WriteStartArray();
        foreach (var value in values.Distinct())
            json.WriteNumberValue(numbers[value]);
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
