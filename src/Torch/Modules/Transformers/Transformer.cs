using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>An encoder of the source (S, B, E), and a decoder of the target (T, B, E) that looks at it; see https://arxiv.org/abs/1706.03762.</summary>
    public sealed class Transformer : nn.Module<Tensor, Tensor, Tensor>
    {
        [ComponentName(Name = "encoder")] private readonly TransformerEncoder _encoder;
        [ComponentName(Name = "decoder")] private readonly TransformerDecoder _decoder;

        internal Transformer(TransformerSizes sizes, long encoderLayers, long decoderLayers)
            : base(nameof(Transformer))
        {
            using (var layer = new TransformerEncoderLayer(sizes)) _encoder = new TransformerEncoder(layer, encoderLayers, nn.LayerNorm(sizes.Width));
            using (var layer = new TransformerDecoderLayer(sizes)) _decoder = new TransformerDecoder(layer, decoderLayers, nn.LayerNorm(sizes.Width));
            RegisterComponents();
            foreach (var parameter in parameters().Where(parameter => parameter.Dimensions > 1)) _ = nn.init.xavier_uniform_(parameter);
        }

        public override Tensor forward(Tensor src, Tensor tgt) => call(src, tgt, null!);

        public Tensor call(Tensor src, Tensor tgt, Tensor src_mask, Tensor? tgt_mask = null, Tensor? memory_mask = null, Tensor? src_key_padding_mask = null, Tensor? tgt_key_padding_mask = null, Tensor? memory_key_padding_mask = null)
        {
            using var memory = _encoder.forward(src, src_mask, src_key_padding_mask);
            return _decoder.forward(tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Transformer Transformer(long d_model = 512, long nhead = 8, long num_encoder_layers = 6, long num_decoder_layers = 6, long dim_feedforward = 2048, double dropout = 0.1, Activations activation = Activations.ReLU) =>
                new(new TransformerSizes(d_model, nhead, dim_feedforward, dropout, activation), num_encoder_layers, num_decoder_layers);
        }
    }
}
