using Lectern.Torch.Tests.Modules.Attention;
using Lectern.Torch.Tests.Modules.Reference;
using Lectern.Torch.Tests.Support;

namespace Lectern.Torch.Tests.Modules.Transformers;

public sealed class TransformerTests
{
    private const double Rounding = 1e-11;
    private const int T = 4, S = 3, B = 2, E = 6, H = 2, Inner = 5;

    private static readonly string[] s_attention = ["in_proj_weight", "in_proj_bias", "out_proj.weight", "out_proj.bias"];

    [Theory]
    [InlineData(nn.Activations.ReLU)]
    [InlineData(nn.Activations.GELU)]
    public void AnEncoderLayerComputesItsEquations(nn.Activations activation)
    {
        using var scope = NewDisposeScope();
        using var layer = Ready(nn.TransformerEncoderLayer(E, H, Inner, 0, activation));
        var x = Repeatable.Tensor(1, T, B, E);
        var causal = ones([T, T], ScalarType.Bool, TestDevice.Current).triu(1);
        double[] W(string name) => Repeatable.Read(layer.get_parameter(name)!);
        var actual = layer.call(x, causal);
        for (var b = 0; b < B; b++)
        {
            var rows = PlainAttention.Rows(x, b);
            var looked = PlainAttention.Heads(rows, rows, rows, W, "self_attn.", H, (_, t, s) => s > t ? double.NegativeInfinity : 0).Output;
            rows = Norm(Sum(rows, looked), W("norm1.weight"), W("norm1.bias"));
            rows = Norm(Sum(rows, FeedForward(rows, W, activation)), W("norm2.weight"), W("norm2.bias"));
            _ = TensorAssert.Close(rows.SelectMany(row => row).ToArray(), Repeatable.Read(actual[.., b]), Rounding, ActivationError(activation));
        }

        Gradients.Match(t => layer.call(t[0], causal), x);
    }

    [Fact]
    public void ADecoderLayerLooksAtItselfThenAtTheMemory()
    {
        using var scope = NewDisposeScope();
        using var layer = Ready(nn.TransformerDecoderLayer(E, H, Inner, 0));
        var (x, memory) = (Repeatable.Tensor(1, T, B, E), Repeatable.Tensor(2, S, B, E));
        var missing = tensor(new[] { false, true, false, false, false, true }, [B, S], device: TestDevice.Current);
        var gaps = missing.cpu().data<bool>().ToArray();
        double[] W(string name) => Repeatable.Read(layer.get_parameter(name)!);
        var actual = layer.call(x, memory, null, memory_key_padding_mask: missing);
        for (var b = 0; b < B; b++)
        {
            var (rows, seen) = (PlainAttention.Rows(x, b), PlainAttention.Rows(memory, b));
            rows = Norm(Sum(rows, PlainAttention.Heads(rows, rows, rows, W, "self_attn.", H, (_, _, _) => 0).Output), W("norm1.weight"), W("norm1.bias"));
            var looked = PlainAttention.Heads(rows, seen, seen, W, "multihead_attn.", H, (_, _, s) => gaps[b * S + s] ? double.NegativeInfinity : 0).Output;
            rows = Norm(Sum(rows, looked), W("norm2.weight"), W("norm2.bias"));
            rows = Norm(Sum(rows, FeedForward(rows, W, nn.Activations.ReLU)), W("norm3.weight"), W("norm3.bias"));
            _ = TensorAssert.Close(rows.SelectMany(row => row).ToArray(), Repeatable.Read(actual[.., b]), Rounding, Rounding);
        }

        Gradients.Match(t => layer.call(t[0], t[1]), x, memory);
    }

    [Fact]
    public void ALayersParametersHavePyTorchsNames()
    {
        using var encoder = nn.TransformerEncoderLayer(E, H, Inner);
        using var decoder = nn.TransformerDecoderLayer(E, H, Inner);
        string[] rest = [.. from part in new[] { "linear1", "linear2", "norm1", "norm2" } from kind in new[] { "weight", "bias" } select $"{part}.{kind}"];
        Assert.Equal([.. s_attention.Select(name => "self_attn." + name), .. rest], encoder.named_parameters().Select(pair => pair.name));
        Assert.Equal(
            [.. s_attention.Select(name => "self_attn." + name), .. s_attention.Select(name => "multihead_attn." + name), .. rest, "norm3.weight", "norm3.bias"],
            decoder.named_parameters().Select(pair => pair.name));
    }

    [Fact]
    public void AStackIsMadeOfCopiesThatAreLearnedApartAndDrawNothing()
    {
        using var scope = NewDisposeScope();
        _ = manual_seed(3);
        using var layer = nn.TransformerEncoderLayer(E, H, Inner, 0);
        using var state = Generator.Default.get_state();
        using var stack = nn.TransformerEncoder(layer, 3);
        Assert.Equal(state.data<byte>().ToArray(), Generator.Default.get_state().data<byte>().ToArray());
        Assert.Equal(3 * layer.parameters().Count(), stack.parameters().Count());
        foreach (var (name, parameter) in layer.named_parameters())
        {
            var copy = stack.get_parameter("layers.2." + name)!;
            _ = TensorAssert.Close(parameter, copy, 0);
            Assert.NotEqual(parameter.Handle, copy.Handle);
        }

        var x = rand(T, B, E);
        _ = TensorAssert.Close(layer.call(layer.call(layer.call(x))), stack.call(x), 1e-5, 1e-5);
    }

    [Fact]
    public void UnderACausalMaskLaterTokensChangeNothingBefore()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.TransformerEncoderLayer(E, H, Inner, 0);
        using var stack = Ready(nn.TransformerEncoder(layer, 2));
        var causal = ones([T, T], ScalarType.Bool, TestDevice.Current).triu(1);
        var x = Repeatable.Tensor(1, T, B, E);
        var changed = cat([x[..2], Repeatable.Tensor(9, T - 2, B, E)]);
        _ = TensorAssert.Close(stack.call(x, causal)[..2], stack.call(changed, causal)[..2], 0, Rounding);
        Assert.False(stack.call(x)[..2].allclose(stack.call(changed)[..2]));
    }

    [Fact]
    public void ATransformerDecodesWhatItsEncoderMadeOfTheSource()
    {
        using var scope = NewDisposeScope();
        using var model = Ready(nn.Transformer(E, H, 2, 1, Inner, 0));
        var names = model.named_parameters().Select(pair => pair.name).ToArray();
        Assert.Equal(2 * 12 + 2 + 18 + 2, names.Length);
        Assert.Contains("encoder.layers.1.self_attn.out_proj.weight", names);
        Assert.Contains("decoder.layers.0.multihead_attn.in_proj_bias", names);
        Assert.Equal("decoder.norm.bias", names[^1]);
        var (source, target) = (Repeatable.Tensor(1, S, B, E), Repeatable.Tensor(2, T, B, E));
        Assert.Equal([T, B, E], model.call(source, target).shape);
        Gradients.Match(t => model.call(t[0], t[1]), source, target);
    }

    [Fact]
    public void DropoutHappensInTrainingOnly()
    {
        using var scope = NewDisposeScope();
        using var layer = Ready(nn.TransformerEncoderLayer(E, H, Inner, 0.3));
        var x = Repeatable.Tensor(1, T, B, E);
        Assert.False(layer.call(x).allclose(layer.call(x)));
        layer.eval();
        _ = TensorAssert.Close(layer.call(x), layer.call(x), 0);
    }

    /// <summary>The plain error function below is good to 2e-7, its effect after a sum and a norm to 2e-6.</summary>
    private static double ActivationError(nn.Activations activation) => activation == nn.Activations.GELU ? 2e-6 : Rounding;

    private static T1 Ready<T1>(T1 module)
        where T1 : nn.Module
    {
        _ = module.to(ScalarType.Float64);
        _ = module.to(TestDevice.Current);
        return module;
    }

    private static double[][] Sum(double[][] a, double[][] b) => [.. a.Zip(b, (x, y) => x.Zip(y, (p, q) => p + q).ToArray())];

    private static double[][] Norm(double[][] rows, double[] weight, double[] bias) => [.. rows.Select(row =>
    {
        var mean = row.Average();
        var deviation = Math.Sqrt(row.Average(x => (x - mean) * (x - mean)) + 1e-5);
        return row.Select((x, i) => (x - mean) / deviation * weight[i] + bias[i]).ToArray();
    })];

    private static double[][] FeedForward(double[][] rows, Func<string, double[]> weight, nn.Activations activation)
    {
        var inner = PlainAttention.Linear(rows, weight("linear1.weight"), weight("linear1.bias"));
        double[][] active = [.. inner.Select(row => row.Select(x => activation == nn.Activations.GELU ? x * (1 + Erf(x / Math.Sqrt(2))) / 2 : Math.Max(0, x)).ToArray())];
        return PlainAttention.Linear(active, weight("linear2.weight"), weight("linear2.bias"));
    }

    /// <summary>Abramowitz and Stegun 7.1.26.</summary>
    private static double Erf(double x)
    {
        var t = 1 / (1 + 0.3275911 * Math.Abs(x));
        var rest = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
        return Math.Sign(x) * (1 - rest * Math.Exp(-x * x));
    }
}
