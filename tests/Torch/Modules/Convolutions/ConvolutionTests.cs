using Lectern.Torch.Tests.Modules.Reference;
using Lectern.Torch.Tests.Support;
using F = TorchSharp.torch.nn.functional;

namespace Lectern.Torch.Tests.Modules.Convolutions;

public sealed class ConvolutionTests
{
    /// <summary>Sums of fewer than 200 products of numbers below one, in another order.</summary>
    private const double Rounding = 1e-12;

    private static readonly long[] s_sizes = [7, 6, 5];

    public static TheoryData<int, long, long, long, long> Variants
    {
        get
        {
            var data = new TheoryData<int, long, long, long, long>();
            for (var d = 1; d <= 3; d++)
            {
                foreach (var (stride, padding, dilation, groups) in new[] { (1L, 0L, 1L, 1L), (2, 1, 1, 1), (1, 2, 2, 2), (3, 1, 2, 4) }) data.Add(d, stride, padding, dilation, groups);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void AConvolutionIsTheSumOfTheProductsUnderTheKernel(int d, long stride, long padding, long dilation, long groups)
    {
        using var scope = NewDisposeScope();
        var (x, w, b) = Inputs(d, groups);
        var expected = PlainConvolution.Forward(Repeatable.Read(x), x.shape, Repeatable.Read(w), w.shape, Repeatable.Read(b), stride, padding, dilation, groups, out var shape);
        var actual = Convolve(d, x, w, b, stride, padding, dilation, groups);
        Assert.Equal(shape, actual.shape);
        _ = TensorAssert.Close(expected, Repeatable.Read(actual), Rounding, Rounding);
    }

    [Theory]
    [InlineData(1, 2, 1, 2, 2)]
    [InlineData(2, 2, 1, 1, 4)]
    [InlineData(3, 1, 1, 2, 1)]
    public void TheGradientsOfAConvolutionAreThoseOfFiniteDifferences(int d, long stride, long padding, long dilation, long groups)
    {
        using var scope = NewDisposeScope();
        var x = Repeatable.Tensor(1, [1, 4, .. Enumerable.Repeat(5L, d)]);
        var w = Repeatable.Tensor(2, [4, 4 / groups, .. Enumerable.Repeat(2L, d)]);
        Gradients.Match(t => Convolve(d, t[0], t[1], t[2], stride, padding, dilation, groups), x, w, Repeatable.Tensor(3, 4));
    }

    [Fact]
    public void WithoutOptionalArgumentsTheKernelMovesByOneAndNothingIsPadded()
    {
        using var scope = NewDisposeScope();
        for (var d = 1; d <= 3; d++)
        {
            var (x, w, _) = Inputs(d, 1);
            var actual = d switch { 1 => F.conv1d(x, w), 2 => F.conv2d(x, w), _ => F.conv3d(x, w) };
            _ = TensorAssert.Close(Convolve(d, x, w, null, 1, 0, 1, 1), actual, 0);
        }
    }

    [Fact]
    public void SamePaddingKeepsTheSizeAndPadsTheFarSideMore()
    {
        using var scope = NewDisposeScope();
        var (x, w) = (Repeatable.Tensor(1, 2, 3, 9), Repeatable.Tensor(2, 5, 3, 4));
        var same = F.conv1d_padding(x, w, padding: Padding.Same, dilation: 1);
        Assert.Equal([2L, 5, 9], same.shape);
        _ = TensorAssert.Close(F.conv1d(F.pad(x, (1, 2)), w), same, Rounding, Rounding);
        _ = TensorAssert.Close(F.conv1d(x, w), F.conv1d_padding(x, w), 0);
    }

    [Theory]
    [InlineData(PaddingModes.Reflect)]
    [InlineData(PaddingModes.Replicate)]
    [InlineData(PaddingModes.Circular)]
    public void AConvolutionWithAPaddingModeSeesThePaddedInput(PaddingModes mode)
    {
        using var scope = NewDisposeScope();
        using var each = nn.Conv2d(2, 3, (3, 2), padding: (2, 1), padding_mode: mode, dtype: ScalarType.Float64, device: TestDevice.Current);
        using var same = nn.Conv2d(2, 3, (3, 2), Padding.Same, padding_mode: mode, dtype: ScalarType.Float64, device: TestDevice.Current);
        var x = Repeatable.Tensor(1, 2, 2, 5, 6);
        _ = TensorAssert.Close(F.conv2d(F.pad(x, (1, 1, 2, 2), mode), each.weight, each.bias), each.call(x), Rounding, Rounding);
        _ = TensorAssert.Close(F.conv2d(F.pad(x, (0, 1, 1, 1), mode), same.weight, same.bias), same.call(x), Rounding, Rounding);
    }

    [Fact]
    public void AModuleTakesASingleExampleAndRefusesAWrongNumberOfChannels()
    {
        using var scope = NewDisposeScope();
        using var module = nn.Conv2d(3, 4, 3, stride: 2, padding: 1, dtype: ScalarType.Float64, device: TestDevice.Current);
        var x = Repeatable.Tensor(1, 2, 3, 7, 6);
        _ = TensorAssert.Close(module.call(x)[1], module.call(x[1]), Rounding, Rounding);
        _ = Assert.Throws<ArgumentException>(() => module.call(x.transpose(1, 2)));
        _ = Assert.Throws<ArgumentException>(() => nn.Conv2d(3, 4, 3, groups: 2));
        _ = Assert.Throws<ArgumentException>(() => nn.Conv2d(3, 4, 3, Padding.Same, stride: 2));
    }

    [Fact]
    public void TheWeightIsDrawnBeforeTheBiasBothUniformInOneOverTheRootOfTheFan()
    {
        using var scope = NewDisposeScope();
        _ = manual_seed(7);
        using var module = nn.Conv3d(4, 6, (1, 2, 3), groups: 2);
        _ = manual_seed(7);
        var bound = 1 / Math.Sqrt(2 * 1 * 2 * 3);
        _ = TensorAssert.Close(empty(6, 2, 1, 2).unsqueeze(-1).repeat(1, 1, 1, 1, 3).uniform_(-bound, bound), module.weight, 1e-6);
        _ = TensorAssert.Close(empty(6).uniform_(-bound, bound), module.bias!, 1e-6);
        Assert.Equal(["weight", "bias"], module.state_dict().Keys);
    }

    private static (Tensor X, Tensor W, Tensor B) Inputs(int d, long groups) => (
        Repeatable.Tensor(1, [2, 4, .. s_sizes[..d]]),
        Repeatable.Tensor(2, [8, 4 / groups, .. new long[] { 2, 3, 1 }[..d]]),
        Repeatable.Tensor(3, 8));

    private static Tensor Convolve(int d, Tensor x, Tensor w, Tensor? b, long stride, long padding, long dilation, long groups) => d switch
    {
        1 => F.conv1d(x, w, b, stride, padding, dilation, groups),
        2 => F.conv2d(x, w, b, [stride, stride], [padding, padding], [dilation, dilation], groups),
        _ => F.conv3d(x, w, b, [stride, stride, stride], [padding, padding, padding], [dilation, dilation, dilation], groups),
    };
}
