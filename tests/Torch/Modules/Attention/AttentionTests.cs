using Lectern.Torch.Tests.Modules.Reference;
using Lectern.Torch.Tests.Support;
using F = TorchSharp.torch.nn.functional;

namespace Lectern.Torch.Tests.Modules.Attention;

public sealed class AttentionTests
{
    private const double Rounding = 1e-12;
    private const int T = 4, S = 5, B = 2, E = 6, H = 3;

    [Theory]
    [InlineData("none")]
    [InlineData("causal")]
    [InlineData("truth")]
    [InlineData("added")]
    public void ScaledDotProductsAreTheSoftmaxOfTheProductsTimesTheValues(string mask)
    {
        using var scope = NewDisposeScope();
        var (q, k, v) = (Repeatable.Tensor(1, B, T, E).mul(3), Repeatable.Tensor(2, B, S, E), Repeatable.Tensor(3, B, S, 2));
        var added = Repeatable.Tensor(4, T, S);
        Tensor? given = mask switch { "truth" => added.gt(-0.4), "added" => added, _ => null };
        var bias = Repeatable.Read(added);
        double Bias(int t, int s) => mask switch
        {
            "causal" => s > t ? double.NegativeInfinity : 0,
            "truth" => bias[t * S + s] > -0.4 ? 0 : double.NegativeInfinity,
            "added" => bias[t * S + s],
            _ => 0,
        };
        var actual = F.scaled_dot_product_attention(q, k, v, given, is_casual: mask == "causal");
        for (var b = 0; b < B; b++)
        {
            double[][] Rows(Tensor x) => [.. Enumerable.Range(0, (int)x.size(1)).Select(t => Repeatable.Read(x[b, t]))];
            _ = TensorAssert.Close(PlainAttention.Run(Rows(q), Rows(k), Rows(v), Bias).Output.SelectMany(row => row).ToArray(), Repeatable.Read(actual[b]), Rounding, Rounding);
        }

        Gradients.Match(t => F.scaled_dot_product_attention(t[0], t[1], t[2], given, is_casual: mask == "causal"), q, k, v);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("causal")]
    [InlineData("added")]
    [InlineData("keys")]
    [InlineData("both")]
    public void EveryHeadAttendsOnItsPartOfTheFeatures(string mask)
    {
        using var scope = NewDisposeScope();
        using var module = Module(E);
        var (q, k, v) = (Repeatable.Tensor(1, T, B, E), Repeatable.Tensor(2, S, B, E), Repeatable.Tensor(3, S, B, E));
        var each = Repeatable.Tensor(4, B * H, T, S);
        var causal = ones([T, S], ScalarType.Bool, TestDevice.Current).triu(1);
        var missing = tensor(new[] { false, false, false, true, true, false, true, false, false, false }, [B, S], device: TestDevice.Current);
        var keys = mask is "keys" or "both" ? missing : null;
        var pairs = mask switch { "causal" => causal, "added" or "both" => each, _ => null };
        var (bias, gaps) = (Repeatable.Read(each), missing.cpu().data<bool>().ToArray());
        var result = module.call(q, k, v, keys, true, pairs);
        for (var b = 0; b < B; b++)
        {
            var (output, weights) = PlainAttention.Heads(
                PlainAttention.Rows(q, b), PlainAttention.Rows(k, b), PlainAttention.Rows(v, b), name => Repeatable.Read(module.get_parameter(name)!), "", H,
                (h, t, s) => (mask == "causal" && s > t) || (keys is not null && gaps[b * S + s]) ? double.NegativeInfinity
                    : mask is "added" or "both" ? bias[((b * H + h) * T + t) * S + s] : 0);
            _ = TensorAssert.Close(output.SelectMany(row => row).ToArray(), Repeatable.Read(result.Item1[.., b]), Rounding, Rounding);
            _ = TensorAssert.Close(weights.SelectMany(row => row).ToArray(), Repeatable.Read(result.Item2[b]), Rounding, Rounding);
        }

        Assert.Null(module.call(q, k, v, keys, false, pairs).Item2);
        Gradients.Match(t => module.call(t[0], t[1], t[2], keys, false, pairs).Item1, q, k, v);
    }

    [Fact]
    public void OneInputForAllThreeGivesWhatThreeEqualInputsGive()
    {
        using var scope = NewDisposeScope();
        using var module = Module(E);
        var x = Repeatable.Tensor(1, T, B, E);
        var (output, weights) = module.call(x, x.clone(), x.clone());
        var self = module.call(x, x, x);
        _ = TensorAssert.Close(output, self.Item1, Rounding, Rounding);
        _ = TensorAssert.Close(weights, self.Item2, Rounding, Rounding);
        var single = module.call(x[.., 1], x[.., 1], x[.., 1]);
        _ = TensorAssert.Close(output[.., 1], single.Item1, Rounding, Rounding);
        _ = TensorAssert.Close(weights[1], single.Item2, Rounding, Rounding);
        foreach (var (_, parameter) in module.named_parameters()) Gradients.MatchParameter(parameter, () => module.call(x, x, x).Item1);
    }

    [Fact]
    public void AddedKeysAreSeenByEveryQuery()
    {
        using var scope = NewDisposeScope();
        using var module = nn.MultiheadAttention(E, H, add_bias_kv: true, add_zero_attn: true);
        _ = module.to(ScalarType.Float64);
        _ = module.to(TestDevice.Current);
        var x = Repeatable.Tensor(1, T, B, E);
        var nothing = ones([T, T], ScalarType.Bool, TestDevice.Current);
        var (output, weights) = module.call(x, x, x, null, true, nothing);
        Assert.Equal([B, T, T + 2], weights.shape);
        _ = TensorAssert.Close(zeros_like(weights)[.., .., ..T], weights[.., .., ..T], 0);
        _ = TensorAssert.Close(ones([B, T], ScalarType.Float64), weights.sum([2L]), Rounding);
        Assert.Equal([T, B, E], output.shape);
        Assert.Equal(["in_proj_weight", "in_proj_bias", "bias_k", "bias_v", "out_proj.weight", "out_proj.bias"], module.named_parameters().Select(pair => pair.name));
    }

    [Fact]
    public void KeysAndValuesMayHaveWidthsOfTheirOwn()
    {
        using var scope = NewDisposeScope();
        using var module = nn.MultiheadAttention(E, H, kdim: 4, vdim: 5);
        _ = module.to(ScalarType.Float64);
        _ = module.to(TestDevice.Current);
        Assert.Equal(
            ["q_proj_weight", "k_proj_weight", "v_proj_weight", "in_proj_bias", "out_proj.weight", "out_proj.bias"],
            module.named_parameters().Select(pair => pair.name));
        Assert.Equal([E, 5L], module.get_parameter("v_proj_weight")!.shape);
        Gradients.Match(t => module.call(t[0], t[1], t[2]).Item1, Repeatable.Tensor(1, T, B, E), Repeatable.Tensor(2, S, B, 4), Repeatable.Tensor(3, S, B, 5));
        _ = Assert.Throws<ArgumentException>(() => nn.MultiheadAttention(6, 4));
    }

    private static TorchSharp.Modules.MultiheadAttention Module(long width)
    {
        var module = nn.MultiheadAttention(width, H);
        _ = module.to(ScalarType.Float64);
        _ = module.to(TestDevice.Current);
        using var mode = no_grad();
        using var bias = Repeatable.Tensor(8, 3 * width);
        _ = module.get_parameter("in_proj_bias")!.copy_(bias);
        return module;
    }
}
