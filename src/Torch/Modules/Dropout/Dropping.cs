using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The operators behind the kinds of dropout.</summary>
internal static partial class Dropping
{
    [Aten("dropout", "input, p, training")] public static partial Tensor Elements(Tensor input, double p, bool training);
    [Aten("dropout_", "input, p, training")] public static partial Tensor ElementsInPlace(Tensor input, double p, bool training);
    [Aten("feature_dropout", "input, p, training")] public static partial Tensor Channels(Tensor input, double p, bool training);
    [Aten("feature_dropout_", "input, p, training")] public static partial Tensor ChannelsInPlace(Tensor input, double p, bool training);
    [Aten("alpha_dropout", "input, p, training")] public static partial Tensor Alpha(Tensor input, double p, bool training);
    [Aten("alpha_dropout_", "input, p, training")] public static partial Tensor AlphaInPlace(Tensor input, double p, bool training);
    [Aten("feature_alpha_dropout", "input, p, training")] public static partial Tensor AlphaChannels(Tensor input, double p, bool training);
    [Aten("feature_alpha_dropout_", "input, p, training")] public static partial Tensor AlphaChannelsInPlace(Tensor input, double p, bool training);

    /// <summary>Drops whole channels of a batch with <paramref name="dimensions"/> dimensions, or of one example with one less.</summary>
    public static Tensor ChannelsOf(Tensor input, int dimensions, double p, bool training, bool inplace)
    {
        var given = input.Dimensions;
        if (given != dimensions && given != dimensions - 1)
            throw new ArgumentException($"The input has {given} dimensions; {dimensions} are needed, or {dimensions - 1} without a batch.", nameof(input));
        if (given == dimensions) return inplace ? ChannelsInPlace(input, p, training) : Channels(input, p, training);
        using var batch = input.unsqueeze(0);
        if (inplace)
        {
            _ = ChannelsInPlace(batch, p, training);
            return input;
        }

        using var dropped = Channels(batch, p, training);
        return dropped.squeeze(0);
    }
}
