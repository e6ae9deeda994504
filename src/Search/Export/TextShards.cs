using System.Text.Json;
using Lectern.Search.Documents;
using Lectern.Search.Indexing;

namespace Lectern.Search.Export;

/// <summary>What a result shows of its page, for consecutive pages together.</summary>
internal sealed class TextShards
{
    private const int ShardBytes = 8_000;

    public TextShards(Catalogue catalogue)
    {
        var (files, firsts) = (new List<ExportFile>(), new List<int>());
        for (var page = 0; page < catalogue.Pages.Count;)
        {
            var first = page;
            for (var size = 0; page < catalogue.Pages.Count && size < ShardBytes; page++)
                size += catalogue.Pages[page].FactsLength + catalogue.Pages[page].TextsLength;
            var end = page;
            files.Add(ExportFile.Of($"texts/{firsts.Count}", json =>
            {
                json.WriteStartArray();
                for (var i = first; i < end; i++)
                    Write(json, catalogue.Facts(i), catalogue.Texts(i));
                json.WriteEndArray();
            }));
            firsts.Add(first);
        }

        (Files, Firsts) = (files, firsts);
    }

    public IReadOnlyList<ExportFile> Files { get; }

    public IReadOnlyList<int> Firsts { get; }

    private static void Write(Utf8JsonWriter json, PageFacts page, IReadOnlyList<SearchSection> sections)
    {
        json.WriteStartObject();
        json.WriteString("id", page.Id);
        json.WriteString("kind", page.Kind.ToString().ToLowerInvariant());
        json.WriteString("url", page.Url);
        json.WriteString("title", page.Title);
        json.WriteString("short", page.ShortName);
        Strings("authors", page.Authors);
        Strings("tags", page.Tags);
        json.WriteNumber("year", page.Year ?? 0);
        Strings("having", page.Having);
        json.WriteBoolean("verified", page.Verified);
        json.WriteStartArray("sections");
        foreach (var section in sections)
        {
            json.WriteStartArray();
            json.WriteStringValue(section.Anchor);
            json.WriteStringValue(section.Heading);
            json.WriteStringValue(section.Note);
            json.WriteStringValue(section.Code);
            json.WriteStartArray();
            foreach (var formula in section.Math)
                json.WriteStringValue(formula);
            json.WriteEndArray();
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();

        void Strings(string name, IReadOnlyList<string> values)
        {
            json.WriteStartArray(name);
            foreach (var value in values)
                json.WriteStringValue(value);
            json.WriteEndArray();
        }
    }
}
