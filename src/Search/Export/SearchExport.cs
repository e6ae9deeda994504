using Lectern.Search.Indexing;

namespace Lectern.Search.Export;

/// <summary>An index as files that a browser loads one by one; the README beside says what is in them. The same pages give the same bytes.</summary>
public static class SearchExport
{
    public const int Version = 3;

    public static IReadOnlyList<ExportFile> Files(SearchIndex index)
    {
        var numbers = new ExportNumbers(index.Catalogue);
        var terms = new TermShards(index.Reader, numbers);
        var texts = new TextShards(index.Catalogue);
        var years = FacetFiles.Years(index.Catalogue);
        var root = ExportFile.Of("root", json =>
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteNumber("documents", numbers.Documents);
            json.WriteNumber("pages", index.PageCount);
            json.WriteStartArray("fields");
            foreach (var field in Field.All)
                json.WriteStringValue(field.Name);
            json.WriteEndArray();
            json.WriteStartArray("terms");
            foreach (var first in terms.Firsts)
                json.WriteStringValue(first);
            json.WriteEndArray();
            json.WriteStartArray("texts");
            foreach (var first in texts.Firsts)
                json.WriteNumberValue(first);
            json.WriteEndArray();
            json.WriteStartArray("years");
            foreach (var year in years)
                json.WriteNumberValue(year);
            json.WriteEndArray();
            json.WriteEndObject();
        });
        return [root, numbers.Sections(), .. terms.Files, .. texts.Files, .. FacetFiles.Of(index.Catalogue, years)];
    }
}
