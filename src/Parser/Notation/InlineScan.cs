using System.Buffers;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Lectern.Notation;

internal enum SpanKind : byte
{
    Code,
    Math,
    DisplayMath,
    Angle,
    Bracket,
    Parenthesis,
    Emphasis,
}

/// <summary>A paired construct: offset of its first and its last character, and the width of one delimiter.</summary>
internal readonly record struct PairedSpan(SpanKind Kind, int Start, int End, int Width);

/// <summary>
/// Finds every pair of delimiters of one leaf in a single pass, so that the parsers of the forms look partners up
/// instead of searching for them: reading stays linear however often an opener is repeated.
/// </summary>
/// <remarks>Opaque constructs come first: code, then math, then angle brackets; brackets and emphasis see none of them.</remarks>
internal sealed class InlineScan
{
    private const int MaximumEmphasisDepth = 32;

    private static readonly SearchValues<char> Special = SearchValues.Create("\\`$<[]()*_\n\r");

    private static readonly SearchValues<char> MathStops = SearchValues.Create("$\\\n\r");

    private readonly List<PairedSpan> _spans = [];
    private readonly List<int> _brackets = [];
    private readonly List<int> _emphasisAtBracket = [];
    private readonly List<int> _parentheses = [];
    private readonly List<(char Mark, int Width, int Start, int Depth)> _emphasis = [];
    private readonly Dictionary<int, int> _lastCodeRun = [];
    private bool _codeRunsKnown;
    private LeafBlock? _leaf;
    private string _text = "";
    private int _end;

    /// <summary>The pair that opens at <paramref name="position"/> of the slice being read.</summary>
    public bool TryFind(InlineProcessor processor, in StringSlice slice, int position, SpanKind kind, out PairedSpan span)
    {
        if (!ReferenceEquals(_leaf, processor.Block))
            Read(processor.Block!, slice);
        var (low, high) = (0, _spans.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            if (_spans[middle].Start == position)
            {
                span = _spans[middle];
                return span.Kind == kind;
            }

            if (_spans[middle].Start < position)
                low = middle + 1;
            else
                high = middle - 1;
        }

        span = default;
        return false;
    }

    /// <summary>Frees what the last leaf needed.</summary>
    public void Forget()
    {
        _leaf = null;
        _text = "";
        _spans.Clear();
    }

    private void Read(LeafBlock leaf, in StringSlice slice)
    {
        _leaf = leaf;
        _text = slice.Text;
        _end = slice.End + 1;
        _spans.Clear();
        _brackets.Clear();
        _emphasisAtBracket.Clear();
        _parentheses.Clear();
        _emphasis.Clear();
        _lastCodeRun.Clear();
        _codeRunsKnown = false;

        var sorted = true;
        for (var at = slice.Start; at < _end;)
        {
            var next = _text.AsSpan(at, _end - at).IndexOfAny(Special);
            if (next < 0)
                break;
            at = Step(at + next);
        }

        for (var i = 1; i < _spans.Count && sorted; i++)
            sorted = _spans[i - 1].Start < _spans[i].Start;
        if (!sorted)
            _spans.Sort(static (a, b) => a.Start.CompareTo(b.Start));
    }

    private int Step(int at)
    {
        switch (_text[at])
        {
            case '\\':
                return at + 2;
            case '`':
                return Code(at);
            case '$':
                return Math(at);
            case '<':
                return Angle(at);
            case '[':
                _brackets.Add(at);
                _emphasisAtBracket.Add(_emphasis.Count);
                return at + 1;
            case ']':
                CloseBracket(at);
                return at + 1;
            case '(':
                _parentheses.Add(at);
                return at + 1;
            case ')':
                if (_parentheses.Count > 0)
                    _spans.Add(new(SpanKind.Parenthesis, Pop(_parentheses), at, 1));
                return at + 1;
            case '*' or '_':
                return Emphasis(at);
            default:
                _parentheses.Clear();
                return at + 1;
        }
    }

    private void CloseBracket(int at)
    {
        if (_brackets.Count == 0)
            return;
        _spans.Add(new(SpanKind.Bracket, Pop(_brackets), at, 1));
        var keep = Pop(_emphasisAtBracket);
        _emphasis.RemoveRange(keep, _emphasis.Count - keep);
    }

    /// <summary>A code span ends at the next run of as many backticks; where the last run of each length is, is learnt once.</summary>
    private int Code(int at)
    {
        var content = SkipRun(at, '`');
        var width = content - at;
        if (_codeRunsKnown && _lastCodeRun.GetValueOrDefault(width, -1) <= at)
            return content;
        for (var i = content; i < _end;)
        {
            var next = _text.AsSpan(i, _end - i).IndexOf('`');
            if (next < 0)
                break;
            i += next;
            var after = SkipRun(i, '`');
            if (after - i == width)
            {
                _spans.Add(new(SpanKind.Code, at, after - 1, width));
                return after;
            }

            _lastCodeRun[after - i] = i;
            i = after;
        }

        _codeRunsKnown = true;
        return content;
    }

    /// <summary>
    /// <c>$tex$</c>: no space after the opening sign, none before the closing one, no digit after it; the first
    /// unescaped sign decides. <c>$$tex$$</c> likewise, spaces allowed. Neither crosses a line.
    /// </summary>
    private int Math(int at)
    {
        var content = SkipRun(at, '$');
        var width = content - at;
        if (width > 2 || content >= _end || (width == 1 && char.IsWhiteSpace(_text[content])))
            return content;
        for (var i = content; i < _end; i++)
        {
            var next = _text.AsSpan(i, _end - i).IndexOfAny(MathStops);
            if (next < 0 || _text[i + next] is '\n' or '\r')
                return content;
            i += next;
            if (_text[i] == '\\')
            {
                i++;
                continue;
            }

            var after = SkipRun(i, '$');
            var closes = after - i == width && (width == 2
                ? !_text.AsSpan(content, i - content).IsWhiteSpace()
                : !char.IsWhiteSpace(_text[i - 1]) && (after >= _end || !char.IsAsciiDigit(_text[after])));
            if (!closes)
                return content;
            _spans.Add(new(width == 2 ? SpanKind.DisplayMath : SpanKind.Math, at, after - 1, width));
            return after;
        }

        return content;
    }

    private int Angle(int at)
    {
        if (at + 1 >= _end || !(char.IsAsciiLetter(_text[at + 1]) || _text[at + 1] is '/' or '!'))
            return at + 1;
        var next = _text.AsSpan(at + 1, _end - at - 1).IndexOfAny('<', '>');
        if (next < 0 || _text[at + 1 + next] != '>')
            return at + 1;
        _spans.Add(new(SpanKind.Angle, at, at + 1 + next, 1));
        return at + next + 2;
    }

    /// <summary>
    /// Emphasis opens at the start of a word and closes at the end of one, so <c>A*</c>, <c>x*y = y*x</c> and
    /// <c>w_{ij}</c> stay text.
    /// </summary>
    private int Emphasis(int at)
    {
        var mark = _text[at];
        var after = SkipRun(at, mark);
        var width = after - at;
        if (width > 3)
            return after;
        var before = at > 0 ? _text[at - 1] : ' ';
        var behind = after < _end ? _text[after] : ' ';
        var closes = !char.IsWhiteSpace(before) && !char.IsLetterOrDigit(behind);
        var opens = !char.IsWhiteSpace(behind) && !char.IsLetterOrDigit(before) && (mark == '*' || behind is not '{')
            && !(mark == '_' && before is '}' or ')' or ']');
        if (closes)
        {
            for (var i = _emphasis.Count - 1; i >= 0 && _emphasis[i].Depth == _brackets.Count; i--)
            {
                if (_emphasis[i].Mark != mark || _emphasis[i].Width != width || _emphasis[i].Start + width == at)
                    continue;
                _spans.Add(new(SpanKind.Emphasis, _emphasis[i].Start, after - 1, width));
                _emphasis.RemoveRange(i, _emphasis.Count - i);
                return after;
            }
        }

        if (opens && _emphasis.Count < MaximumEmphasisDepth)
            _emphasis.Add((mark, width, at, _brackets.Count));
        return after;
    }

    private int SkipRun(int at, char mark)
    {
        var length = _text.AsSpan(at, _end - at).IndexOfAnyExcept(mark);
        return length < 0 ? _end : at + length;
    }

    private static int Pop(List<int> stack)
    {
        var last = stack[^1];
        stack.RemoveAt(stack.Count - 1);
        return last;
    }
}
