using System.Text;
using Lectern.Code;
using Lectern.Code.Claims;
using Lectern.Code.Source;

namespace Lectern.Search.Documents;

/// <summary>An implementation to what is found of it: each region and each rest of a file under its place beside the note, each claim under its row.</summary>
internal static class ImplementationSections
{
    public static IReadOnlyList<SearchSection> Of(Implementation implementation) =>
        [.. implementation.Files.SelectMany(Of).Concat(implementation.Claims.Select(Of)).Where(section => !section.IsEmpty)];

    private static SearchSection Of(Claim claim) =>
        new(claim.Anchor, $"Claim {claim.Id}", string.Join(' ', new[] { claim.Text, claim.PaperValue }.Where(text => text.Length > 0)), "", []);

    private static IEnumerable<SearchSection> Of(CodeFile file)
    {
        var (rest, regions) = (new StringBuilder(), file.Regions.Select(_ => new StringBuilder()).ToList());
        for (var (start, end) = (0, 0); start < file.Text.Length; start = end + 1)
        {
            end = file.Text.IndexOf('\n', start) is > -1 and var found ? found : file.Text.Length;
            var line = file.Text.AsSpan(start, end - start);
            if (IsBound(line.TrimStart()))
                continue;
            var region = file.Regions.Index().LastOrDefault(r => r.Item.Start <= start && start < r.Item.End, (-1, null!)).Index;
            (region < 0 ? rest : regions[region]).Append(line.TrimEnd()).Append('\n');
        }

        return file.Regions.Zip(regions, (region, text) => Section(file.AnchorOf(region), $"{file.Name}: {region.Name}", text))
            .Prepend(Section(file.Anchor, file.Name, rest));
    }

    private static bool IsBound(ReadOnlySpan<char> line) => line.StartsWith("#region") || line.StartsWith("#endregion");

    private static SearchSection Section(string anchor, string heading, StringBuilder code) => new(anchor, heading, "", code.ToString().Trim('\n'), []);
}
