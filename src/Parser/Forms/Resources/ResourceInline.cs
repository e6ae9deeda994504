using Markdig.Syntax.Inlines;

namespace Lectern.Forms.Resources;

/// <summary>F42, F43. <c>[title]{key=value; …}</c>; the pairs in order, as written and trimmed.</summary>
internal sealed class ResourceInline(string title, IReadOnlyList<KeyValuePair<string, string>> pairs) : LeafInline
{
    public string Title { get; } = title;

    public bool IsImage => Last("resource") == "image";

    public IReadOnlyList<KeyValuePair<string, string>> Pairs { get; } = pairs;

    /// <summary><c>[z-source]{title=…}</c> is called by its title: the label only marks the older form.</summary>
    public static ResourceInline Of(string label, IReadOnlyList<KeyValuePair<string, string>> pairs)
    {
        var resource = new ResourceInline(label, pairs);
        return label == "z-source" && resource.Last("title") is { Length: > 0 } title ? new(title, pairs) : resource;
    }

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
