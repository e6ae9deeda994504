using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace Lectern.Site;

/// <summary>Style, script, fonts and the stylesheet of formulas. What comes from npm is read once, from the folder its packages were installed in.</summary>
public sealed partial class SiteAssets
{
    public const string MapStyle = "map.css";

    private const string SearchScript = "search.js";

    private static readonly string[] Embedded = ["site.css", "site.js", "theme.js", "favicon.svg"];

    private static readonly (string Package, string File)[] Fonts =
    [
        .. from set in (string[])["latin", "latin-ext"]
           from style in (string[])["normal", "italic"]
           select ("source-serif-4", $"source-serif-4-{set}-opsz-{style}.woff2"),
        ("inter", "inter-latin-wght-normal.woff2"),
        ("inter", "inter-latin-ext-wght-normal.woff2"),
        ("jetbrains-mono", "jetbrains-mono-latin-wght-normal.woff2"),
        ("jetbrains-mono", "jetbrains-mono-latin-ext-wght-normal.woff2"),
    ];

    private readonly List<SiteFile> _files = [];
    private readonly List<SiteFile> _math = [];

    /// <param name="folder">The folder with <c>package.json</c> and <c>node_modules</c>; null to look for it above the program.</param>
    public SiteAssets(string? folder = null)
    {
        Folder = folder ?? Find();
        foreach (var name in Embedded)
            _files.Add(new("assets/" + name, Resource(name)));
        if (HasSearch)
            _files.Add(new("assets/" + SearchScript, Resource(SearchScript)));
        if (Folder is null)
            return;
        AddFonts(Path.Combine(Folder, "node_modules", "@fontsource-variable"));
        AddKatex(Path.Combine(Folder, "node_modules", "katex", "dist"));
    }

    public string? Folder { get; }

    public bool HasFonts { get; private set; }

    /// <summary>False in a program that was built without the packages from npm, which compile the script.</summary>
    public bool HasSearch { get; } = Assembly.GetExecutingAssembly().GetManifestResourceInfo(SearchScript) is not null;

    /// <summary>The script that <c>serve</c> adds to every page.</summary>
    public static byte[] ReloadScript => Resource("reload.js");

    public IEnumerable<SiteFile> Files(bool withMath, bool withMap) =>
    [
        .. _files,
        .. withMath ? _math : [],
        .. withMap ? [new SiteFile("assets/" + MapStyle, Resource(MapStyle))] : Array.Empty<SiteFile>(),
    ];

    private void AddFonts(string packages)
    {
        if (Fonts.Any(f => !File.Exists(FontPath(packages, f))))
            return;
        _files.Add(new("assets/fonts.css", Resource("fonts.css")));
        foreach (var font in Fonts)
            _files.Add(new("assets/fonts/" + font.File, File.ReadAllBytes(FontPath(packages, font))));
        HasFonts = true;
    }

    private static string FontPath(string packages, (string Package, string File) font) =>
        Path.Combine(packages, font.Package, "files", font.File);

    private void AddKatex(string dist)
    {
        var css = Path.Combine(dist, "katex.min.css");
        if (!File.Exists(css))
            return;
        _math.Add(new("assets/katex/katex.css", Encoding.UTF8.GetBytes(OtherFormats().Replace(File.ReadAllText(css), ""))));
        foreach (var font in Directory.EnumerateFiles(Path.Combine(dist, "fonts"), "*.woff2").Order(StringComparer.Ordinal))
            _math.Add(new("assets/katex/fonts/" + Path.GetFileName(font), File.ReadAllBytes(font)));
    }

    private static string? Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var assets = Path.Combine(folder, "src", "Site", "assets");
            if (File.Exists(Path.Combine(assets, "package.json")))
                return assets;
        }

        return null;
    }

    private static byte[] Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not part of the program");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    [GeneratedRegex(@",url\([^)]*\.(woff|ttf)\) format\(""(woff|truetype)""\)")]
    private static partial Regex OtherFormats();
}
