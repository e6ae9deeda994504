using Lectern.Model;

namespace Lectern.Catalog;

/// <summary>Names of authors as they are indexed.</summary>
public static class People
{
    private static readonly string[] Organisations =
    [
        "Anthropic", "OpenAI", "DeepMind", "Google", "Google Brain", "Google DeepMind", "Google Research", "Meta", "Meta AI", "Facebook",
        "Facebook AI Research", "FAIR", "NVIDIA", "Microsoft", "Microsoft Research", "Numenta", "Mistral AI", "DeepSeek-AI", "Apple", "Qwen Team",
    ];

    private static readonly string[] OrganisationWords =
        ["Team", "Lab", "Labs", "Institute", "University", "Research", "Group", "Blog", "Inc", "Inc.", "Foundation", "AI", "Collaboration", "Consortium"];

    private static readonly string[] Particles =
        ["de", "del", "della", "der", "den", "di", "da", "dos", "du", "la", "le", "van", "von", "ten", "ter", "el", "al", "bin", "ibn"];

    private static readonly string[] Suffixes = ["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"];

    /// <summary>One space between words, no footnote marks, the house spelling of organisations.</summary>
    public static string Normalize(string name)
    {
        var words = string.Join(' ', name.TrimEnd('∗', '†', '‡', '*', '§', ' ', '\t').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words == "Deep Mind" ? "DeepMind" : words;
    }

    /// <summary>A company, laboratory or blog: its name is never divided into given and family name.</summary>
    public static bool IsOrganisation(string name)
    {
        if (Organisations.Contains(name, StringComparer.OrdinalIgnoreCase) || name.Contains("'s ") || name.Contains("’s "))
            return true;
        var last = name[(name.LastIndexOf(' ') + 1)..];
        return last.Length < name.Length && OrganisationWords.Contains(last);
    }

    /// <summary><c>Quentin de Laroussilhe</c> → given <c>Quentin</c>, family <c>de Laroussilhe</c>; a single word is a family name.</summary>
    public static (string? Given, string Family, string? Suffix) Divide(string name)
    {
        var comma = name.IndexOf(", ", StringComparison.Ordinal);
        if (comma > 0)
            return (name[(comma + 2)..], name[..comma], null);
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        string? suffix = null;
        if (words.Count > 2 && Suffixes.Contains(words[^1]))
        {
            suffix = words[^1];
            words.RemoveAt(words.Count - 1);
        }

        if (words.Count < 2)
            return (null, string.Join(' ', words), suffix);
        var family = words.Count - 1;
        while (family > 1 && Particles.Contains(words[family - 1]))
            family--;
        return (string.Join(' ', words.Take(family)), string.Join(' ', words.Skip(family)), suffix);
    }

    internal static IEnumerable<string> Of(Entry entry) =>
        entry.Authors.Select(a => Normalize(a.Name)).Where(n => n.Length > 0).Distinct();
}
