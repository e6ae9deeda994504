using static TorchSharp.torch.nn.utils.rnn;

namespace Lectern.Torch.Tests.Modules;

/// <summary>What a forward pass makes on its way is disposed on its way: an open scope afterwards holds the results alone.</summary>
public sealed class LeftoverTests
{
    public static TheoryData<string, int> Passes => new()
    {
        { "reflecting convolution", 1 },
        { "power pooling", 1 },
        { "fractional pooling", 1 },
        { "unpooling", 1 },
        { "channel shuffle", 1 },
        { "lstm", 3 },
        { "lstm of one sequence", 3 },
        { "lstm of packed sequences", 3 },
        { "gru cell", 1 },
        { "dot products", 1 },
        { "attention", 2 },
        { "transformer", 1 },
    };

    [Theory]
    [MemberData(nameof(Passes))]
    public void AForwardPassLeavesNothingButItsResults(string pass, int results)
    {
        using var outer = NewDisposeScope();
        using var mode = no_grad();
        var (plane, line) = (rand(2, 4, 6, 6), rand(2, 4, 6));
        var turned = line.transpose(1, 2);
        var (single, step) = (turned[0], plane[0, 0]);
        var (values, indices) = nn.functional.max_pool1d_with_indices(line, 2);
        var packed = pack_padded_sequence(rand(5, 2, 4), tensor(new long[] { 3, 5 }), enforce_sorted: false);
        using var convolution = nn.Conv2d(4, 3, 3, padding: 1, padding_mode: PaddingModes.Reflect);
        using var lstm = nn.LSTM(4, 4, 2);
        using var cell = nn.GRUCell(6, 3);
        using var attention = nn.MultiheadAttention(6, 2, add_bias_kv: true);
        using var transformer = nn.Transformer(6, 2, 1, 1, 8);
        using var shuffle = nn.ChannelShuffle(2);
        var missing = zeros(4, 2, ScalarType.Bool);
        using var scope = NewDisposeScope();
        switch (pass)
        {
            case "reflecting convolution": _ = convolution.call(plane); break;
            case "power pooling": _ = nn.functional.lp_pool2d(plane, 2, 2); break;
            case "fractional pooling": _ = nn.functional.fractional_max_pool2d(plane, 2, output_size: 3); break;
            case "unpooling": _ = nn.functional.max_unpool1d(values, indices, 2); break;
            case "channel shuffle": _ = shuffle.call(plane); break;
            case "lstm": _ = lstm.call(turned); break;
            case "lstm of one sequence": _ = lstm.call(single); break;
            case "lstm of packed sequences": _ = lstm.call(packed); break;
            case "gru cell": _ = cell.call(step, null); break;
            case "dot products": _ = nn.functional.scaled_dot_product_attention(line, line, line, is_casual: true); break;
            case "attention": _ = attention.call(line, line, line, missing); break;
            case "transformer": _ = transformer.call(line, line); break;
            default: throw new ArgumentOutOfRangeException(nameof(pass));
        }

        Assert.Equal(results, scope.DisposablesCount);
    }
}
