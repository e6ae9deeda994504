using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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

    /// <summary>
    /// Two lanes over words of 8 bytes, each step <c>lane = fold((lane ⊕ word) · odd constant)</c> where fold adds the
    /// upper half of the 128-bit product to the lower, without carry. Quick, the same on every machine, not secret.
    /// </summary>
    public static Fingerprint Of(ReadOnlySpan<byte> bytes)
    {
        var (a, b) = ((ulong)bytes.Length ^ 0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93ul);
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
            (a, b) = (Fold(a ^ word, 0xA0761D6478BD642F), Fold(BitOperations.RotateLeft(b, 29) ^ word, 0xE7037ED1A0B428DB));
        Span<byte> rest = stackalloc byte[sizeof(ulong)];
        rest.Clear();
        bytes[(words.Length * sizeof(ulong))..].CopyTo(rest);
        var last = MemoryMarshal.Read<ulong>(rest);
        (a, b) = (Fold(a ^ last, 0x8EBC6AF09C88C6E3), Fold(BitOperations.RotateLeft(b, 29) ^ last, 0x589965CC75374CC3));
        return new(new UInt128(Fold(a ^ b, 0x9E3779B97F4A7C15), Fold(b ^ 0xD6E8FEB86659FD93, 0xA0761D6478BD642F)));
    }

    private static ulong Fold(ulong x, ulong y)
    {
        var high = Math.BigMul(x, y, out var low);
        return high ^ low;
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
