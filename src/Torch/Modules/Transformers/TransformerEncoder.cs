using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Copies of one layer, one after the other.</summary>
    public sealed class TransformerEncoder : nn.Module<Tensor, Tensor?, Tensor?, Tensor>, nn.IModule<Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor>
    {
        [ComponentName(Name = "layers")] private readonly ModuleList<TransformerEncoderLayer> _layers;
        [ComponentName(Name = "norm")] private readonly LayerNorm? _norm;

        internal TransformerEncoder(TransformerEncoderLayer encoder_layer, long num_layers, LayerNorm? norm = null)
            : base(nameof(TransformerEncoder))
        {
            _layers = TransformerSizes.Stack(encoder_layer, num_layers, () => new TransformerEncoderLayer(encoder_layer.Sizes));
            _norm = norm;
            RegisterComponents();
        }

        public enum Activations
        {
            ReLU = 0,
            GELU = 1,
        }

        public override Tensor forward(Tensor src, Tensor? src_mask, Tensor? src_key_padding_mask)
        {
            using var scope = NewDisposeScope();
            var x = src;
            foreach (var layer in _layers) x = layer.call(x, src_mask!, src_key_padding_mask!);
            return (_norm is null ? x : _norm.call(x)).MoveToOuterDisposeScope();
        }

        public Tensor call(Tensor src) => base.call(src, null, null);

        public Tensor call(Tensor src, Tensor src_mask) => base.call(src, src_mask, null);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static TransformerEncoder TransformerEncoder(TransformerEncoderLayer encoder_layer, long num_layers) =>
                new(encoder_layer, num_layers);
        }
    }
}
