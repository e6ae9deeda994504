using Lectern.Model;

namespace Lectern.Notation;

/// <summary>
/// One look at the lines of a file. A form that only one dialect has decides; without headings, a file of nothing but
/// bullets is <see cref="Dialect.Bullets"/>, and one with bullets between bare lines is <see cref="Dialect.Slides"/>.
/// </summary>
internal static class DialectDetector
{
    public static Dialect Detect(ReadOnlySpan<char> text)
    {
        var (lines, bullets, headings, notation, admonitions) = (0, 0, 0, 0, 0);
        var (inFence, inMath) = (false, false);
        foreach (var raw in text.EnumerateLines())
        {
            var line = raw.Trim();
            if (line.StartsWith("```"))
                inFence = !inFence;
            inMath = !line.IsEmpty && inMath != (line.Contains('$') && line.Count("$$") % 2 == 1);
            if (line.IsEmpty || inFence || inMath)
                continue;
            lines++;
            if (line.StartsWith("[z:") || line.StartsWith("@@"))
                return Dialect.Zortex;
            if (line.StartsWith("???") || (line.StartsWith("!!!") && line.Contains(' ')))
                admonitions++;
            else if (IsNotation(line))
                notation++;
            if (line.StartsWith("- ") || line is "-" || line.StartsWith("* "))
                bullets++;
            else if (line.StartsWith("# ") || line.StartsWith("## ") || line.StartsWith("### "))
                headings++;
        }

        if (notation > 0)
            return Dialect.Zortex;
        if (admonitions > 0)
            return Dialect.MkDocs;
        if (headings > 0 || lines < 3)
            return Dialect.Gfm;
        return bullets * 10 >= lines * 9 ? Dialect.Bullets : bullets > 0 ? Dialect.Slides : Dialect.Gfm;
    }

    /// <summary>A resource, a tagged item or a definition; formulas and code hold the same signs.</summary>
    private static bool IsNotation(ReadOnlySpan<char> line)
    {
        var opaque = line.IndexOfAny('$', '`');
        if (opaque >= 0)
            line = line[..opaque];
        return line.Contains("]{", StringComparison.Ordinal) || line.Contains(" := ", StringComparison.Ordinal) || IsTaggedItem(line);
    }

    private static bool IsTaggedItem(ReadOnlySpan<char> line)
    {
        if (!line.StartsWith("- #"))
            return false;
        var end = line[2..].IndexOf(' ');
        var group = end < 0 ? line[2..] : line[2..(2 + end)];
        return group.Length > 2 && group[^1] == '#';
    }
}
