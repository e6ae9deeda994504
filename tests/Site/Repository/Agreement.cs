using System.Text.RegularExpressions;
using Lectern.Catalog;
using Lectern.Code;
using Lectern.Code.Claims;
using Lectern.Code.Source;
using Lectern.Model;
using Lectern.Mutations;
using Lectern.Site.Implementations;
using Lectern.Text;

namespace Lectern.Site.Tests.Repository;

/// <summary>
/// Papers, notes, folders, test classes, claims, regions, evidence and mutants of a repository find each other by their
/// names. This walks all of them and says where they do not.
/// </summary>
internal sealed partial class Agreement
{
    public const int MostLines = 330;
    public const int FewestMutants = 12;

    private readonly string _root;
    private readonly KnowledgeBase _knowledge;
    private readonly IReadOnlyList<Implementation> _implementations;

    private Agreement(string root)
    {
        _root = root;
        _knowledge = KnowledgeBase.From([.. Files("papers", "*.md").Concat(Files("notes", "*.md")).Select(path => NotationParser.Parse(SourceText.From(path, File.ReadAllBytes(Full(path)))))]);
        _implementations = new ImplementationReader(root).Read();
    }

    public static IReadOnlyList<string> Disagreements(string root)
    {
        var agreement = new Agreement(root);
        return [.. agreement._implementations.SelectMany(agreement.Of).Concat(agreement.Findings()).Concat(agreement.Strays()).Distinct()];
    }

    private IEnumerable<string> Of(Implementation i) => [.. Names(i), .. Header(i), .. Sizes(i), .. Claims(i), .. Evidence(i), .. Copies(i), .. Mutants(i)];

    private IEnumerable<string> Names(Implementation i)
    {
        if (TypeName.Of(i.Name) != i.TypeName)
            yield return $"src/Implementations/{i.TypeName}: '{i.Name}' does not lead back to this name";
        if (i.Files.Count == 0 || i.Files[0].Name != i.TypeName + ".cs")
            yield return $"src/Implementations/{i.TypeName}: there is no {i.TypeName}.cs";
        foreach (var file in i.Files.Where(file => !file.Text.Contains($"\nnamespace Lectern.Implementations.{i.TypeName};\n", StringComparison.Ordinal)))
            yield return $"{file.Path}: the namespace is not Lectern.Implementations.{i.TypeName}";
        if (_knowledge.Papers.FirstOrDefault(paper => paper.Id == i.Name) is { Note: null })
            yield return $"notes/{i.Name}.md: the paper is implemented and has no note";
    }

    private IEnumerable<string> Header(Implementation i)
    {
        if (i.Files.Count == 0)
            yield break;
        var (file, arxiv) = (i.Files[0], _knowledge.Papers.FirstOrDefault(paper => paper.Id == i.Name)?.Arxiv?.Id);
        string[] named = [$"notes/{i.Name}.md", i.TestClass];
        foreach (var name in named.Where(name => !file.Header.Contains(name, StringComparison.Ordinal)))
            yield return $"{file.Path}: the header does not name {name}";
        if (arxiv is not null && !Regex.IsMatch(file.Header, Regex.Escape(arxiv) + @"v\d"))
            yield return $"{file.Path}: the header does not cite arXiv:{arxiv} with its version";
    }

    private static IEnumerable<string> Sizes(Implementation i) => i.Files.Where(file => file.LineCount > MostLines)
        .Select(file => $"{file.Path}: {file.LineCount} lines, more than {MostLines}");

    private IEnumerable<string> Claims(Implementation i)
    {
        var path = $"tests/Implementations/{i.TypeName}/{i.TestClass}.cs";
        if (!File.Exists(Full(path)))
        {
            yield return $"{path}: there is no such file";
            yield break;
        }

        var declared = Files($"tests/Implementations/{i.TypeName}", "*.cs").SelectMany(file => ClaimReader.Read(File.ReadAllText(Full(file)), i.TestClass)).ToList();
        foreach (var claim in declared.Where(claim => claim.Id is null))
            yield return $"{path}: the name of {claim.Test} begins with no claim's id";
        foreach (var claim in declared.Where(claim => claim.Text.Length == 0 || claim.PaperValue.Length == 0))
            yield return $"{path}: {claim.Test} lacks its sentence or what the paper gives";
        var numbers = declared.Where(claim => claim.Id is not null).Select(claim => int.Parse(claim.Id![1..])).Order().ToList();
        if (numbers.Count == 0 || !numbers.SequenceEqual(Enumerable.Range(1, numbers.Count)))
            yield return $"{path}: the claims are not C1, C2, … each once, but {string.Join(", ", numbers.Select(n => $"C{n}").DefaultIfEmpty("none"))}";
    }

    private static IEnumerable<string> Evidence(Implementation i)
    {
        var declared = i.Claims.Select(claim => claim.Id).ToHashSet();
        foreach (var record in i.Records)
        {
            var path = $"evidence/{i.Name}/{record.Device}.json";
            if (record.Implementation != i.Name || !Implementation.Devices.Contains(record.Device))
                yield return $"{path}: the record is of {record.Implementation} on {record.Device}";
            foreach (var claim in record.Claims.Where(claim => !declared.Contains(claim.Id)))
                yield return $"{path}: no test declares {claim.Id}";
            foreach (var figure in record.Figures.Where(figure => figure.Claim is null || !declared.Contains(figure.Claim)))
                yield return $"{path}: the figure '{figure.Id}' belongs to no claim";
        }
    }

    private IEnumerable<string> Copies(Implementation i)
    {
        var files = _implementations.SelectMany(other => other.Files).ToList();
        return from file in i.Files
               from copy in MarkedCopy.In(file)
               let difference = copy.Difference(files)
               where difference is not null
               select $"{copy.Path}:{copy.Line}: not the same as {copy.Of}: {difference}";
    }

    private IEnumerable<string> Mutants(Implementation i)
    {
        var (mutants, problems) = MutantList.Of(_root, i);
        var listed = mutants.Count(mutant => !mutant.Id.Contains('#'));
        return listed >= FewestMutants ? problems : problems.Append($"{MutantList.Folder}/{i.Name}.yml: {listed} mutants, fewer than {FewestMutants}");
    }

    /// <summary>What the site itself reports, less its remarks.</summary>
    private IEnumerable<string> Findings() => ImplementationFindings.Of(_knowledge, _implementations)
        .Where(finding => finding.Severity > Severity.Info).Select(finding => $"{finding.Path}:{finding.At.Line}: {finding.Message}");

    /// <summary>Tests, evidence and mutants of what is not implemented.</summary>
    private IEnumerable<string> Strays()
    {
        var (types, names) = (_implementations.Select(i => i.TypeName).ToHashSet(), _implementations.Select(i => i.Name).ToHashSet());
        string[] support = ["Support", "bin", "obj"];
        foreach (var folder in Folders("tests/Implementations").Where(folder => !types.Contains(folder) && !support.Contains(folder)))
            yield return $"tests/Implementations/{folder}: nothing of that name is implemented";
        foreach (var folder in Folders("evidence").Where(folder => !names.Contains(folder)))
            yield return $"evidence/{folder}: nothing of that name is implemented";
        foreach (var record in Files("evidence", "*").Where(path => !DeviceRecord().IsMatch(path)))
            yield return $"{record}: a record is evidence/NAME/cpu.json or cuda.json";
        foreach (var list in Files(MutantList.Folder, "*.yml").Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal) && !names.Contains(Path.GetFileNameWithoutExtension(path))))
            yield return $"{list}: nothing of that name is implemented";
    }

    private IEnumerable<string> Folders(string path) =>
        Directory.Exists(Full(path)) ? Directory.EnumerateDirectories(Full(path)).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal) : [];

    private IEnumerable<string> Files(string path, string pattern) =>
        Directory.Exists(Full(path))
            ? Directory.EnumerateFiles(Full(path), pattern, SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_root, file).Replace('\\', '/')).Order(StringComparer.Ordinal)
            : [];

    private string Full(string path) => Path.Combine(_root, path);

    [GeneratedRegex("^evidence/[a-z0-9-]+/(cpu|cuda)\\.json$")]
    private static partial Regex DeviceRecord();
}
