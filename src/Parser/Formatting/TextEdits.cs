using System.Text;

namespace Lectern.Formatting;

/// <summary>Replacements of stretches of one text; of two that overlap the earlier one counts.</summary>
internal sealed class TextEdits(string text)
{
    private readonly List<(int Offset, int Length, string Replacement)> _edits = [];

    public void Replace(int offset, int length, string replacement)
    {
        if (length != replacement.Length || !text.AsSpan(offset, length).SequenceEqual(replacement))
            _edits.Add((offset, length, replacement));
    }

    public string Apply()
    {
        if (_edits.Count == 0)
            return text;
        _edits.Sort((a, b) => a.Offset != b.Offset ? a.Offset.CompareTo(b.Offset) : b.Length.CompareTo(a.Length));
        var result = new StringBuilder(text.Length);
        var at = 0;
        foreach (var (offset, length, replacement) in _edits)
        {
            if (offset < at)
                continue;
            result.Append(text, at, offset - at).Append(replacement);
            at = offset + length;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }
}
