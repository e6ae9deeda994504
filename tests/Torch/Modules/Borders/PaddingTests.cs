using Lectern.Torch.Tests.Modules.Reference;
using Lectern.Torch.Tests.Support;
using F = TorchSharp.torch.nn.functional;

namespace Lectern.Torch.Tests.Modules.Borders;

public sealed class PaddingTests
{
    [Theory]
    [InlineData(1, PaddingModes.Constant)]
    [InlineData(2, PaddingModes.Constant)]
    [InlineData(3, PaddingModes.Constant)]
    [InlineData(1, PaddingModes.Reflect)]
    [InlineData(2, PaddingModes.Reflect)]
    [InlineData(3, PaddingModes.Reflect)]
    [InlineData(1, PaddingModes.Replicate)]
    [InlineData(2, PaddingModes.Replicate)]
    [InlineData(3, PaddingModes.Replicate)]
    [InlineData(1, PaddingModes.Circular)]
    [InlineData(2, PaddingModes.Circular)]
    [InlineData(3, PaddingModes.Circular)]
    public void EachPlaceBeyondTheEdgesHoldsWhatTheModeSays(int d, PaddingModes mode)
    {
        using var scope = NewDisposeScope();
        var x = Repeatable.Tensor(1, [1, 2, .. new long[] { 4, 5, 3 }[..d]]);
        long[] pad = [.. new long[] { 1, 2, 2, 0, 3, 1 }[..(2 * d)]];
        var value = mode == PaddingModes.Constant ? 0.5 : 0;
        var padded = F.pad(x, pad, mode, value);
        var (source, from, shape) = (Repeatable.Read(x), x.shape, x.shape);
        for (var k = 0; k < d; k++) shape[^(k + 1)] += pad[2 * k] + pad[2 * k + 1];
        Assert.Equal(shape, padded.shape);
        double[] expected = [.. Repeatable.Indices(shape).Select(index =>
        {
            for (var k = 0; k < d; k++)
            {
                var (at, size) = (index[^(k + 1)] - pad[2 * k], from[^(k + 1)]);
                if (mode == PaddingModes.Constant && (at < 0 || at >= size)) return value;
                index[^(k + 1)] = mode switch
                {
                    PaddingModes.Reflect => at < 0 ? -at : at >= size ? 2 * (size - 1) - at : at,
                    PaddingModes.Circular => (at + size) % size,
                    _ => Math.Clamp(at, 0, size - 1),
                };
            }

            return source[Repeatable.Flat(from, index)];
        })];
        _ = TensorAssert.Close(expected, Repeatable.Read(padded), 0);
        Gradients.Match(t => F.pad(t[0], pad, mode, value), x);
    }

    [Fact]
    public void ModulesPadAsTheFunctionDoes()
    {
        using var scope = NewDisposeScope();
        var (line, plane, space) = (Repeatable.Tensor(1, 1, 2, 5), Repeatable.Tensor(1, 1, 2, 4, 5), Repeatable.Tensor(1, 1, 2, 4, 5, 3));
        Same(F.pad(line, (2, 1), value: 7), nn.ConstantPad1d((2, 1), 7), line);
        Same(F.pad(plane, (2, 1, 0, 3), value: 7), nn.ConstantPad2d((2, 1, 0, 3), 7), plane);
        Same(F.pad(space, [2, 1, 0, 3, 1, 1], value: 7), nn.ConstantPad3d((2, 1, 0, 3, 1, 1), 7), space);
        Same(F.pad(plane, (2, 2, 2, 2)), nn.ZeroPad2d(2), plane);
        Same(F.pad(line, (1, 2), PaddingModes.Reflect), nn.ReflectionPad1d((1, 2)), line);
        Same(F.pad(plane, (1, 2, 3, 0), PaddingModes.Reflect), nn.ReflectionPad2d((1, 2, 3, 0)), plane);
        Same(F.pad(space, [1, 1, 1, 1, 1, 1], PaddingModes.Reflect), nn.ReflectionPad3d(1), space);
        Same(F.pad(line, (1, 2), PaddingModes.Replicate), nn.ReplicationPad1d((1, 2)), line);
        Same(F.pad(plane, (1, 1, 1, 1), PaddingModes.Replicate), nn.ReplicationPad2d(1), plane);
        Same(F.pad(space, [1, 2, 3, 4, 5, 6], PaddingModes.Replicate), nn.ReplicationPad3d((1, 2, 3, 4, 5, 6)), space);
        Assert.Equal([3L, 4, 6, 7], F.pad(zeros(1, 2, 4, 5), 1).shape);
    }

    private static void Same(Tensor expected, nn.Module<Tensor, Tensor> module, Tensor input)
    {
        using (module) _ = TensorAssert.Close(expected, module.call(input), 0);
    }
}
