using Lectern.Site.Pages;
using Microsoft.AspNetCore.Components;

namespace Lectern.Site.Rendering;

/// <summary>What every page component is given.</summary>
public abstract class PageView<TPage> : ComponentBase
    where TPage : Page
{
    [Parameter, EditorRequired]
    public TPage Page { get; set; } = null!;

    [Parameter, EditorRequired]
    public PageContext Context { get; set; } = null!;

    protected SiteContent Site => Context.Site;

    protected string To(string target) => Context.To(target);
}
