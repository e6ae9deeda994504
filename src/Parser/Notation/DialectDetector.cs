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
        var inFence = false;
        foreach (var raw in text.EnumerateLines())
        {
            var line = raw.Trim();
            if (line.StartsWith("```"))
                inFence = !inFence;
            if (line.IsEmpty || inFence)
                continue;
            lines++;
            if (line.StartsWith("[z:") || line.StartsWith("@@"))
                return Dialect.Zortex;
            if (line.StartsWith("???") || (line.StartsWith("!!!") && line.Contains(' ')))
                admonitions++;
            else if (line.Contains("]{", StringComparison.Ordinal) || line.StartsWith("- #") || line.Contains(" := ", StringComparison.Ordinal))
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
}
