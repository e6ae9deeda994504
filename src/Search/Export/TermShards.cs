using Lectern.Search.Engines;

namespace Lectern.Search.Export;

/// <summary>The dictionary in the order of its terms, cut into shards; short lists of documents stand in it, long ones in files of their own.</summary>
internal sealed class TermShards
{
    private const int ShardBytes = 16_000;
    private const int LongestInline = 2_000;

    private readonly ExportNumbers _numbers;
    private readonly List<ExportFile> _files = [];
    private readonly List<string> _firsts = [];
    private ShardBytes _shard = new();
    private string _last = "";
    private int _long;

    public TermShards(IEngineReader reader, ExportNumbers numbers)
    {
        _numbers = numbers;
        var entries = new List<(string Term, int Field, IReadOnlyDictionary<int, byte> Norms, IReadOnlyList<Posting> Postings)>();
        for (var field = 0; field < Field.All.Count; field++)
        {
            var postings = reader.Postings(Field.All[field].Name);
            foreach (var (term, documents) in postings.Terms)
                entries.Add((term, field, postings.Norms, documents));
        }

        entries.Sort((a, b) => string.CompareOrdinal(a.Term, b.Term) is var order and not 0 ? order : a.Field - b.Field);
        for (var i = 0; i < entries.Count;)
        {
            var end = i;
            while (end < entries.Count && entries[end].Term == entries[i].Term)
                end++;
            Head(entries[i].Term, end - i);
            for (; i < end; i++)
                Add(Field.All[entries[i].Field], entries[i].Field, entries[i].Norms, entries[i].Postings);
        }

        Close();
    }

    public IReadOnlyList<ExportFile> Files => _files;

    public IReadOnlyList<string> Firsts => _firsts;

    private void Head(string term, int fields)
    {
        if (_shard.Length > ShardBytes)
            Close();
        if (_shard.Length == 0)
        {
            _firsts.Add(term);
            _last = "";
        }

        var shared = 0;
        while (shared < Math.Min(_last.Length, term.Length) && _last[shared] == term[shared])
            shared++;
        // A pair of surrogates stays together.
        if (shared > 0 && char.IsHighSurrogate(term[shared - 1]))
            shared--;
        _shard.Number(shared);
        _shard.Text(term[shared..]);
        _shard.Number(fields);
        _last = term;
    }

    private void Add(Field field, int number, IReadOnlyDictionary<int, byte> norms, IReadOnlyList<Posting> postings)
    {
        var (documents, positions) = (new ShardBytes(), new ShardBytes());
        var last = 0;
        foreach (var posting in postings.Select(p => (Number: _numbers.Of(p.Number), Engine: p)).OrderBy(p => p.Number))
        {
            var places = posting.Engine.Positions;
            documents.Number(2 * (posting.Number - last) + (places.Length == 1 ? 1 : 0));
            if (places.Length > 1)
                documents.Number(places.Length);
            if (field.HasNorms)
                documents.Byte(norms[posting.Engine.Number]);
            last = posting.Number;
            if (field.HasPositions)
                positions.Ascending(places);
        }

        _shard.Number(number);
        _shard.Number(postings.Count);
        if (documents.Length + positions.Length > LongestInline)
        {
            _shard.Number(2 * _long + 1);
            _files.Add(ExportFile.Of($"postings/{_long}", documents));
            _files.Add(ExportFile.Of($"positions/{_long}", positions));
            _long++;
        }
        else
        {
            _shard.Number(2 * documents.Length);
            _shard.Append(documents);
            _shard.Number(positions.Length);
            _shard.Append(positions);
        }
    }

    private void Close()
    {
        if (_shard.Length == 0)
            return;
        _files.Add(ExportFile.Of($"terms/{_firsts.Count - 1}", _shard));
        _shard = new();
    }
}
