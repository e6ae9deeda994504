using Lectern.Catalog;
using Lectern.Code;
using Lectern.Search.Documents;
using Lectern.Text;

namespace Lectern.Search.Tests.Support;

/// <summary>The knowledge base of this repository, as the program reads it.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<SearchPage> Pages { get; } = Read(Root);

    public static string TestFile(string name) => Path.Combine(Root, "tests", "Search", name);

    public static IReadOnlyList<SearchPage> Read(string folder)
    {
        var documents = new[] { "papers", "notes" }.Select(part => Path.Combine(folder, part)).Where(Directory.Exists)
            .SelectMany(part => Directory.EnumerateFiles(part, "*.md", SearchOption.AllDirectories)).Order(StringComparer.Ordinal)
            .Select(file => NotationParser.Parse(SourceText.From(Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllBytes(file)), Lexicon.Default.MatchLength))
            .ToList();
        return PageReader.Read(KnowledgeBase.From(documents), Places, new ImplementationReader(folder).Read());
    }

    private static SearchPlaces Places => new(p => $"papers/{p.Id}/index.html", d => Path.ChangeExtension(d.Path, null) + "/index.html");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Lectern.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run from a checkout.");
    }
}
