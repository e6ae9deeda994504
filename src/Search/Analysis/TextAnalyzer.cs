using System.Text;

namespace Lectern.Search.Analysis;

/// <summary>
/// Prose and program text to tokens. A word is a run of letters and digits joined by single <c>-</c>, <c>.</c> or apostrophes
/// and by underscores; it is divided at these joints, at changes from lower to upper case and between letters and digits, and
/// where it has more than one part its joined form is a token too, at the place of the first.
/// </summary>
internal sealed class TextAnalyzer
{
    private const int LongestCall = 18;

    private readonly string _text;
    private readonly Tokens _tokens;
    private int _at;

    private TextAnalyzer(string text, Tokens tokens) => (_text, _tokens) = (text, tokens);

    public static void Analyze(string text, Tokens tokens) => new TextAnalyzer(text, tokens).Run();

    private void Run()
    {
        while (_at < _text.Length)
        {
            if (PlainWord())
                continue;
            var c = At(_at);
            if (Letters.IsCjk(c))
                Bigrams();
            else if (Letters.IsWord(c) && !Letters.IsMark(c))
                Word();
            else if (c.Value == '\\' && _at + 1 < _text.Length && char.IsAsciiLetter(_text[_at + 1]))
                Command();
            else if (Letters.IsSymbol(c))
                Symbol(c);
            else
                _at += c.Utf16SequenceLength;
        }
    }

    /// <summary>
    /// Most words are letters of <c>a</c>–<c>z</c>, the first perhaps upper case, with nothing behind them that might belong
    /// to them. Such a word is one part and nothing else; any other is left to the rules.
    /// </summary>
    private bool PlainWord()
    {
        var rest = _text.AsSpan(_at);
        if (!char.IsAsciiLetter(rest[0]))
            return false;
        var length = rest[1..].IndexOfAnyExceptInRange('a', 'z') is > -1 and var end ? end + 1 : rest.Length;
        if (length > Tokens.LongestTerm || (length < rest.Length && MayGoOn(rest[length..], length)))
            return false;
        Span<char> folded = stackalloc char[Tokens.LongestTerm];
        rest[..length].CopyTo(folded);
        folded[0] = char.ToLowerInvariant(folded[0]);
        _tokens.Add(folded[..length], _at, length);
        _tokens.Advance();
        _at += length;
        return true;
    }

    private static bool MayGoOn(ReadOnlySpan<char> next, int length) => next[0] switch
    {
        '-' or '.' => next.Length > 1 && (char.IsAsciiLetterOrDigit(next[1]) || next[1] >= 0x80),
        '(' => length == 1,
        '_' or '\'' => true,
        var c => char.IsAsciiLetterOrDigit(c) || c >= 0x80,
    };

    private Rune At(int index) => Rune.TryGetRuneAt(_text, index, out var rune) ? rune : Rune.ReplacementChar;

    private void Bigrams()
    {
        var starts = new List<int>();
        while (_at < _text.Length && At(_at) is var c && Letters.IsCjk(c))
        {
            starts.Add(_at);
            _at += c.Utf16SequenceLength;
        }

        for (var i = 0; i < Math.Max(1, starts.Count - 1); i++)
        {
            var end = i + 2 < starts.Count ? starts[i + 2] : _at;
            _tokens.Add(Letters.Fold(_text[starts[i]..end]), starts[i], end - starts[i]);
            _tokens.Advance();
        }
    }

    private void Symbol(Rune c)
    {
        var sign = c.ToString();
        _tokens.Add(sign, _at, sign.Length);
        if (Symbols.Command(sign) is { } command)
            _tokens.AddCommand(command, _at, sign.Length);
        _tokens.Advance();
        _at += sign.Length;
    }

    /// <summary><c>\softmax</c> is a term by itself and the word <c>softmax</c>.</summary>
    private void Command()
    {
        var start = _at++;
        while (_at < _text.Length && char.IsAsciiLetter(_text[_at]))
            _at++;
        var name = Symbols.Canonical(Letters.Fold(_text[(start + 1).._at]));
        _tokens.AddCommand(name, start, _at - start);
        _tokens.Advance();
    }

    private void Word()
    {
        var start = _at;
        var parts = new List<(int Start, int End)>();
        Run(parts);
        while (Joint() is > 0 and var joint)
        {
            _at += joint;
            Run(parts);
        }

        if (parts.Count > 1)
            Whole(start, parts);
        else
            Call(start);
        foreach (var (from, to) in parts)
            Part(from, to);
    }

    private void Part(int from, int to)
    {
        var term = Letters.Fold(Plain(_text[from..to]));
        if (term.Length == 0)
            return;
        _tokens.Add(term, from, to - from);
        if (Symbols.Command(term) is { } command)
            _tokens.AddCommand(command, from, to - from);
        _tokens.Advance();
    }

    /// <summary>The parts of one run of letters, digits and inner apostrophes.</summary>
    private void Run(List<(int Start, int End)> parts)
    {
        var (start, last) = (_at, default(Rune));
        while (_at < _text.Length)
        {
            var c = At(_at);
            if (IsApostrophe(c) && last != default && _at + 1 < _text.Length && IsLetter(At(_at + 1)))
            {
                if (_text[_at + 1] == 's' && !(_at + 2 < _text.Length && Letters.IsWord(At(_at + 2))))
                {
                    parts.Add((start, _at));
                    _at += 2;
                    return;
                }

                _at++;
                continue;
            }

            if (!Letters.IsWord(c) || Letters.IsCjk(c))
                break;
            if (last != default && !Letters.IsMark(c))
            {
                if (Divides(last, c, start))
                {
                    parts.Add((start, _at));
                    start = _at;
                }
            }

            last = Letters.IsMark(c) ? last : c;
            _at += c.Utf16SequenceLength;
        }

        if (_at > start)
            parts.Add((start, _at));
    }

    private bool Divides(Rune last, Rune c, int start)
    {
        if (Letters.IsDigit(last) != Letters.IsDigit(c))
            return true;
        if (!Letters.IsUpper(c))
            return false;
        if (!Letters.IsUpper(last))
            return true;
        var next = _at + c.Utf16SequenceLength;
        if (_at - start < 2 || next >= _text.Length || At(next) is var after && (!IsLetter(after) || Letters.IsUpper(after)))
            return false;
        // The plural of an abbreviation is one word: LLMs.
        return _text[next] != 's' || (next + 1 < _text.Length && Letters.IsWord(At(next + 1)));
    }

    /// <summary>The length of what joins the word before to the one after; 0 where nothing does.</summary>
    private int Joint()
    {
        var end = _at;
        if (end < _text.Length && _text[end] is '-' or '\u2010' or '\u2011' or '.')
            end++;
        else
        {
            while (end < _text.Length && _text[end] == '_')
                end++;
        }

        return end > _at && end < _text.Length && At(end) is var c && Letters.IsWord(c) && !Letters.IsMark(c) && !Letters.IsCjk(c) ? end - _at : 0;
    }

    private void Whole(int start, List<(int Start, int End)> parts)
    {
        var whole = new StringBuilder();
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0 && parts[i].Start > parts[i - 1].End && _text[parts[i - 1].End] is '_' or '.')
                whole.Append(_text[parts[i - 1].End]);
            whole.Append(Letters.Fold(Plain(_text[parts[i].Start..parts[i].End])));
        }

        if (whole.Length <= Tokens.LongestTerm)
            _tokens.Add(whole.ToString(), start, _at - start, whole: true);
    }

    /// <summary>A letter applied to something short is a term: <c>O(n^2)</c>, <c>p(y|x)</c>.</summary>
    private void Call(int start)
    {
        if (_at != start + 1 || _at >= _text.Length || _text[_at] != '(')
            return;
        var depth = 0;
        for (var end = _at; end < _text.Length && end - start < LongestCall && !char.IsWhiteSpace(_text[end]); end++)
        {
            depth += _text[end] == '(' ? 1 : _text[end] == ')' ? -1 : 0;
            if (depth > 0)
                continue;
            if (end > _at + 1)
                _tokens.Add(Letters.Fold(_text[start..(end + 1)].Replace("{", "").Replace("}", "")), start, end + 1 - start, whole: true);
            return;
        }
    }

    private static bool IsApostrophe(Rune c) => c.Value is '\'' or '’';

    private static bool IsLetter(Rune c) => Letters.IsWord(c) && !Letters.IsMark(c) && !Letters.IsDigit(c) && !Letters.IsCjk(c);

    private static string Plain(string text) => text.Replace("'", "").Replace("’", "");
}
