namespace Lectern.Model;

/// <summary>A place in a source text: one-based line and column, offset and length in UTF-16 units.</summary>
public readonly record struct SourceRange(int Line, int Column, int Offset, int Length)
{
    public int End => Offset + Length;

    public override string ToString() => $"{Line}:{Column}";
}
