using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>
    /// x ← norm₁(x + attention(x)), x ← norm₂(x + attention(x, memory)), x ← norm₃(x + W₂ activation(W₁ x)), for x of shape (T, B, E) and memory (S, B, E).
    /// </summary>
    public sealed class TransformerDecoderLayer : nn.Module<Tensor, Tensor, Tensor?, Tensor?, Tensor?, Tensor?, Tensor>, nn.IModule<Tensor, Tensor, Tensor>
    {
        [ComponentName(Name = "self_attn")] private readonly MultiheadAttention _attention;
        [ComponentName(Name = "multihead_attn")] private readonly MultiheadAttention _memory;
        [ComponentName(Name = "linear1")] private readonly Linear _linear1;
        [ComponentName(Name = "dropout")] private readonly Dropout _dropout;
        [ComponentName(Name = "linear2")] private readonly Linear _linear2;
        [ComponentName(Name = "norm1")] private readonly LayerNorm _norm1;
        [ComponentName(Name = "norm2")] private readonly LayerNorm _norm2;
        [ComponentName(Name = "norm3")] private readonly LayerNorm _norm3;
        [ComponentName(Name = "dropout1")] private readonly Dropout _dropout1;
        [ComponentName(Name = "dropout2")] private readonly Dropout _dropout2;
        [ComponentName(Name = "dropout3")] private readonly Dropout _dropout3;

        internal TransformerDecoderLayer(TransformerSizes sizes)
            : base(nameof(TransformerDecoderLayer))
        {
            Sizes = sizes;
            _attention = sizes.Attention();
            _memory = sizes.Attention();
            _linear1 = nn.Linear(sizes.Width, sizes.Inner);
            _dropout = nn.Dropout(sizes.Dropout);
            _linear2 = nn.Linear(sizes.Inner, sizes.Width);
            _norm1 = nn.LayerNorm(sizes.Width);
            _norm2 = nn.LayerNorm(sizes.Width);
            _norm3 = nn.LayerNorm(sizes.Width);
            _dropout1 = nn.Dropout(sizes.Dropout);
            _dropout2 = nn.Dropout(sizes.Dropout);
            _dropout3 = nn.Dropout(sizes.Dropout);
            RegisterComponents();
        }

        internal TransformerSizes Sizes { get; }

        public override Tensor forward(Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask, Tensor? tgt_key_padding_mask, Tensor? memory_key_padding_mask)
        {
            using var scope = NewDisposeScope();
            var looked = _attention.call(tgt, tgt, tgt, tgt_key_padding_mask, false, tgt_mask).Item1;
            var x = _norm1.call(tgt.add(_dropout1.call(looked)));
            var remembered = _memory.call(x, memory, memory, memory_key_padding_mask, false, memory_mask).Item1;
            x = _norm2.call(x.add(_dropout2.call(remembered)));
            var inner = _linear2.call(_dropout.call(Sizes.Activate(_linear1.call(x))));
            return _norm3.call(x.add(_dropout3.call(inner))).MoveToOuterDisposeScope();
        }

        public new Tensor call(Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask = null, Tensor? tgt_key_padding_mask = null, Tensor? memory_key_padding_mask = null) =>
            base.call(tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);

        public Tensor call(Tensor tgt, Tensor memory) => base.call(tgt, memory, null, null, null, null);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static TransformerDecoderLayer TransformerDecoderLayer(long d_model = 512, long nhead = 8, long dim_feedforward = 2048, double dropout = 0.1, Activations activation = Activations.ReLU) =>
                new(new TransformerSizes(d_model, nhead, dim_feedforward, dropout, activation));
        }
    }
}
