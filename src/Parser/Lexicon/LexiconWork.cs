using Lectern.Identifiers;

namespace Lectern.Catalog;

/// <summary>A work that lists name without saying more.</summary>
/// <param name="ShortName">As the field calls it; for showing and for the identifier of its page.</param>
/// <param name="Names">Every spelling that is recognised: the title, the short name where it is no common word, the aliases.</param>
public sealed record LexiconWork(string Title, string? ShortName, IReadOnlyList<string> Names, ArxivId? Arxiv);
