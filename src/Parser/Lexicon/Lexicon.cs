using System.Diagnostics.CodeAnalysis;
using Lectern.Identifiers;

namespace Lectern.Catalog;

/// <summary>
/// Works known by name. The parser asks it whether a bare line is a title; the catalog asks it whether two spellings
/// are one work. It never supplies a fact that a list states itself.
/// </summary>
public sealed class Lexicon
{
    /// <summary>What stands after so many spaces is no sentence about the name.</summary>
    private const int WidestGap = 8;

    private static readonly Lazy<Lexicon> Embedded = new(() =>
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream("Lectern.works.yml")
            ?? throw new InvalidOperationException("works.yml is not embedded");
        using var reader = new StreamReader(stream);
        return new(WorksFile.Read(reader));
    });

    private readonly NameTrie _names = new();
    private readonly Dictionary<string, LexiconWork> _byArxiv = new(StringComparer.Ordinal);

    public Lexicon(IReadOnlyList<LexiconWork> works)
    {
        Works = works;
        foreach (var work in works)
        {
            if (work.Arxiv is { } arxiv)
                _byArxiv.TryAdd(arxiv.Id, work);
            foreach (var name in work.Names)
                _names.TryAdd(name, work);
        }

        // "BERT: Pre-training of …" is also met without its first word; a full name never loses to such a tail.
        foreach (var work in works)
        {
            foreach (var name in work.Names)
            {
                if (TitleKey.AfterAbbreviation(name, work.ShortName) is { } tail && TitleKey.IsDistinctive(tail))
                    _names.TryAdd(tail, work);
            }
        }
    }

    /// <summary>The list of <c>works.yml</c>.</summary>
    public static Lexicon Default => Embedded.Value;

    public static Lexicon Empty { get; } = new([]);

    public IReadOnlyList<LexiconWork> Works { get; }

    public static Lexicon Load(TextReader yaml) => new(WorksFile.Read(yaml));

    public bool TryMatchStart(ReadOnlySpan<char> text, [NotNullWhen(true)] out LexiconWork? work) => TryMatchStart(text, out work, out _);

    /// <summary>
    /// True where the text is a known name, or starts with one that is followed by a sign (<c>BERT, RoBERTa</c>), or by
    /// a sentence about it: then only where the name is written exactly and is no ordinary word.
    /// </summary>
    /// <param name="length">Characters of the text that are the name.</param>
    public bool TryMatchStart(ReadOnlySpan<char> text, [NotNullWhen(true)] out LexiconWork? work, out int length) =>
        _names.TryMatchStart(text, IsWholeName, out work, out length);

    /// <summary>The same question as <see cref="KnownTitle"/>, which the parser asks.</summary>
    public int MatchLength(ReadOnlySpan<char> text) => TryMatchStart(text, out _, out var length) ? length : 0;

    /// <summary>The work whose title, short name or alias this is; null for any other text.</summary>
    public LexiconWork? Find(string? title) => string.IsNullOrEmpty(title) ? null : _names.Find(title);

    public LexiconWork? Find(ArxivId? id) => id is null ? null : _byArxiv.GetValueOrDefault(id.Id);

    private static bool IsWholeName(ReadOnlySpan<char> text, int end, List<string> names)
    {
        var rest = text[end..];
        if (rest.IsEmpty)
            return true;
        if (char.IsLetterOrDigit(rest[0]))
            return false;
        // GPT-4V is not GPT-4, BERT's is not BERT.
        if (rest.Length > 1 && char.IsLetterOrDigit(rest[1]) && "-–.·/+*'’_".Contains(rest[0]))
            return false;
        rest = rest[..Math.Min(rest.Length, WidestGap)].TrimStart();
        if (rest.IsEmpty || !char.IsLetterOrDigit(rest[0]))
            return true;
        foreach (var name in names)
        {
            if (IsDistinctive(name) && text.StartsWith(name, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool IsDistinctive(string name)
    {
        var capitals = 0;
        foreach (var c in name)
        {
            if (char.IsAsciiDigit(c) || c == ' ')
                return true;
            capitals += char.IsUpper(c) ? 1 : 0;
        }

        return capitals >= 2;
    }
}
