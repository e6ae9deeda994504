using Lectern.Catalog;
using Lectern.Cli.Sources;
using Lectern.Search.Documents;

namespace Lectern.Cli.Searching;

/// <summary>The source text of implementations: <c>src/Implementations/DistilBert/*.cs</c> belongs to the paper <c>distil-bert</c>.</summary>
internal static class ImplementationSources
{
    public static IReadOnlyList<string> Files(SourceSet sources)
    {
        var folder = sources.SettingsFolder is { } root ? Path.Combine(root, "src", "Implementations") : null;
        return folder is null || !Directory.Exists(folder) ? [] :
        [
            .. Directory.EnumerateDirectories(folder).SelectMany(d => Directory.EnumerateFiles(d, "*.cs"))
                .Order(StringComparer.Ordinal),
        ];
    }

    public static IReadOnlyList<SourceCode> Read(IReadOnlyList<string> files, KnowledgeBase knowledge)
    {
        var papers = knowledge.Papers.ToLookup(p => TypeName(p.Id), p => p.Id, StringComparer.Ordinal);
        return
        [
            .. from file in files
               let id = papers[Path.GetFileName(Path.GetDirectoryName(file))!].FirstOrDefault()
               where id is not null
               select new SourceCode(id, Path.GetFileName(file), File.ReadAllText(file)),
        ];
    }

    private static string TypeName(string id) =>
        string.Concat(id.Split('-').Where(part => part.Length > 0).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
}
