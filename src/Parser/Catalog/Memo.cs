namespace Lectern.Catalog;

/// <summary>A function of a text that is asked for the same few texts many times, as tags and names are.</summary>
internal sealed class Memo<T>(Func<string, T> compute)
{
    private readonly Dictionary<string, T> _known = new(StringComparer.Ordinal);

    public T this[string text]
    {
        get
        {
            if (!_known.TryGetValue(text, out var value))
                _known[text] = value = compute(text);
            return value;
        }
    }
}
