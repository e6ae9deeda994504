namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Without a dimension of size 1; without all of them where none is named.</summary>
        public Tensor squeeze(long? dim = null) => dim is { } d ? SqueezeOne(d) : SqueezeAll();

        public Tensor squeeze_(long? dim = null) => dim is { } d ? SqueezeOneHere(d) : SqueezeAllHere();

        [Aten("squeeze")] private partial Tensor SqueezeAll();
        [Aten("squeeze_")] private partial Tensor SqueezeAllHere();
        [Aten("squeeze.dim")] private partial Tensor SqueezeOne(long dim);
        [Aten("squeeze_.dim")] private partial Tensor SqueezeOneHere(long dim);
    }

    public static Tensor squeeze(Tensor input, long? dim = null) => input.squeeze(dim);

    public static Tensor squeeze_(Tensor input, long? dim = null) => input.squeeze_(dim);
}
