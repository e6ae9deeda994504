// How the Transformer learns: the rate that rises and then falls (§5.3), and targets that are not quite certain (§5.4).

namespace Lectern.Implementations.Attention;

public static class Training
{
    #region eq-rate
    // lrate = d_model^(−0.5) · min(step^(−0.5), step · warmup_steps^(−1.5))                                        (3)
    public static double Rate(long step, long d_model, long warmup_steps = 4000) =>
        Math.Pow(d_model, -0.5) * Math.Min(Math.Pow(step, -0.5), step * Math.Pow(warmup_steps, -1.5));
    #endregion

    #region eq-smoothing
    // loss = −Σ_k q(k) log p(k),  q(k) = (1 − ε) [k = y] + ε / V,  ε = 0.1                    §5.4 with Szegedy 2015 (1512.00567)
    public static Tensor SmoothedLoss(Tensor logits, Tensor targets, double epsilon = 0.1, long? padding = null)
    {
        using var scope = NewDisposeScope();
        var log_p = logits.log_softmax(-1);                                             // (B, T, V)
        var of_target = log_p.gather(-1, targets.unsqueeze(-1)).squeeze(-1);            // (B, T)
        var loss = -(of_target * (1 - epsilon) + log_p.mean([-1]) * epsilon);           // (B, T)
        if (padding is null) return loss.mean().MoveToOuterDisposeScope();
        var present = targets.ne(padding.Value).to(loss.dtype);
        return ((loss * present).sum() / present.sum()).MoveToOuterDisposeScope();
    }
    #endregion
}
