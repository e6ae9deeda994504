using System.Text;
using Lectern.Site.Pages;
using Lectern.Site.Rendering;
using Microsoft.AspNetCore.Http;

namespace Lectern.Site.Serving;

/// <summary>One request, answered from the generation of the moment.</summary>
internal sealed class SiteHandler(SiteGeneration generation, ISiteSearch? search)
{
    private const string Events = "/_lectern/events";
    private const string Script = "/_lectern/reload.js";

    private readonly ReloadChannel _reloads = new();
    private volatile Shown _shown = new(generation, 0);

    public void Show(SiteGeneration next)
    {
        _shown = new(next, _shown.Number + 1);
        _reloads.Announce();
    }

    public void Close() => _reloads.Close();

    public async Task Answer(HttpContext http)
    {
        var (request, response) = (http.Request, http.Response);
        Guard(response.Headers);
        if (request.Host.Host is not ("localhost" or "127.0.0.1"))
            await Refuse(response, StatusCodes.Status421MisdirectedRequest, "this server answers to localhost only");
        else if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            await Refuse(response, StatusCodes.Status405MethodNotAllowed, "only GET and HEAD");
        else if (request.Path == Events)
            await _reloads.Stream(response, () => _shown.Number, http.RequestAborted);
        else if (request.Path == Script)
            await Send(http, new(Script, SiteAssets.ReloadScript));
        else if (search is not null && request.Path == SearchRequests.Path)
            await Search(http, search);
        else if (search is not null && request.Path.StartsWithSegments("/search") && search.File(request.Path.Value![1..]) is { } shard)
            await Send(http, shard);
        else
            await Page(http, _shown, search);
    }

    private static async Task Search(HttpContext http, ISiteSearch search)
    {
        var (status, json) = SearchRequests.Answer(http.Request, search);
        var response = http.Response;
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.ContentLength = json.Length;
        if (HttpMethods.IsGet(http.Request.Method))
            await response.Body.WriteAsync(json, http.RequestAborted);
    }

    private static async Task Page(HttpContext http, Shown shown, ISiteSearch? search)
    {
        var path = http.Request.Path.Value![1..];
        var generation = shown.Generation;
        if (generation.Find(path) is { } file)
            await Send(http, Live(Filled(file, search), shown.Number));
        else if ((path.Length == 0 || path.EndsWith('/')) && generation.Find(path + "index.html") is { } index)
            await Send(http, Live(Filled(index, search), shown.Number));
        else if (generation.Find(path + "/index.html") is not null)
            http.Response.Redirect("/" + path + "/" + http.Request.QueryString);
        else if (generation.Find(SiteMap.NotFound) is { } missing)
            await Send(http, Live(missing, shown.Number, atRoot: true), StatusCodes.Status404NotFound);
        else
            await Refuse(http.Response, StatusCodes.Status404NotFound, "not found");
    }

    private static SiteFile Filled(SiteFile file, ISiteSearch? search) =>
        search is not null && LikeThis.HasPlace(file) ? LikeThis.In(file, search.Like(file.Path)) : file;

    private static async Task Send(HttpContext http, SiteFile file, int status = StatusCodes.Status200OK)
    {
        var (request, response) = (http.Request, http.Response);
        var tag = $"\"{file.Hash}\"";
        response.StatusCode = status;
        response.ContentType = ContentType(file.Path);
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "no-cache";
        if (status == StatusCodes.Status200OK && request.Headers.IfNoneMatch.Contains(tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentLength = file.Content.Length;
        if (HttpMethods.IsGet(request.Method))
            await response.Body.WriteAsync(file.Content, http.RequestAborted);
    }

    /// <summary>
    /// A page with the script that reloads it as soon as another generation is shown than the one it is of. A page sent for an address
    /// that is not its own reads its links from the root.
    /// </summary>
    private static SiteFile Live(SiteFile file, int number, bool atRoot = false)
    {
        if (!file.Path.EndsWith(".html", StringComparison.Ordinal))
            return file;
        var html = file.Content.Span;
        var (start, end) = (html.IndexOf("<head>"u8), html.IndexOf("</head>"u8));
        if (start < 0 || end < 0)
            return file;
        start += "<head>".Length;
        var page = new MemoryStream(html.Length + 128);
        page.Write(html[..start]);
        if (atRoot)
            page.Write("\n<base href=\"/\">"u8);
        page.Write(html[start..end]);
        page.Write(Encoding.UTF8.GetBytes($"<script src=\"{Script}\" data-generation=\"{number}\" defer></script>\n"));
        page.Write(html[end..]);
        return new(file.Path, page.ToArray());
    }

    private static void Guard(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = Shell.Policy + "; frame-ancestors 'none'";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }

    private static async Task Refuse(HttpResponse response, int status, string reason)
    {
        response.StatusCode = status;
        response.ContentType = "text/plain; charset=utf-8";
        await response.WriteAsync(reason + "\n");
    }

    private static string ContentType(string path) => Path.GetExtension(path) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".json" => "application/json; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".woff2" => "font/woff2",
        ".xml" => "application/xml; charset=utf-8",
        ".txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };

    /// <summary>What is shown, and how many generations were shown before it.</summary>
    private sealed record Shown(SiteGeneration Generation, int Number);
}
