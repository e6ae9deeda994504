using System.Runtime.InteropServices;
using Lectern.Torch.Tests.Support;

namespace Lectern.Torch.Tests.Operators;

/// <summary>What goes wrong is a typed exception with libtorch's words, and the process computes on.</summary>
public sealed class ErrorTests
{
    private const int OutOfMemory = unchecked((int)0x8007000E);
    private const int OutOfRange = unchecked((int)0x80131508);
    private const int NotImplemented = unchecked((int)0x80004001);
    private const int Arithmetic = unchecked((int)0x80070216);
    private const int Failed = unchecked((int)0x80004005);

    public static TheoryData<string, int, string> Native => new()
    {
        { "product of shapes that do not match", Failed, "shapes cannot be multiplied" },
        { "sum of shapes that do not broadcast", Failed, "must match the size" },
        { "reshape to another number of elements", Failed, "is invalid for input of size 6" },
        { "einsum of sizes that differ", Failed, "does not broadcast" },
        { "negative size", Failed, "negative dimension" },
        { "product of int and float", Failed, "expected" },
        { "bitwise operation on floats", Failed, "not implemented for" },
        { "mask of floats", Failed, "expected BoolTensor" },
        { "two devices", Failed, "same device" },
        { "operator that a device lacks", NotImplemented, "Meta" },
        { "select beyond the end", OutOfRange, "out of range" },
        { "dimension beyond the last", OutOfRange, "Dimension out of range" },
        { "inverse of a singular matrix", Arithmetic, "singular" },
        { "cholesky of a negative matrix", Arithmetic, "positive-definite" },
        { "more memory than there is", OutOfMemory, "memory" },
        { "more memory than can be counted", Failed, "overflowed" },
        { "backward twice", Failed, "a second time" },
        { "gradient of what has none", Failed, "does not require grad" },
        { "gradient of a matrix", Failed, "scalar outputs" },
        { "gradient with respect to what was not used", Failed, "not have been used" },
        { "writing into a leaf that requires a gradient", Failed, "leaf Variable" },
        { "a device that this libtorch lacks", NotImplemented, "XLA" },
    };

    [Theory, MemberData(nameof(Native))]
    public void AFailureOfLibtorchKeepsItsKindAndItsWords(string what, int code, string words)
    {
        using var scope = NewDisposeScope();
        var wrong = Assert.Throws<ExternalException>(() => Fail(what));
        Assert.Contains(words, wrong.Message);
        Assert.Equal(code, wrong.ErrorCode);
        StillComputes();
    }

    [Fact]
    public void ADisposedTensorSaysSo()
    {
        using var scope = NewDisposeScope();
        var x = Ones(2, 3);
        x.Dispose();
        Assert.True(x.IsInvalid);
        Assert.Throws<ObjectDisposedException>(() => x.abs());
        Assert.Throws<ObjectDisposedException>(() => x.shape);
        Assert.Throws<ObjectDisposedException>(() => Ones(2, 3).add(x));
        Assert.Throws<ObjectDisposedException>(() => cat([Ones(2, 3), x]));
        Assert.Throws<ObjectDisposedException>(() => x.data<float>());
        x.Dispose();
        StillComputes();
    }

    [Fact]
    public void ANullTensorIsNamed()
    {
        using var scope = NewDisposeScope();
        Assert.Equal("other", Assert.Throws<ArgumentNullException>(() => Ones(2).add((Tensor)null!)).ParamName);
        Assert.Throws<ArgumentNullException>(() => abs(null!));
        StillComputes();
    }

    [Fact]
    public void ANullAmongTensorsIsAnError()
    {
        using var scope = NewDisposeScope();
        Assert.Throws<ArgumentNullException>(() => cat([Ones(2), null!]));
        StillComputes();
    }

    [Fact]
    public void ElementsOfAnotherTypeAreNotGiven()
    {
        using var scope = NewDisposeScope();
        var wrong = Assert.Throws<ArgumentException>(() => ones(2).data<double>());
        Assert.Contains("Float32", wrong.Message);
        StillComputes();
    }

    [Fact]
    public void ElementsOfAnotherDeviceAreNotGiven()
    {
        using var scope = NewDisposeScope();
        Assert.Throws<InvalidOperationException>(() => ones(2, device: META).data<float>());
        StillComputes();
    }

    [Fact]
    public void DataThatDoesNotFillItsShapeIsRefused()
    {
        Assert.Throws<ArgumentException>(() => tensor(new float[] { 1, 2, 3 }, [2L, 2]));
        StillComputes();
    }

    [Fact]
    public void AnIndexBeyondTheEndIsAnError()
    {
        using var scope = NewDisposeScope();
        Assert.Throws<ExternalException>(() => arange(3)[7]);
        Assert.Throws<ExternalException>(() => arange(3).index_select(0, tensor(new long[] { 7 })));
        Assert.Throws<ExternalException>(() => zeros(2, 3).gather(0, tensor(new long[] { 5 }).reshape(1, 1)));
        Assert.Throws<ExternalException>(() => zeros(2, 3).scatter_(0, tensor(new long[] { 5 }).reshape(1, 1), ones(2, 3)));
        StillComputes();
    }

    [Fact]
    public void AThousandFailuresLeaveNoTensorBehind()
    {
        HandleMeter.FreeEverythingUnused();
        var before = Tensor.TotalCount;
        using (NewDisposeScope())
        {
            var x = Ones(2, 3);
            for (var i = 0; i < 1000; i++) Assert.Throws<ExternalException>(() => i % 2 == 0 ? x.mm(x) : cat([x, x.select(0, 0)]));
        }

        HandleMeter.FreeEverythingUnused();
        Assert.Equal(before, Tensor.TotalCount);
        StillComputes();
    }

    [Fact]
    public void FailuresOnManyThreadsKeepTheirOwnWords()
    {
        Parallel.For(0, 200, i =>
        {
            using var scope = NewDisposeScope();
            var wrong = Assert.Throws<ExternalException>(() => zeros(i + 1).reshape(i + 2));
            Assert.Contains($"for input of size {i + 1}", wrong.Message);
        });
        StillComputes();
    }

    private static object Fail(string what)
    {
        var (x, leaf) = (Ones(2, 3), Ones(2, 3).requires_grad_());
        switch (what)
        {
            case "product of shapes that do not match": return x.mm(x);
            case "sum of shapes that do not broadcast": return x.add(Ones(2, 2));
            case "reshape to another number of elements": return x.reshape(4, 2);
            case "einsum of sizes that differ": return einsum("ij,jk", x, x);
            case "negative size": return empty(-3L);
            case "product of int and float": return x.to(ScalarType.Int32).mm(Ones(3, 2));
            case "bitwise operation on floats": return x.bitwise_and(x);
            case "mask of floats": return x.masked_select(x);
            case "two devices": return x.add(ones(2, 3, device: META));
            case "operator that a device lacks": return ones(1, device: META).Equals(ones(1, device: META));
            case "select beyond the end": return x.select(0, 9);
            case "dimension beyond the last": return x.softmax(4);
            case "inverse of a singular matrix": return zeros(2, 2, device: TestDevice.Current).inverse();
            case "cholesky of a negative matrix": return linalg.cholesky(eye(2, device: TestDevice.Current).neg());
            case "more memory than there is": return empty(1L << 45, device: TestDevice.Current);
            case "more memory than can be counted": return empty(1L << 62, ScalarType.Float64);
            case "backward twice":
                var sum = leaf.mul(leaf).sum();
                sum.backward();
                sum.backward();
                return sum;
            case "gradient of what has none":
                x.argmax().backward();
                return x;
            case "gradient of a matrix":
                leaf.mul(2).backward();
                return leaf;
            case "gradient with respect to what was not used": return autograd.grad([leaf.sum()], [Ones(1).requires_grad_()]);
            case "writing into a leaf that requires a gradient": return leaf.add_(1);
            case "a device that this libtorch lacks": return ones(2, device: new Device(DeviceType.XLA));
            default: throw new ArgumentException(what);
        }
    }

    private static Tensor Ones(params long[] shape) => ones(shape, device: TestDevice.Current);

    private static void StillComputes()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(12, Ones(2, 3).mm(Ones(3, 2)).sum().item<float>());
    }
}
