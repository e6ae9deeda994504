namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>(ln v + (x − y)² / v) / 2, plus ln(2π) / 2 when full. The variance v counts as ε where it is less, with its gradient unchanged.</summary>
            public static Tensor gaussian_nll_loss(
                Tensor input, Tensor target, Tensor variance, bool full = false, float eps = 1e-6f, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                var v = Variance(input, variance).clone();
                using (no_grad())
                {
                    if (v.lt(0).any().item<bool>()) throw new ArgumentException("A variance is negative.", nameof(variance));
                    _ = v.clamp_min_(eps);
                }

                var loss = v.log().add(input.sub(target).square().div(v)).mul(0.5);
                if (full) loss = loss.add(0.5 * Math.Log(2 * Math.PI));
                return Reduced(loss, reduction).MoveToOuterDisposeScope();
            }

            public static Tensor multilabel_soft_margin_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                var loss = target.mul(logsigmoid(input)).add((1 - target).mul(logsigmoid(input.neg()))).neg();
                if (weight is not null) loss = loss.mul(weight);
                return Reduced(loss.mean([-1]), reduction).MoveToOuterDisposeScope();
            }

            public static Tensor triplet_margin_with_distance_loss(
                Tensor anchor, Tensor positive, Tensor negative, Func<Tensor, Tensor, Tensor>? distance = null,
                double margin = 1, bool swap = false, Reduction reduction = Reduction.Mean)
            {
                distance ??= (a, b) => pairwise_distance(a, b);
                using var scope = NewDisposeScope();
                var far = distance(anchor, negative);
                if (swap) far = far.minimum(distance(positive, negative));
                return Reduced(distance(anchor, positive).sub(far).add(margin).clamp_min(0), reduction).MoveToOuterDisposeScope();
            }

            /// <summary>A variance for each element, or one for each row of them.</summary>
            private static Tensor Variance(Tensor input, Tensor variance)
            {
                var (elements, given) = (input.shape, variance.shape);
                if (given.SequenceEqual(elements)) return variance;
                if (given.SequenceEqual(elements.SkipLast(1))) return variance.unsqueeze(-1);
                if (given.Length == elements.Length && given[^1] == 1 && given.SkipLast(1).SequenceEqual(elements.SkipLast(1))) return variance;
                throw new ArgumentException($"A variance of shape ({string.Join(", ", given)}) does not go with ({string.Join(", ", elements)}).", nameof(variance));
            }

            private static Tensor Reduced(Tensor loss, Reduction reduction) => reduction switch
            {
                Reduction.Mean => loss.mean(),
                Reduction.Sum => loss.sum(),
                _ => loss,
            };
        }
    }
}
