using Lectern.Code;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Lectern.Mutations;

/// <summary>
/// <c>tests/Mutations/alibi.yml</c>: for each mutant its id, the text it finds once in the files of the implementation,
/// what it puts there, and a sentence. An entry with <c>survives</c> explains the mutant of its id instead.
/// </summary>
public static class MutantList
{
    public const string Folder = "tests/Mutations";

    private static readonly IDeserializer Yaml = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();

    /// <summary>All mutants of an implementation, and what is wrong with the list.</summary>
    public static (IReadOnlyList<Mutant> Mutants, IReadOnlyList<string> Problems) Of(string root, Implementation implementation)
    {
        var path = Path.Combine(root, Folder, implementation.Name + ".yml");
        var entries = File.Exists(path) ? Yaml.Deserialize<List<Entry>>(File.ReadAllText(path)) ?? [] : [];
        List<string> problems = [];
        List<Mutant> mutants = [.. entries.Where(e => e.Find is not null).Select(e => Listed(implementation, e, problems)).OfType<Mutant>(), .. OperatorFlips.Of(implementation)];
        foreach (var twice in mutants.GroupBy(m => m.Id).Where(g => g.Count() > 1))
            problems.Add($"{implementation.Name}.yml: two mutants have the id '{twice.Key}'");
        foreach (var entry in entries.Where(e => e.Survives is not null))
        {
            var at = mutants.FindIndex(m => m.Id == entry.Id);
            if (at < 0)
                problems.Add($"{implementation.Name}.yml: there is no mutant '{entry.Id}' to explain");
            else
                mutants[at] = mutants[at] with { Explanation = entry.Survives };
        }

        return (mutants, problems);
    }

    private static Mutant? Listed(Implementation implementation, Entry entry, List<string> problems)
    {
        var places = implementation.Files.SelectMany(file => Places(file.Text, entry.Find!), (file, start) => (file.Path, start)).ToList();
        if (places.Count == 1 && entry is { Id: not null, Sentence: not null })
            return new(entry.Id, places[0].Path, places[0].start, entry.Find!, entry.Replace ?? "", entry.Sentence);
        problems.Add($"{implementation.Name}.yml: '{entry.Id}' {(places.Count == 1 ? "needs an id and a sentence" : $"finds its text {places.Count} times, not once")}");
        return null;
    }

    private static IEnumerable<int> Places(string text, string find)
    {
        for (var at = text.IndexOf(find, StringComparison.Ordinal); at >= 0; at = text.IndexOf(find, at + 1, StringComparison.Ordinal))
            yield return at;
    }

    private sealed class Entry
    {
        public string? Id { get; set; }

        public string? Find { get; set; }

        public string? Replace { get; set; }

        public string? Sentence { get; set; }

        public string? Survives { get; set; }
    }
}
