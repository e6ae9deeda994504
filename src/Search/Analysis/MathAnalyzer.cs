using System.Text;

namespace Lectern.Search.Analysis;

/// <summary>
/// TeX to tokens: commands, names, numbers and signs, each at a place of its own, without what only changes the look.
/// A name with a simple subscript is a token too: <c>d_{model}</c> is <c>d_model</c>, <c>d</c> and <c>model</c>.
/// </summary>
internal sealed class MathAnalyzer
{
    private const string Signs = "+-*/=<>|^()[]";

    private readonly string _text;
    private readonly Tokens _tokens;
    private int _at;

    private MathAnalyzer(string text, Tokens tokens) => (_text, _tokens) = (text, tokens);

    public static void Analyze(string text, Tokens tokens) => new MathAnalyzer(text, tokens).Run();

    private void Run()
    {
        while (_at < _text.Length)
        {
            var c = Rune.TryGetRuneAt(_text, _at, out var rune) ? rune : Rune.ReplacementChar;
            if (c.Value == '\\')
                Command();
            else if (char.IsAsciiDigit(_text[_at]))
                Number();
            else if (Letters.IsWord(c) && !Letters.IsMark(c))
                Name();
            else
            {
                if (Letters.IsSymbol(c) || (c.IsAscii && Signs.Contains((char)c.Value)))
                    Sign(c.ToString());
                _at += c.Utf16SequenceLength;
            }
        }
    }

    private void Sign(string sign)
    {
        _tokens.Add(sign, _at, sign.Length);
        if (Symbols.Command(sign) is { } command)
            _tokens.AddCommand(command, _at, sign.Length);
        _tokens.Advance();
    }

    private void Command()
    {
        var start = _at++;
        while (_at < _text.Length && char.IsAsciiLetter(_text[_at]))
            _at++;
        if (_at == start + 1)
        {
            _at = Math.Min(_text.Length, _at + 1);
            return;
        }

        var name = _text[(start + 1).._at];
        if (Symbols.IsPresentation(name))
            return;
        name = Symbols.Canonical(Letters.Fold(name));
        _tokens.AddCommand(name, start, _at - start);
        _tokens.Advance();
    }

    private void Number()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsAsciiDigit(_text[_at]) || (_text[_at] == '.' && _at + 1 < _text.Length && char.IsAsciiDigit(_text[_at + 1]))))
            _at++;
        _tokens.Add(_text[start.._at], start, _at - start);
        _tokens.Advance();
    }

    private void Name()
    {
        var start = _at;
        while (_at < _text.Length && Rune.TryGetRuneAt(_text, _at, out var c) && Letters.IsWord(c) && !Letters.IsDigit(c))
            _at += c.Utf16SequenceLength;
        if (_at == start)
            _at += Rune.TryGetRuneAt(_text, _at, out var c) ? c.Utf16SequenceLength : 1;
        var name = Letters.Fold(_text[start.._at]);
        if (Subscript() is { } subscript)
            _tokens.Add($"{name}_{Letters.Fold(subscript)}", start, _at - start, whole: true);
        _tokens.Add(name, start, _at - start);
        if (Symbols.Command(name) is { } command)
            _tokens.AddCommand(command, start, _at - start);
        _tokens.Advance();
    }

    /// <summary>The letters and digits of the subscript that begins here; null where there is none or it says more.</summary>
    private string? Subscript()
    {
        var at = _at;
        if (at >= _text.Length || _text[at++] != '_')
            return null;
        var braced = at < _text.Length && _text[at] == '{';
        var start = braced ? ++at : at;
        while (at < _text.Length && char.IsAsciiLetterOrDigit(_text[at]) && (braced || at == start || char.IsAsciiLetterOrDigit(_text[at - 1])))
            at++;
        return at == start || (braced && (at >= _text.Length || _text[at] != '}')) ? null : _text[start..at];
    }
}
