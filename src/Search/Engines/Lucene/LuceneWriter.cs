using System.Runtime.InteropServices;

namespace Lectern.Search.Engines.Lucene;

internal sealed unsafe class LuceneWriter : IEngineWriter
{
    private const int BatchBytes = 1 << 20;
    private const byte WithNorms = 1;
    private const byte WithPositions = 2;

    private readonly WireSink _batch = new();
    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);
    private nint _writer;

    public LuceneWriter(string folder, bool create) =>
        Native.Check((message, capacity) => Native.OpenWriter(folder, create ? 1 : 0, out _writer, message, capacity));

    public void Add(EngineDocument document)
    {
        _batch.Number(1);
        _batch.Text("key");
        _batch.Text(document.Key);
        _batch.Number(document.Fields.Count + 1);
        _batch.Text(LuceneEngine.Number);
        _batch.Number(1.0);
        _batch.Byte(0);
        _batch.Number(1);
        _batch.Number(1);
        Term(document.Number.ToString());
        foreach (var field in document.Fields)
            Write(field);
        if (_batch.Length > BatchBytes)
            Flush();
    }

    public void Delete(int number)
    {
        Flush();
        Native.Check((message, capacity) => Native.Delete(_writer, LuceneEngine.Number, number.ToString(), message, capacity));
    }

    public void Finish()
    {
        Flush();
        Native.Check((message, capacity) => Native.Finish(_writer, message, capacity));
    }

    public void Dispose()
    {
        if (_writer != 0)
            Native.FreeWriter(_writer);
        _writer = 0;
    }

    private void Write(EngineField field)
    {
        _batch.Text(field.Field.Name);
        _batch.Number(field.Boost);
        _batch.Byte((byte)((field.Field.HasNorms ? WithNorms : 0) | (field.Field.HasPositions ? WithPositions : 0)));
        _batch.Number(field.Tokens.Count);
        var last = -1;
        foreach (var token in field.Tokens)
        {
            _batch.Number(token.Position - last);
            Term(token.Term);
            last = token.Position;
        }
    }

    /// <summary>A term is written out once, and then stands for the number it got.</summary>
    private void Term(string term)
    {
        var next = _terms.Count;
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_terms, term, out var known);
        if (known)
        {
            _batch.Number(number);
            return;
        }

        _batch.Number(number = next);
        _batch.Text(term);
    }

    private void Flush()
    {
        if (_batch.Length == 0)
            return;
        Native.Check((message, capacity) =>
        {
            fixed (byte* data = _batch.Written)
                return Native.Add(_writer, data, _batch.Length, message, capacity);
        });
        _batch.Clear();
    }
}
