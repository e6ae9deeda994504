namespace Lectern.Catalog;

/// <summary>The entries found so far to be one work.</summary>
internal sealed class Work(Occurrence first)
{
    public List<Occurrence> Occurrences { get; } = [first];

    public HashSet<Identifier> Identifiers { get; } = [.. first.Identifiers];

    public HashSet<string> Titles { get; } = [.. first.Titles];

    public HashSet<string> Shorts { get; } = first.Short is { } name ? [name] : [];

    public HashSet<LexiconWork> Known { get; } = first.Known is { } known ? [known] : [];

    /// <summary>Set when this work turned out to be another one.</summary>
    public Work? MergedInto { get; private set; }

    public Work Root
    {
        get
        {
            var root = this;
            while (root.MergedInto is { } next)
                root = next;
            if (root != this)
                MergedInto = root;
            return root;
        }
    }

    public void Absorb(Work other)
    {
        Occurrences.AddRange(other.Occurrences);
        Identifiers.UnionWith(other.Identifiers);
        Titles.UnionWith(other.Titles);
        Shorts.UnionWith(other.Shorts);
        Known.UnionWith(other.Known);
        other.MergedInto = this;
    }

    /// <summary>An identifier of each that cannot both belong to one work; null where nothing contradicts.</summary>
    public (Identifier Here, Identifier There)? Contradiction(IReadOnlyCollection<Identifier> other)
    {
        foreach (var there in other)
        {
            if (!there.IsExclusive || First(there.Kind) is not { } here || SharesAny(there.Kind, other))
                continue;
            return (here, there);
        }

        return null;
    }

    private Identifier? First(IdentifierKind kind)
    {
        foreach (var id in Identifiers)
        {
            if (id.Kind == kind)
                return id;
        }

        return null;
    }

    private bool SharesAny(IdentifierKind kind, IReadOnlyCollection<Identifier> other)
    {
        foreach (var id in other)
        {
            if (id.Kind == kind && Identifiers.Contains(id))
                return true;
        }

        return false;
    }

    public bool SharesShortName(Work other) => Shorts.Count == 0 || other.Shorts.Count == 0 || Shorts.Overlaps(other.Shorts);
}
