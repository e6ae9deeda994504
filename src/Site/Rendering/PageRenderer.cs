using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using Lectern.Site.Links;
using Lectern.Site.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lectern.Site.Rendering;

/// <summary>A page as bytes, with what it must be compared by the next time and what it links to.</summary>
internal sealed record RenderedPage(Page Page, SiteFile File, ImmutableArray<Lookup> Lookups, PageLinks Links);

/// <summary>Razor components to bytes on every core; each worker keeps its renderer for a stretch of pages.</summary>
internal sealed class PageRenderer(SiteContent site)
{
    private const int PagesPerRenderer = 64;

    private static readonly ServiceProvider Services =
        new ServiceCollection().AddSingleton<HtmlEncoder>(Html.Encoder).BuildServiceProvider();

    private readonly Shell _shell = new(site);
    private readonly ConcurrentBag<(HtmlText Body, HtmlText Whole)> _buffers = [];

    public RenderedPage[] Render(IReadOnlyList<Page> pages, CancellationToken cancel)
    {
        var rendered = new RenderedPage[pages.Count];
        var stretches = pages.Count / PagesPerRenderer + 1;
        var options = new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, stretches, options, stretch =>
        {
            using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
            var buffers = _buffers.TryTake(out var used) ? used : (new(), new());
            var end = Math.Min(pages.Count, (stretch + 1) * PagesPerRenderer);
            for (var i = stretch * PagesPerRenderer; i < end; i++)
                rendered[i] = Render(renderer, pages[i], buffers.Item1, buffers.Item2);
            _buffers.Add(buffers);
        });
        return rendered;
    }

    private RenderedPage Render(HtmlRenderer renderer, Page page, HtmlText body, HtmlText whole)
    {
        var context = new PageContext(site, page.Path);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["Page"] = page, ["Context"] = context });
        body.Clear();
        whole.Clear();
        renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync(page.View, parameters)).WriteHtmlTo(body))
            .GetAwaiter().GetResult();
        _shell.Write(whole, page, context, body.Written);
        return new(page, new(page.Path, whole.ToUtf8()), [.. context.Lookups.Distinct()], LinkScanner.Scan(page.Path, whole.Written));
    }
}
