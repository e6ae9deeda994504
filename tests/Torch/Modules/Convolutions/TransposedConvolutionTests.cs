using Lectern.Torch.Tests.Modules.Reference;
using Lectern.Torch.Tests.Support;
using F = TorchSharp.torch.nn.functional;

namespace Lectern.Torch.Tests.Modules.Convolutions;

public sealed class TransposedConvolutionTests
{
    private const double Rounding = 1e-12;

    [Theory]
    [InlineData(1, 1, 0, 0, 1, 1)]
    [InlineData(1, 3, 1, 2, 2, 2)]
    [InlineData(2, 2, 1, 1, 1, 1)]
    [InlineData(2, 2, 0, 1, 2, 4)]
    [InlineData(3, 2, 1, 1, 1, 2)]
    public void EachInputElementAddsTheKernelToTheOutput(int d, long stride, long padding, long added, long dilation, long groups)
    {
        using var scope = NewDisposeScope();
        var (x, w) = Inputs(d, groups);
        var expected = PlainConvolution.Transposed(Repeatable.Read(x), x.shape, Repeatable.Read(w), w.shape, stride, padding, added, dilation, groups, out var shape);
        var actual = Transposed(d, x, w, stride, padding, added, dilation, groups);
        Assert.Equal(shape, actual.shape);
        _ = TensorAssert.Close(expected, Repeatable.Read(actual), Rounding, Rounding);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void ATransposedConvolutionIsTheAdjointOfTheConvolution(int d)
    {
        using var scope = NewDisposeScope();
        var x = Repeatable.Tensor(1, [2, 4, .. Enumerable.Repeat(7L, d)]);
        var w = Repeatable.Tensor(2, [6, 2, .. Enumerable.Repeat(3L, d)]);
        var there = d switch
        {
            1 => F.conv1d(x, w, null, 2, 1, 1, 2),
            2 => F.conv2d(x, w, null, [2, 2], [1, 1], null, 2),
            _ => F.conv3d(x, w, null, [2, 2, 2], [1, 1, 1], null, 2),
        };
        var y = Repeatable.Tensor(3, there.shape);
        var back = Transposed(d, y, w, 2, 1, 0, 1, 2);
        Assert.Equal(x.shape, back.shape);
        var product = there.mul(y).sum().item<double>();
        Assert.True(Math.Abs(product) > 0.1);
        _ = TensorAssert.Close([product], [x.mul(back).sum().item<double>()], 1e-11);
    }

    [Fact]
    public void TheGradientsOfATransposedConvolutionAreThoseOfFiniteDifferences()
    {
        using var scope = NewDisposeScope();
        Gradients.Match(
            t => F.conv_transpose2d(t[0], t[1], t[2], [2, 1], [1, 0], [1, 0], null, 2),
            Repeatable.Tensor(1, 1, 4, 3, 2), Repeatable.Tensor(2, 4, 1, 3, 2), Repeatable.Tensor(3, 2));
    }

    [Fact]
    public void AnOutputSizeChoosesAmongTheSizesThatAStrideLeavesOpen()
    {
        using var scope = NewDisposeScope();
        using var module = nn.ConvTranspose2d(2, 3, (3, 2), stride: (2, 3), padding: (1, 0), dtype: ScalarType.Float64, device: TestDevice.Current);
        var x = Repeatable.Tensor(1, 1, 2, 4, 3);
        Assert.Equal([1L, 3, 7, 8], module.call(x).shape);
        var wider = module.forward(x, [8, 10]);
        Assert.Equal([1L, 3, 8, 10], wider.shape);
        _ = TensorAssert.Close(F.conv_transpose2d(x, module.weight, module.bias, [2, 3], [1, 0], [1, 2]), wider, Rounding, Rounding);
        _ = Assert.Throws<ArgumentException>(() => module.forward(x, [9, 8]));
        _ = Assert.Throws<ArgumentException>(() => module.forward(x, [7]));
    }

    [Fact]
    public void ItsWeightHasTheInputChannelsFirst()
    {
        using var module = nn.ConvTranspose1d(4, 6, 5, groups: 2);
        Assert.Equal([4L, 3, 5], module.weight.shape);
        Assert.Equal([6L], module.bias!.shape);
        _ = Assert.Throws<ArgumentException>(() => nn.ConvTranspose1d(4, 6, 5, padding_mode: PaddingModes.Reflect));
    }

    private static (Tensor X, Tensor W) Inputs(int d, long groups) => (
        Repeatable.Tensor(1, [2, 4, .. new long[] { 4, 3, 2 }[..d]]),
        Repeatable.Tensor(2, [4, 8 / groups, .. new long[] { 3, 2, 2 }[..d]]));

    private static Tensor Transposed(int d, Tensor x, Tensor w, long stride, long padding, long added, long dilation, long groups) => d switch
    {
        1 => F.conv_transpose1d(x, w, null, stride, padding, added, dilation, groups),
        2 => F.conv_transpose2d(x, w, null, [stride, stride], [padding, padding], [added, added], [dilation, dilation], groups),
        _ => F.conv_transpose3d(x, w, null, [stride, stride, stride], [padding, padding, padding], [added, added, added], [dilation, dilation, dilation], groups),
    };
}
