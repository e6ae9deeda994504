using Markdig.Syntax.Inlines;

namespace Lectern.Forms.Resources;

/// <summary>F42, F43. <c>[title]{key=value; …}</c>; the pairs in order, as written and trimmed.</summary>
internal sealed class ResourceInline(string title, IReadOnlyList<KeyValuePair<string, string>> pairs) : LeafInline
{
    public string Title { get; } = title;

    public IReadOnlyList<KeyValuePair<string, string>> Pairs { get; } = pairs;

    /// <summary>The last value of a key; null where it does not occur.</summary>
    public string? Last(string key)
    {
        for (var i = Pairs.Count - 1; i >= 0; i--)
        {
            if (Pairs[i].Key == key)
                return Pairs[i].Value;
        }

        return null;
    }
}
