using System.Runtime.InteropServices;
using System.Text;
using Lectern.Search.Queries;

namespace Lectern.Search.Engines.Lucene;

internal sealed unsafe class LuceneReader : IEngineReader
{
    private const int MostKnown = 1 << 16;

    private readonly System.Collections.Concurrent.ConcurrentDictionary<(string Field, string Term), int> _frequencies = new();
    private readonly nint _reader;
    private readonly int[] _numbers;
    private bool _closed;

    public LuceneReader(string folder)
    {
        var (reader, count) = ((nint)0, 0);
        Native.Check((message, capacity) => Native.OpenReader(folder, out reader, out count, message, capacity));
        (_reader, _numbers) = (reader, new int[count]);
        Native.Check((message, capacity) =>
        {
            fixed (int* numbers = _numbers)
                return Native.Numbers(_reader, LuceneEngine.Number, numbers, message, capacity);
        });
    }

    public int DocumentCount => _numbers.Length;

    public EngineHits Search(QueryNode query, TimeSpan limit)
    {
        var record = QueryWire.Write(query);
        var source = new WireSource(Ask((out byte* data, out long length, byte* message, int capacity) =>
        {
            fixed (byte* bytes = record.Written)
                return Native.Search(_reader, bytes, record.Length, (int)limit.TotalMilliseconds, out data, out length, message, capacity);
        }));
        var (count, complete) = (source.Number(), source.Number() == 1);
        var numbers = MemoryMarshal.Cast<byte, int>(source.Bytes(count * sizeof(int))).ToArray();
        for (var i = 0; i < count; i++)
            numbers[i] = _numbers[numbers[i]];
        return new(numbers, MemoryMarshal.Cast<byte, double>(source.Bytes(count * sizeof(double))).ToArray(), complete);
    }

    public string Explain(QueryNode query, int number)
    {
        var record = QueryWire.Write(query);
        var document = Array.IndexOf(_numbers, number);
        return Encoding.UTF8.GetString(Ask((out byte* data, out long length, byte* message, int capacity) =>
        {
            fixed (byte* bytes = record.Written)
                return Native.Explain(_reader, bytes, record.Length, document, out data, out length, message, capacity);
        }));
    }

    public IReadOnlyList<TermCount> Terms(string field, string prefix, int limit)
    {
        var source = new WireSource(Ask((out byte* data, out long length, byte* message, int capacity) =>
            Native.Terms(_reader, field, prefix, limit, out data, out length, message, capacity)));
        var terms = new List<TermCount>();
        while (!source.IsEmpty)
            terms.Add(new(source.Text(), source.Number()));
        return terms;
    }

    public int DocumentFrequency(string field, string term)
    {
        if (_frequencies.TryGetValue((field, term), out var known))
            return known;
        var count = 0;
        Native.Check((message, capacity) => Native.Frequency(_reader, field, term, out count, message, capacity));
        if (_frequencies.Count < MostKnown)
            _frequencies.TryAdd((field, term), count);
        return count;
    }

    public FieldPostings Postings(string field)
    {
        var source = new WireSource(Ask((out byte* data, out long length, byte* message, int capacity) =>
            Native.Postings(_reader, field, out data, out length, message, capacity)));
        var norms = new Dictionary<int, byte>();
        var withNorms = source.Number();
        for (var i = 0; i < withNorms; i++)
            norms[_numbers[i]] = source.Bytes(1)[0];
        var terms = new List<TermPostings>();
        while (!source.IsEmpty)
        {
            var term = source.Text();
            var postings = new Posting[source.Number()];
            for (var i = 0; i < postings.Length; i++)
            {
                var number = _numbers[source.Number()];
                postings[i] = new(number, MemoryMarshal.Cast<byte, int>(source.Bytes(source.Number() * sizeof(int))).ToArray());
            }

            terms.Add(new(term, postings));
        }

        return new(norms, terms);
    }

    public void Dispose()
    {
        if (!_closed)
            Native.FreeReader(_reader);
        _closed = true;
    }

    private delegate int Question(out byte* data, out long length, byte* message, int capacity);

    private static byte[] Ask(Question question)
    {
        var (copied, size) = ((nint)0, 0L);
        Native.Check((message, capacity) =>
        {
            var code = question(out var data, out size, message, capacity);
            copied = (nint)data;
            return code;
        });
        return Native.Take((byte*)copied, size);
    }
}
