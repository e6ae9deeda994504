using System.Security.Cryptography;

namespace Lectern.Site;

/// <summary>One file of the site. Its path is relative, with forward slashes.</summary>
public sealed class SiteFile(string path, ReadOnlyMemory<byte> content)
{
    private string? _hash;

    public string Path => path;

    public ReadOnlyMemory<byte> Content => content;

    /// <summary>Of the content, computed when first asked for.</summary>
    public string Hash => _hash ??= Convert.ToHexStringLower(SHA256.HashData(content.Span).AsSpan(0, 12));
}
