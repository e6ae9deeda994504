using Lectern.Catalog;
using Lectern.Model;

namespace Lectern.Search.Documents;

/// <summary>Where pages stand on the site: paths of files from its root. Documents without a page of their own give null.</summary>
public sealed record SearchPlaces(Func<Paper, string> Paper, Func<Document, string?> Document);
