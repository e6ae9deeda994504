// What ALiBi is compared with: sinusoidal encodings, rotary encodings, and the learned bias of T5.

namespace Lectern.Implementations.Alibi;

public static class Positions
{
    // The encodings of Attention/Attention.cs: Vaswani 2017, §3.5.
    public static Tensor Sinusoid(long count, long d_model)
    {
        using var scope = NewDisposeScope();
        var pos = arange(count, dtype: float64).unsqueeze(1);                           // (T, 1)
        var two_i = arange(0, d_model, 2, dtype: float64);                              // (C / 2)
        var angle = pos * (two_i * (-Math.Log(10_000) / d_model)).exp();                // (T, C / 2)
        return stack([angle.sin(), angle.cos()], -1).flatten(1).to(float32).MoveToOuterDisposeScope();   // (T, C)
    }

    // R_t x: the pair (x_2i, x_2i+1) turned by the angle t · 10000^(−2i/D).            Su 2021 (2104.09864), (14) and (34)
    public static Tensor Rotate(Tensor x)
    {
        using var scope = NewDisposeScope();
        var (T, D) = (x.size(-2), x.size(-1));
        var t = arange(T, dtype: float32, device: x.device).unsqueeze(1);
        var angle = t * (arange(0, D, 2, dtype: float32, device: x.device) * (-Math.Log(10_000) / D)).exp();   // (T, D / 2)
        var (sin, cos) = (angle.sin(), angle.cos());
        var pairs = x.unflatten(x.dim() - 1, [D / 2, 2]);                               // (B, H, T, D / 2, 2)
        var (even, odd) = (pairs.select(-1, 0), pairs.select(-1, 1));
        return stack([even * cos - odd * sin, even * sin + odd * cos], -1).flatten(-2).MoveToOuterDisposeScope();
    }

    /// <summary>0 where query i may look at key j ≤ i, −∞ elsewhere; (T, T).</summary>
    public static Tensor CausalMask(long T, Device device)
    {
        using var all = full([T, T], double.NegativeInfinity, float32, device);
        return all.triu(1);
    }

    // Distances up to half of the buckets have one each; the others share the rest on a logarithmic scale up to 128.
    // Raffel 2019 (1910.10683), §2.1.
    public static long Bucket(long distance, long buckets = 32, long furthest = 128)
    {
        var exact = buckets / 2;
        if (distance < exact) return Math.Max(distance, 0);
        var share = Math.Log((double)distance / exact) / Math.Log((double)furthest / exact);
        return Math.Min(buckets - 1, exact + (long)(share * (buckets - exact)));
    }
}

/// <summary>A learned number per head and bucket of distance, the same in every layer.</summary>
public sealed class RelativeBias : Module<Tensor, Tensor>
{
    private readonly Embedding table;

    public RelativeBias(int heads, long buckets = 32)
        : base(nameof(RelativeBias))
    {
        table = Embedding(buckets, heads);
        RegisterComponents();
    }

    /// <summary>From positions (T) to biases (H, T, T).</summary>
    public override Tensor forward(Tensor positions)
    {
        using var scope = NewDisposeScope();
        var T = positions.size(0);
        var of_distance = Enumerable.Range(0, (int)T).Select(d => Positions.Bucket(d)).ToArray();
        var distance = (positions.unsqueeze(1) - positions.unsqueeze(0)).clamp(0);      // (T, T)
        var buckets = tensor(of_distance, device: positions.device)[TensorIndex.Tensor(distance)];
        return table.call(buckets).permute(2, 0, 1).MoveToOuterDisposeScope();          // (H, T, T)
    }
}
