using Lectern.Code;
using Lectern.Code.Source;
using Lectern.Model;
using Lectern.Site.Views;
using Markdig.Syntax;

namespace Lectern.Site.Implementations;

/// <summary>A piece of code with the file it is from.</summary>
internal sealed record Excerpt(CodeFile File, CodeRegion Region);

/// <summary>A stretch of the note, and the code that computes its formulas.</summary>
internal sealed record NoteRow(IReadOnlyList<Block> Prose, IReadOnlyList<Excerpt> Code);

/// <summary>Code for a formula of another paper's note, or for none.</summary>
internal sealed record LooseRow(NamedFormula? Formula, Excerpt Code);

/// <summary>
/// A note beside the code, joined by the names of formulas: a row begins at each section, and at each further formula of
/// a section that has code. Code whose formula stands elsewhere follows.
/// </summary>
internal sealed record SideBySide(IReadOnlyList<NoteRow> Rows, IReadOnlyList<LooseRow> Loose)
{
    private const int SectionLevel = 2;

    public static SideBySide Of(Implementation implementation, NoteFormulas formulas)
    {
        var code = implementation.Files.SelectMany(file => file.Regions, (file, region) => new Excerpt(file, region))
            .Select(excerpt => new LooseRow(formulas.Of(excerpt.File, excerpt.Region), excerpt)).ToList();
        return new(
            formulas.Own is { } note ? Beside(note, code.ToLookup(row => row.Formula?.Formula, row => row.Code)) : [],
            [.. code.Where(row => row.Formula is null || row.Formula.Note != formulas.Own)]);
    }

    private static List<NoteRow> Beside(Document note, ILookup<Formula?, Excerpt> code)
    {
        var rows = new List<(List<Block> Prose, List<Excerpt> Code)>();
        foreach (var block in Prose.WithoutTitle(note))
        {
            var own = note.Math.Where(m => block.Span.Start <= m.At.Offset && m.At.Offset <= block.Span.End).SelectMany(m => code[m]).ToList();
            if (rows.Count == 0 || block is HeadingBlock { Level: <= SectionLevel } || (own.Count > 0 && rows[^1].Code.Count > 0))
                rows.Add(([], []));
            rows[^1].Prose.Add(block);
            rows[^1].Code.AddRange(own);
        }

        return [.. rows.Select(row => new NoteRow(row.Prose, row.Code))];
    }
}
