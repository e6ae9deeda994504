using Lectern.Model;
using Lectern.Text;

namespace Lectern.Site;

/// <summary>What <c>site.yml</c> says.</summary>
public sealed record SiteSettings
{
    public const string FileName = "site.yml";

    public string Title { get; init; } = "Reading lists";

    /// <summary>One sentence for the home page and for machines.</summary>
    public string Description { get; init; } = "Works read, with notes, made from plain-text reading lists.";

    public string Language { get; init; } = "en";

    public string? Author { get; init; }

    /// <summary>Where the site will stand, with a final slash; null where that is not known.</summary>
    public string? Base { get; init; }

    /// <summary>Where the sources are kept, with a final slash; null where they are shown nowhere.</summary>
    public string? Repository { get; init; }

    /// <summary>Settings with a base address from the command line; a base that is not an http(s) URL is left out.</summary>
    public SiteSettings WithBase(string? address) => SettingsReader.BaseAddress(address) is { } valid ? this with { Base = valid } : this;

    public static (SiteSettings Settings, IReadOnlyList<Diagnostic> Diagnostics) Read(SourceText source) => SettingsReader.Read(source);

    /// <summary>Reads <c>site.yml</c> of a folder; the defaults where there is none.</summary>
    public static (SiteSettings Settings, IReadOnlyList<Diagnostic> Diagnostics) ReadFrom(string folder)
    {
        var path = Path.Combine(folder, FileName);
        return File.Exists(path) ? Read(SourceText.From(FileName, File.ReadAllBytes(path))) : (new(), []);
    }
}
