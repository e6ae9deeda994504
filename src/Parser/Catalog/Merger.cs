using Lectern.Model;

namespace Lectern.Catalog;

/// <summary>
/// Entries to works: first by identifier, then by title, then by a title that is another's short name. Works with
/// contradicting identifiers stay apart whatever they are called.
/// </summary>
internal sealed class Merger
{
    /// <summary>No honest list gives one title to more works than this; beyond it a title says nothing.</summary>
    private const int MaxNamesakes = 16;

    private readonly List<Work> _works = [];
    private readonly Dictionary<Identifier, Work> _byIdentifier = [];
    private readonly Dictionary<string, List<Work>> _byTitle = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Work>> _byShort = new(StringComparer.Ordinal);
    private readonly Dictionary<LexiconWork, List<Work>> _byKnown = [];

    private readonly HashSet<Work> _namesakes = [];

    private Merger()
    {
    }

    /// <summary>Same title, different identifiers: kept apart, and worth one finding for each later work.</summary>
    public List<(Work First, Work Second, Identifier Here, Identifier There)> Namesakes { get; } = [];

    /// <param name="occurrences">In the order of documents and lines.</param>
    public static (List<Work> Works, Merger Merger) Merge(IReadOnlyList<Occurrence> occurrences)
    {
        var merger = new Merger();
        foreach (var occurrence in occurrences)
        {
            if (occurrence.MakesWork)
                merger.AddByIdentifier(occurrence);
        }

        merger.JoinByTitle();
        merger.JoinByShortName();
        foreach (var occurrence in occurrences)
        {
            if (!occurrence.MakesWork)
                merger.Mention(occurrence);
        }

        var works = merger._works.Where(w => w.MergedInto is null).ToList();
        foreach (var work in works)
            work.Occurrences.Sort((a, b) => a.Order.CompareTo(b.Order));
        return (works, merger);
    }

    private void AddByIdentifier(Occurrence occurrence)
    {
        var work = new Work(occurrence);
        foreach (var id in occurrence.Identifiers)
        {
            if (!_byIdentifier.TryGetValue(id, out var other) || (other = other.Root) == work.Root)
                continue;
            if (id.IsExclusive || other.Contradiction(work.Root.Identifiers) is null)
                Unite(other, work.Root);
        }

        if (work.MergedInto is null)
            _works.Add(work);
        foreach (var id in occurrence.Identifiers)
            _byIdentifier.TryAdd(id, work.Root);
    }

    private void JoinByTitle()
    {
        foreach (var work in Roots())
        {
            foreach (var title in work.Titles.ToList())
                Join(work.Root, Bucket(_byTitle, title), (a, b) => a.SharesShortName(b), isNamesake: true);
            foreach (var known in work.Known.ToList())
                Join(work.Root, Bucket(_byKnown, known), (_, _) => true, isNamesake: false);
        }
    }

    private void JoinByShortName()
    {
        foreach (var work in Roots())
        {
            foreach (var name in work.Shorts)
                Bucket(_byShort, name).Add(work);
        }

        foreach (var work in Roots())
        {
            foreach (var title in work.Root.Titles.ToList())
            {
                if (!_byShort.TryGetValue(title, out var named))
                    continue;
                var others = named.Select(w => w.Root).Distinct().Where(w => w != work.Root).Take(2).ToList();
                var root = work.Root;
                if (others.Count == 1 && (root.Shorts.Count == 0 || root.Shorts.Contains(title))
                    && root.Contradiction(others[0].Identifiers) is null)
                    Unite(root, others[0]);
            }
        }
    }

    private void Join(Work work, List<Work> bucket, Func<Work, Work, bool> fits, bool isNamesake)
    {
        foreach (var candidate in bucket)
        {
            var other = candidate.Root;
            if (other == work)
                return;
            if (!fits(other, work))
                continue;
            if (other.Contradiction(work.Identifiers) is not { } contradiction)
            {
                Unite(other, work);
                return;
            }

            if (isNamesake && _namesakes.Add(work))
                Namesakes.Add((other, work, contradiction.Here, contradiction.There));
        }

        if (bucket.Count < MaxNamesakes)
            bucket.Add(work);
    }

    /// <summary>The one that was met first keeps standing for both.</summary>
    private static void Unite(Work a, Work b)
    {
        if (a.Occurrences[0].Order <= b.Occurrences[0].Order)
            a.Absorb(b);
        else
            b.Absorb(a);
    }

    private void Mention(Occurrence occurrence)
    {
        var work = ByIdentifier(occurrence) ?? ByName(occurrence);
        if (work is null)
            return;
        work.Occurrences.Add(occurrence);
        work.Identifiers.UnionWith(occurrence.Identifiers);
    }

    private Work? ByIdentifier(Occurrence occurrence)
    {
        foreach (var id in occurrence.Identifiers)
        {
            if (_byIdentifier.TryGetValue(id, out var work))
                return work.Root;
        }

        return null;
    }

    private Work? ByName(Occurrence occurrence)
    {
        IEnumerable<Work> found = [];
        foreach (var title in occurrence.Titles)
        {
            found = found.Concat(_byTitle.GetValueOrDefault(title) ?? []).Concat(_byShort.GetValueOrDefault(title) ?? []);
        }

        if (occurrence.Known is { } known)
            found = found.Concat(_byKnown.GetValueOrDefault(known) ?? []);
        var works = found.Select(w => w.Root).Distinct().Where(w => w.Contradiction(occurrence.Identifiers) is null).ToList();
        if (works.Count > 1 && occurrence.Known is not null)
            works.RemoveAll(w => !w.Known.Contains(occurrence.Known));
        return works.Count == 1 ? works[0] : null;
    }

    private List<Work> Roots() => [.. _works.Where(w => w.MergedInto is null)];

    private static List<Work> Bucket<TKey>(Dictionary<TKey, List<Work>> buckets, TKey key)
        where TKey : notnull
    {
        if (!buckets.TryGetValue(key, out var bucket))
            buckets[key] = bucket = [];
        return bucket;
    }
}
