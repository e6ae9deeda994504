using Lectern.Search.Indexing;

namespace Lectern.Cli.Searching;

/// <summary>An index to search in.</summary>
/// <param name="Note">What its user should know: that it was made anew, or that it is not up to date, and why.</param>
internal sealed record OpenedIndex(SearchIndex Index, string? Note);
