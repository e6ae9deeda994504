using System.Text.RegularExpressions;
using Lectern.Catalog;
using Lectern.Code;
using Lectern.Code.Source;
using Lectern.Model;

namespace Lectern.Site.Implementations;

/// <summary>A named formula and the note it stands in.</summary>
internal sealed record NamedFormula(Document Note, Formula Formula);

/// <summary>
/// Which formula a region of code computes. Looked for in the note of the paper the file is named after, then in the
/// note of the folder's paper, then in the notes the header of the file says to read it with.
/// </summary>
internal sealed partial class NoteFormulas
{
    private readonly Dictionary<CodeFile, List<Document>> _notes = new(ReferenceEqualityComparer.Instance);

    public NoteFormulas(KnowledgeBase knowledge, Implementation implementation)
    {
        var byPaper = knowledge.Papers.Where(paper => paper.Note is not null).ToDictionary(paper => paper.Id, paper => paper.Note!.Document, StringComparer.Ordinal);
        Own = byPaper.GetValueOrDefault(implementation.Name);
        foreach (var file in implementation.Files)
        {
            _notes[file] =
            [
                .. new[] { file.PaperId, implementation.Name }.Concat(NamedNote().Matches(file.Header).Select(name => name.Groups["id"].Value))
                    .Select(id => byPaper.GetValueOrDefault(id)).OfType<Document>().Distinct(),
            ];
        }
    }

    /// <summary>The note of the implementation's own paper.</summary>
    public Document? Own { get; }

    public IEnumerable<Document> Notes => _notes.Values.SelectMany(notes => notes).Distinct();

    public NamedFormula? Of(CodeFile file, CodeRegion region) =>
        _notes[file].SelectMany(note => note.Math.Where(m => m.Display && m.Anchor == region.Name).Select(m => new NamedFormula(note, m))).FirstOrDefault();

    [GeneratedRegex(@"\bnotes/(?<id>[a-z0-9-]+)\.md\b")]
    private static partial Regex NamedNote();
}
