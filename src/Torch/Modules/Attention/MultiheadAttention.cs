using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>
    /// softmax(q kᵀ / √d) v in several heads, each on its own part of d = E / heads features; see https://arxiv.org/abs/1706.03762.
    /// Query (T, B, E), key (S, B, E) and value (S, B, E), or all without B.
    /// </summary>
    public sealed class MultiheadAttention : nn.Module<Tensor, Tensor, Tensor, Tensor?, bool, Tensor?, Tuple<Tensor, Tensor>>
    {
        private readonly long _heads;
        private readonly double _dropout;
        private readonly bool _zero;

        [ComponentName(Name = "in_proj_weight")] private readonly Parameter? _all;
        [ComponentName(Name = "q_proj_weight")] private readonly Parameter? _query;
        [ComponentName(Name = "k_proj_weight")] private readonly Parameter? _key;
        [ComponentName(Name = "v_proj_weight")] private readonly Parameter? _value;
        [ComponentName(Name = "in_proj_bias")] private readonly Parameter? _bias;
        [ComponentName(Name = "bias_k")] private readonly Parameter? _keyBias;
        [ComponentName(Name = "bias_v")] private readonly Parameter? _valueBias;
        [ComponentName(Name = "out_proj")] private readonly Linear _output;

        internal MultiheadAttention(long embedded_dim, long num_heads, double dropout, bool bias, bool add_bias_kv, bool add_zero_attn, long kdim, long vdim)
            : base(nameof(MultiheadAttention))
        {
            if (num_heads <= 0 || embedded_dim % num_heads != 0)
                throw new ArgumentException($"{embedded_dim} features do not make {num_heads} heads.", nameof(num_heads));
            (_heads, _dropout, _zero) = (num_heads, dropout, add_zero_attn);

            // PyTorch draws the output projection first.
            _output = nn.Linear(embedded_dim, embedded_dim, bias);
            if (kdim == embedded_dim && vdim == embedded_dim)
            {
                _all = Drawn(3 * embedded_dim, embedded_dim);
            }
            else
            {
                _query = Drawn(embedded_dim, embedded_dim);
                _key = Drawn(embedded_dim, kdim);
                _value = Drawn(embedded_dim, vdim);
            }

            if (bias)
            {
                _bias = Fresh.Full(0, null, null, 3 * embedded_dim);
                _ = nn.init.zeros_(_output.bias!);
            }

            if (add_bias_kv)
            {
                _keyBias = Fresh.Empty(null, null, 1, 1, embedded_dim);
                _valueBias = Fresh.Empty(null, null, 1, 1, embedded_dim);
                _ = nn.init.xavier_normal_(_keyBias);
                _ = nn.init.xavier_normal_(_valueBias);
            }

            RegisterComponents();
        }

        /// <summary>
        /// The output (T, B, E), and the weights (B, T, S) averaged over the heads, or null. Masks are true, or hold what is added to the scores, where
        /// a query must not look: <paramref name="key_padding_mask"/> (B, S) for all queries, <paramref name="attn_mask"/> (T, S) or (B · heads, T, S).
        /// </summary>
        public override Tuple<Tensor, Tensor> forward(Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask, bool need_weights, Tensor? attn_mask)
        {
            using var scope = NewDisposeScope();
            if (query.Dimensions == 2)
            {
                var (single, looks) = forward(
                    query.unsqueeze(1), key.unsqueeze(1), value.unsqueeze(1), key_padding_mask?.unsqueeze(0), need_weights, attn_mask);
                return Tuple.Create(single.squeeze(1).MoveToOuterDisposeScope(), looks?.squeeze(0).MoveToOuterDisposeScope()!);
            }

            var (T, B, E) = (query.size(0), query.size(1), query.size(2));
            var (q, k, v) = Projected(query, key, value);
            var added = _keyBias is null ? 0 : 1;
            if (_keyBias is not null) (k, v) = (cat([k, _keyBias.repeat(1, B, 1)]), cat([v, _valueBias!.repeat(1, B, 1)]));
            (q, k, v) = (Heads(q, B), Heads(k, B), Heads(v, B));
            if (_zero)
            {
                var nothing = zeros([B * _heads, 1, E / _heads], q.dtype, q.device);
                (k, v, added) = (cat([k, nothing], 1), cat([v, nothing], 1), added + 1);
            }

            var mask = Mask(attn_mask, key_padding_mask, q, B, k.size(1), added);
            var scaled = q.div(Math.Sqrt(E / _heads));
            var scores = mask is null ? scaled.bmm(k.transpose(1, 2)) : AttentionOperators.AddedProduct(mask, scaled, k.transpose(1, 2));
            var weights = nn.functional.softmax(scores, -1);
            if (training && _dropout > 0) weights = nn.functional.dropout(weights, _dropout);
            var heads = weights.bmm(v).transpose(0, 1).reshape(T, B, E);
            var output = _output.forward(heads).MoveToOuterDisposeScope();
            return Tuple.Create(output, need_weights ? weights.view(B, _heads, T, -1).mean([1L]).MoveToOuterDisposeScope() : null!);
        }

        public new Tuple<Tensor, Tensor> call(Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask = null, bool need_weights = true, Tensor? attn_mask = null) =>
            base.call(query, key, value, key_padding_mask, need_weights, attn_mask);

        private static Parameter Drawn(long rows, long columns)
        {
            var weight = Fresh.Empty(null, null, rows, columns);
            _ = nn.init.xavier_uniform_(weight);
            return weight;
        }

        private (Tensor Q, Tensor K, Tensor V) Projected(Tensor query, Tensor key, Tensor value)
        {
            if (_all is not null && ReferenceEquals(query, key) && ReferenceEquals(key, value))
            {
                var together = nn.functional.linear(query, _all, _bias);
                return (Third(together, 0, -1), Third(together, 1, -1), Third(together, 2, -1));
            }

            return (Projected(query, _query, 0), Projected(key, _key, 1), Projected(value, _value, 2));
        }

        private Tensor Projected(Tensor x, Parameter? own, long which) =>
            nn.functional.linear(x, own ?? Third(_all!, which, 0), _bias is null ? null : Third(_bias, which, 0));

        private static Tensor Third(Tensor x, long which, int dim)
        {
            var size = x.size(dim) / 3;
            return x.narrow(dim, which * size, size);
        }

        /// <summary>(T, B, E) → (B · heads, T, d).</summary>
        private Tensor Heads(Tensor x, long batch) => x.contiguous().view(x.size(0), batch * _heads, -1).transpose(0, 1);

        /// <summary>Both masks as what is added to the scores (B · heads, T or 1, S); the keys that were added are never masked.</summary>
        private Tensor? Mask(Tensor? pairs, Tensor? keys, Tensor like, long batch, long length, long added)
        {
            if (pairs is not null)
            {
                pairs = Widened(Additive(pairs, like), added);
                if (pairs.Dimensions == 2) pairs = pairs.unsqueeze(0);
            }

            if (keys is null) return pairs;
            keys = Widened(Additive(keys, like), added).view(batch, 1, 1, length).expand(-1, _heads, -1, -1).reshape(batch * _heads, 1, length);
            return pairs is null ? keys : pairs.add(keys);
        }

        private static Tensor Additive(Tensor mask, Tensor like) => mask.dtype is ScalarType.Bool or ScalarType.Byte
            ? zeros_like(mask, like.dtype).masked_fill_(mask.to(ScalarType.Bool), double.NegativeInfinity)
            : mask.to(like.dtype);

        private static Tensor Widened(Tensor mask, long added) => added == 0 ? mask : nn.functional.pad(mask, (0L, added));
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static MultiheadAttention MultiheadAttention(long embedded_dim, long num_heads, double dropout = 0, bool bias = true, bool add_bias_kv = false, bool add_zero_attn = false, long? kdim = null, long? vdim = null) =>
                new(embedded_dim, num_heads, dropout, bias, add_bias_kv, add_zero_attn, kdim ?? embedded_dim, vdim ?? embedded_dim);
        }
    }
}
