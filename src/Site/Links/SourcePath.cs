namespace Lectern.Site.Links;

internal static class SourcePath
{
    /// <summary>The path that a relative one means when it is written in a file; null where it climbs out of the sources or is no path.</summary>
    public static string? Combine(string from, string relative)
    {
        if (relative.Length == 0 || relative.Contains(':') || relative.Contains('\\'))
            return null;
        var parts = relative.StartsWith('/') ? [] : new Stack<string>(from.Split('/')[..^1]);
        foreach (var part in relative.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "..")
            {
                if (!parts.TryPop(out _))
                    return null;
            }
            else if (part != ".")
            {
                parts.Push(part);
            }
        }

        return string.Join('/', parts.Reverse());
    }
}
