namespace Lectern.Search.Tests.Support;

/// <summary>A norm in one byte: three bits of mantissa, five of exponent, zero exponent 15.</summary>
internal static class Norm
{
    private const int MantissaShift = 21;
    private const int Zero = 48 << 3;

    public static byte Encode(float value)
    {
        var bits = BitConverter.SingleToInt32Bits(value);
        var small = bits >> MantissaShift;
        if (small <= Zero)
            return bits <= 0 ? (byte)0 : (byte)1;
        return small >= Zero + 256 ? (byte)255 : (byte)(small - Zero);
    }

    public static double Decode(byte norm) => norm == 0 ? 0 : BitConverter.Int32BitsToSingle((norm << MantissaShift) + (48 << 24));
}
