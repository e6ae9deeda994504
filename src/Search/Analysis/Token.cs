namespace Lectern.Search.Analysis;

public enum TokenForm
{
    /// <summary>The form as written, folded.</summary>
    Exact,

    /// <summary>The stem of an exact form at the same position; its term starts with <see cref="Stem.Mark"/>.</summary>
    Stem,
}

/// <summary>A term and its place among the words of a text. Several terms may share a place.</summary>
/// <param name="Position">Counted in words from 0.</param>
/// <param name="Start">Offset in the text, in UTF-16 units.</param>
/// <param name="IsWhole">True for the joined form of a word with parts: <c>layernorm</c> of <c>LayerNorm</c>.</param>
public readonly record struct Token(string Term, int Position, int Start, int Length, TokenForm Form, bool IsWhole);
