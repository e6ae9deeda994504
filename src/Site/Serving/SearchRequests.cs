using System.Text;
using Microsoft.AspNetCore.Http;

namespace Lectern.Site.Serving;

/// <summary><c>GET /api/search?q=…&amp;limit=…&amp;facets&amp;explain</c>: what <c>lectern search --json</c> prints.</summary>
internal static class SearchRequests
{
    public const string Path = "/api/search";

    /// <summary>The body and its status; a request that asks nothing is told how to.</summary>
    public static (int Status, byte[] Json) Answer(HttpRequest request, ISiteSearch search)
    {
        var query = request.Query;
        if (!query.TryGetValue("q", out var text))
            return (StatusCodes.Status400BadRequest, """{"error":"the parameter q is missing: /api/search?q=attention"}"""u8.ToArray());
        int? limit = null;
        if (query.TryGetValue("limit", out var asked))
        {
            if (!int.TryParse(asked, out var number) || number < 1)
                return (StatusCodes.Status400BadRequest, """{"error":"limit is no number above 0"}"""u8.ToArray());
            limit = number;
        }

        try
        {
            return (StatusCodes.Status200OK, Encoding.UTF8.GetBytes(search.Answer(text.ToString(), limit, query.ContainsKey("facets"), query.ContainsKey("explain"))));
        }
        catch (IOException e)
        {
            return (StatusCodes.Status503ServiceUnavailable, Encoding.UTF8.GetBytes($"{{\"error\":{System.Text.Json.JsonSerializer.Serialize(e.Message)}}}"));
        }
    }
}
