namespace Lectern.Search.Analysis;

/// <summary>Tokens in the order of their positions; at one position the whole form first, then the exact form, then its stem.</summary>
internal sealed class Tokens(bool stems, int position)
{
    /// <summary>A longer part of a word is cut, a longer whole is left out.</summary>
    public const int LongestTerm = 64;

    private readonly KnownWords _words = KnownWords.Own;

    public List<Token> List { get; } = [];

    /// <summary>The position of the next word.</summary>
    public int Next { get; private set; } = position;

    public void Add(string term, int start, int length, bool whole = false)
    {
        if (term.Length == 0)
            return;
        if (term.Length > LongestTerm)
            term = term[..LongestTerm];
        Add(term.AsSpan(), start, length, whole);
    }

    /// <param name="term">Folded, and no longer than it may be.</param>
    public void Add(ReadOnlySpan<char> term, int start, int length, bool whole = false)
    {
        List.Add(new(_words.Of(term, out var stem), Next, start, length, TokenForm.Exact, whole));
        if (stems && stem is not null)
            List.Add(new(stem, Next, start, length, TokenForm.Stem, whole));
    }

    /// <summary>A command of TeX and, last, its name: <c>\softmax</c> is also the word <c>softmax</c>.</summary>
    public void AddCommand(string name, int start, int length)
    {
        Add("\\" + name, start, length);
        Add(name, start, length);
    }

    public void Advance() => Next++;
}
