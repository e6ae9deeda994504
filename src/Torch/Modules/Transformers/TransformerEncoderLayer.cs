using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>
    /// x ← norm₁(x + attention(x)), x ← norm₂(x + W₂ activation(W₁ x)), for x of shape (T, B, E); see https://arxiv.org/abs/1706.03762, section 3.1.
    /// </summary>
    public sealed class TransformerEncoderLayer : nn.Module<Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor, Tensor>
    {
        [ComponentName(Name = "self_attn")] private readonly MultiheadAttention _attention;
        [ComponentName(Name = "linear1")] private readonly Linear _linear1;
        [ComponentName(Name = "dropout")] private readonly Dropout _dropout;
        [ComponentName(Name = "linear2")] private readonly Linear _linear2;
        [ComponentName(Name = "norm1")] private readonly LayerNorm _norm1;
        [ComponentName(Name = "norm2")] private readonly LayerNorm _norm2;
        [ComponentName(Name = "dropout1")] private readonly Dropout _dropout1;
        [ComponentName(Name = "dropout2")] private readonly Dropout _dropout2;

        internal TransformerEncoderLayer(TransformerSizes sizes)
            : base(nameof(TransformerEncoderLayer))
        {
            Sizes = sizes;
            _attention = sizes.Attention();
            _linear1 = nn.Linear(sizes.Width, sizes.Inner);
            _dropout = nn.Dropout(sizes.Dropout);
            _linear2 = nn.Linear(sizes.Inner, sizes.Width);
            _norm1 = nn.LayerNorm(sizes.Width);
            _norm2 = nn.LayerNorm(sizes.Width);
            _dropout1 = nn.Dropout(sizes.Dropout);
            _dropout2 = nn.Dropout(sizes.Dropout);
            RegisterComponents();
        }

        internal TransformerSizes Sizes { get; }

        public override Tensor forward(Tensor src) => call(src, null!, null!);

        public Tensor call(Tensor src, Tensor src_mask) => call(src, src_mask, null!);

        public Tensor call(Tensor src, Tensor src_mask, Tensor src_key_padding_mask)
        {
            using var scope = NewDisposeScope();
            var looked = _attention.call(src, src, src, src_key_padding_mask, false, src_mask).Item1;
            var x = _norm1.call(src.add(_dropout1.call(looked)));
            var inner = _linear2.call(_dropout.call(Sizes.Activate(_linear1.call(x))));
            return _norm2.call(x.add(_dropout2.call(inner))).MoveToOuterDisposeScope();
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static TransformerEncoderLayer TransformerEncoderLayer(long d_model = 512, long nhead = 8, long dim_feedforward = 2048, double dropout = 0.1, Activations activation = Activations.ReLU) =>
                new(new TransformerSizes(d_model, nhead, dim_feedforward, dropout, activation));
        }
    }
}
