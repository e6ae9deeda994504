using System.Text;

namespace Lectern.Search.Documents;

/// <summary>A source file to its named regions and the rest of it.</summary>
internal static class CodeRegions
{
    private const string Open = "#region ";
    private const string Close = "#endregion";

    public static IEnumerable<SearchSection> Of(SourceCode file)
    {
        var rest = new StringBuilder();
        var regions = new List<(string Name, StringBuilder Text)>();
        var open = new Stack<int>();
        foreach (var line in file.Text.Split('\n'))
        {
            var text = line.Trim();
            if (text.StartsWith(Open, StringComparison.Ordinal))
            {
                open.Push(regions.Count);
                regions.Add((text[Open.Length..].Trim(), new()));
            }
            else if (text.StartsWith(Close, StringComparison.Ordinal))
                open.TryPop(out _);
            else
                (open.TryPeek(out var inner) ? regions[inner].Text : rest).Append(line.TrimEnd()).Append('\n');
        }

        return regions.Select(r => (Heading: $"{file.Name}: {r.Name}", r.Text)).Prepend((file.Name, rest))
            .Select(s => new SearchSection("", s.Item1, "", s.Item2.ToString().Trim('\n'), []))
            .Where(s => !s.IsEmpty);
    }
}
