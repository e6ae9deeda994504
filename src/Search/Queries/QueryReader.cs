using System.Globalization;
using System.Text;

namespace Lectern.Search.Queries;

/// <summary>The leaves of a query: words, phrases, ranges, and the marks behind them.</summary>
internal sealed class QueryReader
{
    private const int MostEdits = 2;
    private const int MostSlop = 100;
    private const double MostBoost = 1000;

    private readonly string _text;
    private readonly QueryProblems _problems;

    public QueryReader(string text, QueryProblems problems)
    {
        (_text, _problems) = (text, problems);
        SkipSpace();
    }

    public int At { get; private set; }

    /// <summary>The character that is read next; '\0' at the end.</summary>
    public char Current => At < _text.Length ? _text[At] : '\0';

    public bool IsAtEnd => At >= _text.Length;

    public bool IsAtEndOfGroup => IsAtEnd || Current == ')';

    public bool IsAtGap => IsAtEndOfGroup || char.IsWhiteSpace(Current);

    public void Skip(int count)
    {
        SkipOnly(count);
        SkipSpace();
    }

    public void SkipOnly(int count) => At += count;

    public void SkipToEnd() => At = _text.Length;

    public void SkipSpace()
    {
        while (At < _text.Length && char.IsWhiteSpace(_text[At]))
            At++;
    }

    /// <summary>The operator that stands here as a word of its own, in capitals.</summary>
    public string? Operator()
    {
        foreach (var name in (string[])["AND", "OR", "NOT"])
        {
            var end = At + name.Length;
            if (string.CompareOrdinal(_text, At, name, 0, name.Length) == 0 && (end >= _text.Length || char.IsWhiteSpace(_text[end]) || _text[end] is '(' or ')' or '"'))
                return name;
        }

        return null;
    }

    /// <summary>The name before a colon; null for <c>https://</c>, <c>std::vector</c> and times of day.</summary>
    public (string Name, int Start)? Field()
    {
        var end = At;
        while (end < _text.Length && char.IsAsciiLetter(_text[end]))
            end++;
        return end > At && end < _text.Length && _text[end] == ':' && !(end + 1 < _text.Length && _text[end + 1] is '/' or ':')
            ? (_text[At..end], At)
            : null;
    }

    public Expression? Phrase(Field? field)
    {
        var start = At++;
        var text = new StringBuilder();
        for (; At < _text.Length && _text[At] != '"'; At++)
        {
            if (_text[At] == '\\' && At + 1 < _text.Length && _text[At + 1] is '"' or '\\')
                At++;
            text.Append(_text[At]);
        }

        var closed = !IsAtEnd;
        if (closed)
            At++;
        var slop = Current == '~' ? Number("~", "a phrase", 0, MostSlop, 0) : 0;
        var boost = Boost();
        var length = At - start;
        SkipSpace();
        if (string.IsNullOrWhiteSpace(text.ToString()))
        {
            _problems.Remove(SearchCodes.MissingValue, start, length, "a phrase needs words between its quotation marks");
            return null;
        }

        if (!closed)
            _problems.Append(SearchCodes.UnclosedQuote, start, 1, "this quotation mark is not closed", "\"");
        return new PhraseExpression(start, length, field, text.ToString(), slop, boost);
    }

    /// <summary><c>2017..2021</c>, <c>2017..</c>, <c>..2021</c>; null where something else stands here.</summary>
    public RangeExpression? Range()
    {
        var end = At;
        while (end < _text.Length && !char.IsWhiteSpace(_text[end]) && _text[end] is not (')' or '^'))
            end++;
        var value = _text[At..end];
        var dots = value.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0 || value.Length > 64)
            return null;
        var (first, last) = (value[..dots], value[(dots + 2)..].TrimStart('.'));
        var (from, to) = (Year(first), Year(last));
        var start = At;
        At = end;
        if ((first.Length > 0 && from is null) || (last.Length > 0 && to is null) || first.Length + last.Length == 0)
            _problems.Add(SearchCodes.BadValue, start, value.Length, $"'{value}' is no range of years", $"{_text[..start]}2017..2021{_text[end..]}");
        else if (from > to)
        {
            _problems.Replace(SearchCodes.BadValue, start, value.Length, $"the range {value} ends before it begins", $"{to}..{from}");
            (from, to) = (to, from);
        }

        var boost = Boost();
        SkipSpace();
        return new(start, end - start, Search.Field.Year, from, to, boost);
    }

    public Expression? Word(Field? field)
    {
        var start = At;
        var text = new StringBuilder();
        var wildcards = 0;
        while (!IsAtGap && Current != '"' && !(IsSuffix() && text.Length > 0))
        {
            if (Current == '(')
            {
                if (text.Length == 0 || !Call(text))
                    break;
                continue;
            }

            if (Current == '\\' && At + 1 < _text.Length && !char.IsAsciiLetter(_text[At + 1]) && !char.IsWhiteSpace(_text[At + 1]))
                At++;
            else if (Current is '*' or '?')
                wildcards++;
            if (!IsAtGap)
                text.Append(_text[At++]);
        }

        var word = text.ToString();
        var edits = Current == '~' ? Number("~", "a word", 1, MostEdits, 0) : -1;
        var caret = At;
        var boost = Boost();
        if (boost != 1 && word.Length == 1)
            _problems.Add(SearchCodes.BoostOfLetter, start, At - start, $"{_text[caret..At]} is read as a boost; put the formula into quotation marks", $"{_text[..start]}\"{_text[start..At]}\"{_text[At..]}");
        var length = Math.Max(1, At - start);
        if (word.Length == 0)
            At = Math.Min(_text.Length, Math.Max(At, start + 1));
        SkipSpace();
        return word.Length == 0 ? Nothing(start, length) : Checked(new(start, length, field, word, Form(word, wildcards, edits), Math.Max(0, edits), boost));
    }

    /// <summary><c>^2</c>; 1 where there is none.</summary>
    public double Boost()
    {
        if (Current != '^')
            return 1;
        var start = At++;
        while (At < _text.Length && (char.IsAsciiDigit(_text[At]) || _text[At] == '.'))
            At++;
        if (double.TryParse(_text.AsSpan(start + 1, At - start - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var boost) && boost is > 0 and <= MostBoost)
            return boost;
        while (!IsAtGap)
            At++;
        _problems.Remove(SearchCodes.BadValue, start, At - start, $"a boost is a number above 0 and up to {MostBoost}: ^2");
        return 1;
    }

    private static int? Year(string text) =>
        text.Length is > 0 and <= 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    /// <summary>A mark that ends a word: <c>~</c> with at most a number, <c>^</c> with a number, then a gap.</summary>
    private bool IsSuffix()
    {
        if (Current is not ('~' or '^'))
            return false;
        var end = At + 1;
        while (end < _text.Length && (char.IsAsciiDigit(_text[end]) || _text[end] == '.'))
            end++;
        return end >= _text.Length || char.IsWhiteSpace(_text[end]) || _text[end] is ')' or '^' or '~';
    }

    /// <summary>A parenthesis right behind a letter belongs to the word where it closes before a space: <c>O(N^2)</c>.</summary>
    private bool Call(StringBuilder text)
    {
        var depth = 0;
        for (var end = At; end < _text.Length && !char.IsWhiteSpace(_text[end]); end++)
        {
            depth += _text[end] == '(' ? 1 : _text[end] == ')' ? -1 : 0;
            if (depth > 0)
                continue;
            text.Append(_text, At, end + 1 - At);
            At = end + 1;
            return true;
        }

        return false;
    }

    private static WordForm Form(string word, int wildcards, int edits) => edits >= 0 ? WordForm.Fuzzy
        : wildcards == 0 ? WordForm.Plain
        : wildcards == 1 && word[^1] == '*' ? WordForm.Prefix
        : WordForm.Wildcard;

    private WordExpression? Nothing(int start, int length)
    {
        _problems.Remove(SearchCodes.MissingValue, start, length, $"'{_text.Substring(start, length)}' stands alone");
        return null;
    }

    private WordExpression? Checked(WordExpression word)
    {
        if (word.Text[0] is '*' or '?')
        {
            var rest = word.Text.TrimStart('*', '?');
            _problems.Replace(SearchCodes.LeadingWildcard, word.Start, word.Length, "a word cannot begin with a wildcard", rest.Length > 0 ? rest : "");
            return rest.Length > 0 ? word with { Text = rest, Form = Form(rest, rest.Count(c => c is '*' or '?'), -1) } : null;
        }

        IReadOnlyList<string>? values = word.Field == Search.Field.Has ? Documents.Having.All : word.Field == Search.Field.Verified ? ["yes", "no"] : null;
        if (values is not null && !values.Contains(word.Text.ToLowerInvariant()))
        {
            var near = Catalog.Closest.To(word.Text.ToLowerInvariant(), values, 1) is [var close] ? close : values[0];
            _problems.Replace(SearchCodes.BadValue, word.Start, word.Length, $"{word.Field}: takes {string.Join(", ", values)}", near);
            return null;
        }

        if (word.Field == Search.Field.Year && word.Form == WordForm.Plain && Year(word.Text) is null)
        {
            _problems.Add(SearchCodes.BadValue, word.Start, word.Length, $"'{word.Text}' is no year", $"{_text[..word.Start]}2017{_text[(word.Start + word.Length)..]}");
            return null;
        }

        return word;
    }

    /// <summary>The number behind a mark; <paramref name="otherwise"/> where there is none.</summary>
    private int Number(string mark, string what, int least, int most, int otherwise)
    {
        var start = At++;
        while (At < _text.Length && char.IsAsciiDigit(_text[At]))
            At++;
        if (At == start + 1)
            return otherwise;
        if (int.TryParse(_text.AsSpan(start + 1, At - start - 1), out var number) && number >= least && number <= most)
            return number;
        _problems.Replace(SearchCodes.BadValue, start, At - start, $"{mark} behind {what} takes {least} to {most}", $"{mark}{most}");
        return most;
    }
}
