namespace TorchSharp;

public static partial class torch
{
    public static Tensor rand_out(Tensor input, params long[] sizes) => input.rand_out(sizes);
    public static Tensor randint_out(Tensor input, long high, long[] sizes) => input.randint_out(high, sizes);

    public partial class Tensor
    {
        public Tensor empty(params long[] sizes) => Filled(this, RefillEmpty(sizes));
        [Aten("empty.out", "sizes, _, this")] private partial Tensor RefillEmpty(ReadOnlySpan<long> sizes);
        public Tensor ones(params long[] sizes) => Filled(this, RefillOnes(sizes));
        [Aten("ones.out", "sizes, this")] private partial Tensor RefillOnes(ReadOnlySpan<long> sizes);
        public Tensor zeros(params long[] sizes) => Filled(this, RefillZeros(sizes));
        [Aten("zeros.out", "sizes, this")] private partial Tensor RefillZeros(ReadOnlySpan<long> sizes);
        public Tensor rand_out(params long[] sizes) => Filled(this, RefillRand(sizes));
        [Aten("rand.out", "sizes, this")] private partial Tensor RefillRand(ReadOnlySpan<long> sizes);
        public Tensor randn_out(params long[] sizes) => Filled(this, RefillRandn(sizes));
        [Aten("randn.out", "sizes, this")] private partial Tensor RefillRandn(ReadOnlySpan<long> sizes);
        public Tensor full(long[] sizes, Scalar value) => Filled(this, RefillFull(sizes, value));
        public Tensor full(ReadOnlySpan<long> sizes, Scalar value) => Filled(this, RefillFull(sizes, value));
        [Aten("full.out", "sizes, value, this")] private partial Tensor RefillFull(ReadOnlySpan<long> sizes, Scalar value);
        public Tensor eye(long rows, long columns) => Filled(this, RefillEye(rows, columns));
        [Aten("eye.m_out", "rows, columns, this")] private partial Tensor RefillEye(long rows, long columns);
        public Tensor arange_out(Scalar start, Scalar stop, Scalar step) => Filled(this, RefillRange(start, stop, step));
        [Aten("arange.start_out", "start, stop, step, this")] private partial Tensor RefillRange(Scalar start, Scalar stop, Scalar step);
        public Tensor randint_out(long high, long[] sizes) => Filled(this, RefillIntegers(high, sizes));
        [Aten("randint.out", "high, sizes, this")] private partial Tensor RefillIntegers(long high, ReadOnlySpan<long> sizes);
    }
}
