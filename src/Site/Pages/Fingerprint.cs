using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Lectern.Model;

namespace Lectern.Site.Pages;

/// <summary>What a page was made from, in 16 bytes: equal fingerprints mean equal pages.</summary>
public readonly record struct Fingerprint(UInt128 Value)
{
    private static readonly ConditionalWeakTable<Document, StrongBox<Fingerprint>> Documents = [];

    /// <summary>Of the text and path of a document, computed once per document.</summary>
    public static Fingerprint Of(Document document) => Documents.GetValue(document, static d =>
        new(Of([Of(d.Path), Of(d.Source.Text)]))).Value;

    public static Fingerprint Of(ReadOnlySpan<Fingerprint> parts) => Of(MemoryMarshal.AsBytes(parts));

    public static Fingerprint Of(string text) => Of(MemoryMarshal.AsBytes(text.AsSpan()));

    public static Fingerprint Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return new(MemoryMarshal.Read<UInt128>(hash));
    }
}

/// <summary>Collects facts in order; each is delimited, so that no two sequences look alike.</summary>
internal sealed class Facts
{
    [ThreadStatic]
    private static Facts? t_shared;

    private readonly ArrayBufferWriter<byte> _bytes = new(4096);

    /// <summary>One collection at a time per thread: finish it with <see cref="Done"/> before the next.</summary>
    public static Facts Start()
    {
        var facts = t_shared ??= new();
        facts._bytes.ResetWrittenCount();
        return facts;
    }

    public Facts Add(string? text)
    {
        Add(text?.Length ?? -1);
        _bytes.Write(MemoryMarshal.AsBytes(text.AsSpan()));
        return this;
    }

    public Facts Add(IReadOnlyList<string> texts)
    {
        Add(texts.Count);
        foreach (var text in texts)
            Add(text);
        return this;
    }

    public Facts Add(int? number)
    {
        Add(number.HasValue ? 1 : 0);
        return Add(number ?? 0);
    }

    public Facts Add(int number)
    {
        MemoryMarshal.Write(_bytes.GetSpan(sizeof(int)), number);
        _bytes.Advance(sizeof(int));
        return this;
    }

    public Facts Add(bool flag) => Add(flag ? 1 : 0);

    public Facts Add(Fingerprint part)
    {
        MemoryMarshal.Write(_bytes.GetSpan(16), part.Value);
        _bytes.Advance(16);
        return this;
    }

    public Fingerprint Done() => Fingerprint.Of(_bytes.WrittenSpan);
}
