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
        return match.Success ? new(match.Value.TrimEnd('.', ',', ';', ')').ToLowerInvariant()) : null;
    }

    public override string ToString() => Id;

    [GeneratedRegex(@"\b10\.\d{4,9}/[^\s""<>}]+")]
    private static partial Regex Pattern();
}
