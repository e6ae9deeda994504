using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static Embedding Embedding(
            long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null, double norm_type = 2,
            bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null) =>
            new Embedding(Fresh.Empty(device, dtype, num_embeddings, embedding_dims), padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse).Drawn();

        public static Embedding Embedding_from_pretrained(
            Tensor embeddings, bool freeze = true, long? padding_idx = null, double? max_norm = null, double norm_type = 2,
            bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null) =>
            new Embedding(new Parameter(embeddings.detach(), !freeze), padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse)
                .MoveModule<Embedding>(device, dtype);

        public static EmbeddingBag EmbeddingBag(
            long num_embeddings, long embedding_dims, double? max_norm = null, double norm_type = 2, bool scale_grad_by_freq = false,
            EmbeddingBagMode mode = EmbeddingBagMode.Mean, bool sparse = false, bool include_last_offset = false, long padding_index = -1,
            Device? device = null, ScalarType? dtype = null)
        {
            var weight = Fresh.Empty(device, dtype, num_embeddings, embedding_dims);
            _ = init.normal_(weight);
            if (padding_index >= 0)
            {
                using var off = no_grad();
                using var row = weight.select(0, padding_index);
                _ = row.fill_(0);
            }

            return new(weight, max_norm, norm_type, scale_grad_by_freq, mode, sparse, include_last_offset, padding_index);
        }

        public static EmbeddingBag EmbeddingBag_from_pretrained(
            Tensor embeddings, bool freeze = true, double? max_norm = null, double norm_type = 2, bool scale_grad_by_freq = false,
            EmbeddingBagMode mode = EmbeddingBagMode.Mean, bool sparse = false, bool include_last_offset = false, long padding_index = -1,
            Device? device = null, ScalarType? dtype = null) =>
            new EmbeddingBag(
                new Parameter(embeddings.detach(), !freeze), max_norm, norm_type, scale_grad_by_freq, mode, sparse, include_last_offset, padding_index)
                .MoveModule<EmbeddingBag>(device, dtype);
    }
}
