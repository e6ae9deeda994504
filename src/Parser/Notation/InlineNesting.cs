using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lectern.Notation;

/// <summary>The inline containers that are open while a leaf is read, innermost last, with the place where each will close.</summary>
internal sealed class InlineNesting
{
    private readonly Stack<(int CloseAt, int After, ContainerInline Inline)> _open = new();
    private LeafBlock? _leaf;

    public bool HasOpen<T>(InlineProcessor processor)
        where T : ContainerInline
    {
        Enter(processor);
        foreach (var (_, _, inline) in _open)
        {
            if (inline is T)
                return true;
        }

        return false;
    }

    /// <summary>Where the innermost open container closes; the end of the slice when none is open.</summary>
    public int Limit(InlineProcessor processor, in StringSlice slice)
    {
        Enter(processor);
        return _open.TryPeek(out var top) ? top.CloseAt : slice.End + 1;
    }

    /// <summary>Starts <paramref name="inline"/>; it takes what follows until <paramref name="closeAt"/>, and reading goes on at <paramref name="after"/>.</summary>
    public void Open(InlineProcessor processor, ContainerInline inline, int closeAt, int after)
    {
        Enter(processor);
        inline.IsClosed = false;
        processor.Inline = inline;
        _open.Push((closeAt, after, inline));
    }

    /// <summary>Ends the innermost container if this is its place.</summary>
    public bool TryClose(InlineProcessor processor, ref StringSlice slice)
    {
        Enter(processor);
        if (!_open.TryPeek(out var top) || top.CloseAt != slice.Start)
            return false;
        _open.Pop();
        top.Inline.IsClosed = true;
        top.Inline.Span.End = processor.GetSourcePosition(top.After - 1);
        slice.Start = top.After;
        processor.Inline = top.Inline;
        return true;
    }

    private void Enter(InlineProcessor processor)
    {
        if (ReferenceEquals(_leaf, processor.Block))
            return;
        _leaf = processor.Block;
        _open.Clear();
    }
}
