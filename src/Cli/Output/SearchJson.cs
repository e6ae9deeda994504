using System.Text.Json;
using Lectern.Search.Results;

namespace Lectern.Cli.Output;

/// <summary>The result of a search as JSON, for the terminal and over HTTP.</summary>
internal static class SearchJson
{
    public static string Text(SearchResult result, bool facets, bool explain) => Json.Text(json =>
    {
        json.WriteStartObject();
        json.WriteString("query", result.Query);
        json.WriteString("parsed", result.Parsed);
        json.WriteBoolean("anyWord", result.AnyWord);
        json.WriteNumber("total", result.Total);
        json.WriteNumber("milliseconds", Math.Round(result.Milliseconds, 2));
        json.WriteObjects("hits", result.Hits, hit => Write(json, hit, explain));
        if (facets)
            Write(json, result.Facets);
        else
            json.WriteNull("facets");
        json.WriteString("suggestion", result.Suggestion);
        json.WriteObjects("errors", result.Problems, problem =>
        {
            json.WriteString("code", problem.Code.Id);
            json.WriteString("severity", problem.Code.Severity.ToString().ToLowerInvariant());
            json.WriteNumber("start", problem.Start);
            json.WriteNumber("length", problem.Length);
            json.WriteString("message", problem.Message);
            json.WriteString("suggestion", problem.Suggestion);
        });
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, Hit hit, bool explain)
    {
        json.WriteString("id", hit.Id);
        json.WriteString("title", hit.Title);
        json.WriteString("section", hit.Section);
        json.WriteString("url", hit.Url);
        json.WriteNumber("score", hit.Score);
        json.WriteString("snippet", hit.Snippet.ToHtml());
        json.WriteObjects("sections", hit.More, more =>
        {
            json.WriteString("section", more.Section);
            json.WriteString("url", more.Url);
            json.WriteNumber("score", more.Score);
        });
        if (explain)
            json.WriteString("explanation", hit.Explanation);
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<Facet> facets)
    {
        json.WriteStartObject("facets");
        foreach (var facet in facets)
        {
            json.WriteObjects(facet.Name, facet.Values, value =>
            {
                json.WriteString("value", value.Value);
                json.WriteNumber("count", value.Count);
            });
        }

        json.WriteEndObject();
    }
}
