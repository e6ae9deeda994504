using System.Net;
using System.Net.Sockets;
using System.Text;
using Lectern.Site.Serving;

namespace Lectern.Site.Tests;

public sealed class ServerTests : IAsyncLifetime, IDisposable
{
    private static readonly SiteGeneration Site = TestSite.Small().Build();

    private SiteServer _server = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _server = await SiteServer.StartAsync(Site, port: 0);
        _client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = _server.Address };
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData("/", "text/html; charset=utf-8")]
    [InlineData("/papers/clip/", "text/html; charset=utf-8")]
    [InlineData("/papers/clip/index.html?q=1", "text/html; charset=utf-8")]
    [InlineData("/assets/site.css", "text/css; charset=utf-8")]
    [InlineData("/assets/site.js", "text/javascript; charset=utf-8")]
    [InlineData("/papers.json", "application/json; charset=utf-8")]
    public async Task AFileIsServedAsWhatItIs(string path, string type)
    {
        var answer = await _client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task OnlyThisMachineIsServed()
    {
        Assert.Equal("127.0.0.1", _server.Address.Host);
        var own = Dns.GetHostAddresses(Dns.GetHostName()).FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a));
        if (own is null)
            return;
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await Assert.ThrowsAsync<SocketException>(() => socket.ConnectAsync(own, _server.Address.Port));
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("localhost.")]
    public async Task AnotherHostNameIsRefused(string host) =>
        Assert.StartsWith("HTTP/1.1 421", await Raw($"GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));

    [Theory]
    [InlineData("/../../../../etc/passwd")]
    [InlineData("/..%2f..%2f..%2fetc/passwd")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("//etc/passwd")]
    [InlineData("/papers/..%5c..%5csite.yml")]
    [InlineData("/papers%00/index.html")]
    public async Task NoAddressLeadsOutOfTheSite(string path)
    {
        var answer = await Raw($"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        Assert.Matches("^HTTP/1.1 (404|400)", answer);
        Assert.DoesNotContain("root:", answer);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task OnlyReadingIsAllowed(string method)
    {
        var answer = await _client.SendAsync(new(new(method), "/"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task HeadHasTheHeadersAndNoBody()
    {
        var answer = await _client.SendAsync(new(HttpMethod.Head, "/"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Content.Headers.ContentLength > 0);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task AnUnchangedPageIsNotSentAgain()
    {
        var first = await _client.GetAsync("/");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        var second = await _client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task AMissingPageIsTheSitesOwnAndItsLinksStartAtTheRoot()
    {
        var answer = await _client.GetAsync("/deep/down/nothing");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Page not found", html);
        Assert.Contains("<base href=\"/\">", html);
    }

    [Fact]
    public async Task AFolderWithoutItsSlashIsRedirected()
    {
        var answer = await _client.GetAsync("/papers/clip");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/papers/clip/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task ANewGenerationIsShownAndAnnounced()
    {
        using var events = new StreamReader(await _client.GetStreamAsync("/_lectern/events"));
        Assert.Equal("data: 0", await events.ReadLineAsync());
        var small = TestSite.Small();
        small.Paper("new", "A new paper");
        _server.Show(small.Build());
        Assert.Equal("", await events.ReadLineAsync());
        Assert.Equal("data: 1", await events.ReadLineAsync());
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync("/papers/new/")).StatusCode);
    }

    [Fact]
    public async Task APageSaysWhichGenerationItIsOf()
    {
        var before = await _client.GetAsync("/");
        Assert.Contains("data-generation=\"0\"", await before.Content.ReadAsStringAsync());
        _server.Show(Site);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.IfNoneMatch.Add(before.Headers.ETag!);
        // Else a browser would keep showing that it is of an older one, and reload without end.
        var after = await _client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Contains("data-generation=\"1\"", await after.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task OnlyServedPagesReloadThemselves()
    {
        Assert.Contains("/_lectern/reload.js", await _client.GetStringAsync("/"));
        Assert.DoesNotContain("_lectern", TestSite.Text(Site, "index.html"));
    }

    [Fact]
    public async Task ATakenPortIsSaidInWords()
    {
        var refusal = await Assert.ThrowsAsync<IOException>(() => SiteServer.StartAsync(Site, _server.Address.Port));
        Assert.Equal($"port {_server.Address.Port} is taken by another program; choose one with --port", refusal.Message);
    }

    private async Task<string> Raw(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _server.Address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
