using Lectern.Catalog;
using Lectern.Code;
using Lectern.Model;

namespace Lectern.Site.Implementations;

/// <summary>Where papers, notes, code and evidence do not find each other.</summary>
internal static class ImplementationFindings
{
    public static IEnumerable<Diagnostic> Of(KnowledgeBase knowledge, IReadOnlyList<Implementation> implementations)
    {
        var papers = knowledge.Papers.Select(paper => paper.Id).ToHashSet(StringComparer.Ordinal);
        return implementations.SelectMany(implementation =>
            Unfound(implementation, papers).Concat(Regions(implementation, new(knowledge, implementation))).Concat(Unread(implementation)));
    }

    private static IEnumerable<Diagnostic> Unfound(Implementation implementation, HashSet<string> papers)
    {
        if (!papers.Contains(implementation.Name))
        {
            var near = Closest.To(implementation.Name, papers, 1);
            yield return new(
                SiteCodes.ImplementationWithoutPaper, $"{ImplementationReader.Sources}/{implementation.TypeName}", new(1, 1, 0, 0),
                $"no list mentions a paper '{implementation.Name}'", "a folder named like the id of a paper, each word with a capital",
                near is [var id] ? TypeName.Of(id) : null);
        }
    }

    private static IEnumerable<Diagnostic> Regions(Implementation implementation, NoteFormulas formulas)
    {
        var computed = new HashSet<Formula>(ReferenceEqualityComparer.Instance);
        foreach (var file in implementation.Files)
        {
            foreach (var region in file.Regions)
            {
                if (formulas.Of(file, region) is { } formula)
                    computed.Add(formula.Formula);
                else
                    yield return new(
                        SiteCodes.RegionWithoutFormula, file.Path, new(region.Line, 1, region.Start, 0),
                        $"no note has a formula named '{region.Name}'",
                        "a region named like a formula of " + string.Join(" or ", formulas.Notes.Select(note => note.Path).DefaultIfEmpty($"notes/{implementation.Name}.md")),
                        $"$$ … $$ {{#{region.Name}}}");
            }
        }

        foreach (var formula in formulas.Own?.Math.Where(m => m is { Display: true, Anchor: not null } && !computed.Contains(m)) ?? [])
        {
            yield return new(
                SiteCodes.FormulaWithoutRegion, formulas.Own!.Path, formula.At, $"no region of {implementation.TypeName} computes '{formula.Anchor}'",
                Suggestion: $"#region {formula.Anchor}");
        }
    }

    private static IEnumerable<Diagnostic> Unread(Implementation implementation)
    {
        foreach (var (path, reason) in implementation.Unreadable)
            yield return new(SiteCodes.EvidenceUnreadable, path, new(1, 1, 0, 0), $"not a record of a run: {reason}", Suggestion: $"lectern run {implementation.Name}");
        foreach (var file in implementation.Files)
        {
            foreach (var error in file.Errors.Take(1))
                yield return new(SiteCodes.CodeUnreadable, file.Path, new(int.Parse(error.Split(':')[0]), 1, 0, 0), $"not C#: {error}");
        }
    }
}
