using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What a layer of a transformer is made from, so that a stack can make more of the same.</summary>
internal sealed record TransformerSizes(long Width, long Heads, long Inner, double Dropout, nn.Activations Activation)
{
    public MultiheadAttention Attention() => nn.MultiheadAttention(Width, Heads, Dropout);

    public Tensor Activate(Tensor x) => Activation == nn.Activations.GELU ? nn.functional.gelu(x) : x.relu();

    /// <summary>A stack of copies of one layer, as PyTorch makes it: nothing is drawn for the copies.</summary>
    public static ModuleList<T> Stack<T>(T layer, long count, Func<T> make)
        where T : nn.Module
    {
        if (count <= 0) throw new ArgumentOutOfRangeException(nameof(count), count, "A stack has one layer or more.");
        using var state = Generator.Default.get_state();
        using var mode = no_grad();
        T[] copies = [.. Enumerable.Range(0, (int)count).Select(_ => make())];
        Generator.Default.set_state(state);
        Parameter[] originals = [.. layer.parameters()];
        foreach (var copy in copies)
        {
            _ = copy.to(originals[0].device, originals[0].dtype);
            foreach (var (parameter, original) in copy.parameters().Zip(originals)) _ = parameter.copy_(original);
            copy.train(layer.training);
        }

        return new ModuleList<T>(copies);
    }
}
