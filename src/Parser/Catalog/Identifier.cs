using Lectern.Identifiers;
using Lectern.Model;

namespace Lectern.Catalog;

internal enum IdentifierKind
{
    Arxiv,
    Doi,
    Video,
    Address,
    File,
}

/// <summary>What makes two entries the same work whatever their titles say.</summary>
internal readonly record struct Identifier(IdentifierKind Kind, string Value)
{
    /// <summary>Two values of such a kind in one work contradict each other; a page may have any number of addresses.</summary>
    public bool IsExclusive => Kind is IdentifierKind.Arxiv or IdentifierKind.Doi;

    public override string ToString() => Kind switch
    {
        IdentifierKind.Arxiv => $"arXiv identifier {Value}",
        IdentifierKind.Doi => $"DOI {Value}",
        IdentifierKind.Video => $"video {Value}",
        IdentifierKind.Address => $"address {Value}",
        _ => $"file {Value}",
    };

    /// <summary>
    /// From the reference, and where that is missing or leads to code, from the one link to the text. A damaged link is
    /// no identity: what it was meant to be is a guess.
    /// </summary>
    public static List<Identifier> Of(Entry entry)
    {
        var found = new List<Identifier>(2);
        if (entry.Arxiv is { } arxiv && !IsGuess(entry, arxiv))
            found.Add(new(IdentifierKind.Arxiv, arxiv.Id));
        if (entry.Doi is { } doi)
            AddDoi(found, doi);
        if (entry.Reference is { Length: > 0 } reference && (entry.Arxiv is null || !reference.Contains(entry.Arxiv.Id, StringComparison.OrdinalIgnoreCase)))
            AddReference(found, entry.ReferenceKind, reference);
        if (entry.Reference is null or "" || Address.IsCode(entry.Reference))
        {
            var texts = entry.Related.Where(l => !l.Malformed && RelatedLinks.IsText(l)).ToList();
            if (texts.Count == 1)
                AddReference(found, ReferenceKind.Http, texts[0].Target);
        }

        return [.. found.Distinct()];
    }

    private static bool IsGuess(Entry entry, ArxivId arxiv) =>
        entry.Related.Any(l => l.Malformed && ArxivId.Find(l.Target)?.Id == arxiv.Id) && ArxivId.Find(entry.Reference)?.Id != arxiv.Id;

    private static void AddReference(List<Identifier> found, ReferenceKind kind, string reference)
    {
        if (ArxivId.Find(reference) is { } arxiv)
            found.Add(new(IdentifierKind.Arxiv, arxiv.Id));
        else if (Doi.Find(reference) is { } doi)
            AddDoi(found, doi);
        else if (Address.Video(reference) is { } video)
            found.Add(new(IdentifierKind.Video, video));
        else if (kind == ReferenceKind.Local)
            found.Add(new(IdentifierKind.File, reference.Replace('\\', '/')));
        else if (Address.IsHttp(reference) && !Address.IsCode(reference))
            found.Add(new(IdentifierKind.Address, Address.Normalize(reference)));
    }

    private static void AddDoi(List<Identifier> found, Doi doi)
    {
        if (ArxivId.Find(doi.Id) is { } arxiv && doi.Id.StartsWith("10.48550/", StringComparison.Ordinal))
            found.Add(new(IdentifierKind.Arxiv, arxiv.Id));
        else
            found.Add(new(IdentifierKind.Doi, doi.Id));
    }
}
