using System.Text.RegularExpressions;

namespace Lectern.Identifiers;

/// <summary>A digital object identifier in lower case, which is how two of them are compared.</summary>
public sealed partial record Doi(string Id)
{
    public string Url => $"https://doi.org/{Id}";

    public static Doi? Find(string? reference)
    {
        if (reference is null || !reference.Contains("10.", StringComparison.Ordinal))
            return null;
        var match = Pattern().Match(reference);
        return match.Success ? new(WithoutPunctuation(match.ValueSpan).ToString().ToLowerInvariant()) : null;
    }

    /// <summary>A parenthesis that the identifier opens is its own.</summary>
    private static ReadOnlySpan<char> WithoutPunctuation(ReadOnlySpan<char> id)
    {
        var surplus = id.Count(')') - id.Count('(');
        while (id[^1] is '.' or ',' or ';' || (id[^1] == ')' && surplus-- > 0))
            id = id[..^1];
        return id;
    }

    public override string ToString() => Id;

    [GeneratedRegex(@"\b10\.\d{4,9}/[^\s""<>}]+")]
    private static partial Regex Pattern();
}
