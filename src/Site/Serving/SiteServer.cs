using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Lectern.Site.Serving;

/// <summary>
/// Serves one generation after another from memory to this machine alone. A request is looked up in the generation and
/// nowhere else, so that no address leads to the file system.
/// </summary>
public sealed class SiteServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly SiteHandler _handler;

    private SiteServer(WebApplication app, SiteHandler handler, int port)
    {
        (_app, _handler) = (app, handler);
        Address = new($"http://127.0.0.1:{port}/");
    }

    public Uri Address { get; }

    /// <summary>Listens on 127.0.0.1; port 0 takes any free one. Throws <see cref="IOException"/> with a message for the user where the port is taken.</summary>
    public static async Task<SiteServer> StartAsync(SiteGeneration generation, int port = 5080, ISiteSearch? search = null, CancellationToken cancel = default)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        var handler = new SiteHandler(generation, search);
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = 0;
            options.Listen(IPAddress.Loopback, port);
        });
        var app = builder.Build();
        app.Run(handler.Answer);
        try
        {
            await app.StartAsync(cancel);
        }
        catch (Exception e) when (e is AddressInUseException or IOException { InnerException: AddressInUseException } or System.Net.Sockets.SocketException)
        {
            await app.DisposeAsync();
            throw new IOException($"port {port} is taken by another program; choose one with --port", e);
        }

        return new(app, handler, new Uri(app.Urls.First()).Port);
    }

    /// <summary>From the next request on, this generation; open pages reload.</summary>
    public void Show(SiteGeneration generation) => _handler.Show(generation);

    public async ValueTask DisposeAsync()
    {
        _handler.Close();
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(soon.Token);
        await _app.DisposeAsync();
    }
}
