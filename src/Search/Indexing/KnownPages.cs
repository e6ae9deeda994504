namespace Lectern.Search.Indexing;

/// <summary>The pages of an index by the hash of all they say.</summary>
internal sealed class KnownPages
{
    private readonly Catalogue _catalogue;
    private readonly Dictionary<string, int[]> _byHash = new(StringComparer.Ordinal);

    public KnownPages(Catalogue catalogue)
    {
        _catalogue = catalogue;
        foreach (var page in catalogue.Pages)
            _byHash[Convert.ToHexString(page.Hash)] = page.Numbers;
    }

    /// <summary>The documents of a page that says the same; null where there is none.</summary>
    public int[]? Numbers(byte[] hash) => _byHash.GetValueOrDefault(Convert.ToHexString(hash));

    /// <summary>The documents of all other pages.</summary>
    public IEnumerable<int> Others(IEnumerable<int[]?> kept)
    {
        var keep = kept.OfType<int[]>().ToHashSet();
        return _catalogue.Pages.Where(p => !keep.Contains(p.Numbers)).SelectMany(p => p.Numbers);
    }

    /// <summary>How many pages have an id that is not among these.</summary>
    public int Missing(IEnumerable<string> ids)
    {
        var now = ids.ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(0, _catalogue.Pages.Count).Count(i => !now.Contains(_catalogue.Facts(i).Id));
    }
}
