// Several small integers in one byte: two of four bits, four of two, eight of one, and five of three values (3⁵ = 243 ≤ 256).

namespace Lectern.Implementations.Qlora;

public static class Packing
{
    /// <summary>The integers 0 … 2^bits − 1 of a flat tensor, end to end; the last byte is filled with zeros.</summary>
    public static Tensor Pack(Tensor codes, int bits) => PackBase(codes, 1 << bits, PerByte(bits));

    public static Tensor Unpack(Tensor packed, int bits, long count) => UnpackBase(packed, 1 << bits, PerByte(bits), count);

    /// <summary>−1, 0 and 1, five to a byte: 1.6 bits each, where log₂ 3 = 1.585 would be the least.</summary>
    public static Tensor PackTernary(Tensor trits)
    {
        using var codes = trits + 1;
        return PackBase(codes, 3, 5);
    }

    public static Tensor UnpackTernary(Tensor packed, long count)
    {
        using var codes = UnpackBase(packed, 3, 5, count);
        return codes.to(int8) - 1;
    }

    // byte = Σ_i code_i · base^i: digits of a number, the first the lowest.
    private static Tensor PackBase(Tensor codes, int @base, int perByte)
    {
        using var scope = NewDisposeScope();
        var digits = functional.pad(codes.to(int64), [0, (perByte - codes.numel() % perByte) % perByte]).reshape(-1, perByte);
        return (digits * Weights(@base, perByte, codes.device)).sum(-1).to(uint8).MoveToOuterDisposeScope();
    }

    private static Tensor UnpackBase(Tensor packed, int @base, int perByte, long count)
    {
        using var scope = NewDisposeScope();
        var digits = packed.to(int64).unsqueeze(1).div(Weights(@base, perByte, packed.device), RoundingMode.floor) % @base;
        return digits.flatten()[TensorIndex.Slice(stop: count)].to(uint8).MoveToOuterDisposeScope();
    }

    private static Tensor Weights(int @base, int perByte, Device device) =>
        tensor(Enumerable.Range(0, perByte).Select(i => (long)Math.Pow(@base, i)).ToArray(), device: device);

    private static int PerByte(int bits) => bits is 1 or 2 or 4 or 8
        ? 8 / bits
        : throw new ArgumentException($"{bits} bits do not divide a byte; 1, 2, 4 and 8 do.", nameof(bits));
}
