namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static unsafe partial class functional
        {
            /// <summary>libtorch 1.13 has it under a name of its own, and with the weights as a second result.</summary>
            private static readonly Operator s_attention = new("scaled_dot_product_attention", "");
            private static readonly Operator s_attentionBefore2 = new("_scaled_dot_product_attention", "");

            /// <summary>
            /// softmax(q kᵀ / √E + mask) v over the last two dimensions; see https://arxiv.org/abs/1706.03762.
            /// A mask of booleans is true where a query may look at a key.
            /// </summary>
            public static Tensor scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, double p = 0, bool is_casual = false)
            {
                var arguments = stackalloc Arg[7];
                arguments[0] = Arg.Required(query, nameof(query));
                arguments[1] = Arg.Required(key, nameof(key));
                arguments[2] = Arg.Required(value, nameof(value));
                arguments[3] = Arg.Of(attn_mask);
                arguments[4] = Arg.Real(p);
                if (s_attention.Exists)
                {
                    arguments[5] = Arg.Of(is_casual);
                    return Kept(s_attention.One(arguments, 6), query, key, value, attn_mask);
                }

                arguments[5] = Arg.Of(false);
                arguments[6] = Arg.Of(is_casual);
                var (output, weights) = s_attentionBefore2.Two(arguments, 7);
                weights?.Dispose();
                return Kept(output, query, key, value, attn_mask);
            }

            private static Tensor Kept(Tensor result, params ReadOnlySpan<Tensor?> inputs)
            {
                foreach (var input in inputs) GC.KeepAlive(input);
                return result;
            }
        }
    }
}
