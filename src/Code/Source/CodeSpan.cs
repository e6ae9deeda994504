namespace Lectern.Code.Source;

/// <summary>What a piece of source text is, as the compiler's own parser tells.</summary>
public enum CodeKind
{
    Keyword,
    Type,
    Method,
    Text,
    Number,
    Comment,

    /// <summary>A comment that gives the shape of what the line computes: <c>// (B, H, T, T)</c>.</summary>
    Shape,

    /// <summary>A comment that begins with <c>DEPARTS:</c>.</summary>
    Departure,
    Preprocessor,
}

/// <summary>A piece of source text that is shown in its own colour.</summary>
public readonly record struct CodeSpan(int Start, int Length, CodeKind Kind)
{
    public int End => Start + Length;
}
