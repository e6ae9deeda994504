namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            [Aten("l1_loss", "input, target, (long)reduction")]
            public static partial Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean);

            [Aten("mse_loss", "input, target, (long)reduction")]
            public static partial Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean);

            [Aten("smooth_l1_loss", "input, target, (long)reduction, beta")]
            public static partial Tensor smooth_l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1);

            [Aten("huber_loss", "input, target, (long)reduction, delta")]
            public static partial Tensor huber_loss(Tensor input, Tensor target, double delta = 1, Reduction reduction = Reduction.Mean);

            [Aten("binary_cross_entropy", "input, target, weight, (long)reduction")]
            public static partial Tensor binary_cross_entropy(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean);

            [Aten("binary_cross_entropy_with_logits", "input, target, weight, pos_weights, (long)reduction")]
            public static partial Tensor binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null);

            [Aten("cross_entropy_loss", "input, target, weight, (long)reduction, ignore_index, label_smoothing")]
            public static partial Tensor cross_entropy(Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean, double label_smoothing = 0);

            [Aten("nll_loss_nd", "input, target, weight, (long)reduction")]
            public static partial Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean);

            [Aten("kl_div", "input, target, (long)reduction, log_target")]
            public static partial Tensor kl_div(Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean);

            [Aten("poisson_nll_loss", "input, target, log_input, full, (double)eps, (long)reduction")]
            public static partial Tensor poisson_nll_loss(Tensor input, Tensor target, bool log_input = true, bool full = false, float eps = 1e-8f, Reduction reduction = Reduction.Mean);

            [Aten("cosine_embedding_loss", "input1, input2, target, margin, (long)reduction")]
            public static partial Tensor cosine_embedding_loss(Tensor input1, Tensor input2, Tensor target, double margin = 0, Reduction reduction = Reduction.Mean);

            [Aten("margin_ranking_loss", "input1, input2, target, margin, (long)reduction")]
            public static partial Tensor margin_ranking_loss(Tensor input1, Tensor input2, Tensor target, double margin = 0, Reduction reduction = Reduction.Mean);

            [Aten("hinge_embedding_loss", "input, target, margin, (long)reduction")]
            public static partial Tensor hinge_embedding_loss(Tensor input, Tensor target, double margin = 0, Reduction reduction = Reduction.Mean);

            [Aten("soft_margin_loss", "input, target, (long)reduction")]
            public static partial Tensor soft_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean);

            [Aten("multilabel_margin_loss", "input, target, (long)reduction")]
            public static partial Tensor multi_label_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean);

            [Aten("multi_margin_loss", "input, target, (Scalar)p, (Scalar)margin, weight, (long)reduction")]
            public static partial Tensor multi_margin_loss(Tensor input, Tensor target, int p = 1, double margin = 1, Tensor? weight = null, Reduction reduction = Reduction.Mean);

            [Aten("triplet_margin_loss", "anchor, positive, negative, margin, (double)p, eps, swap, (long)reduction")]
            public static partial Tensor triplet_margin_loss(Tensor anchor, Tensor positive, Tensor negative, double margin = 1, long p = 2, double eps = 1e-6, bool swap = false, Reduction reduction = Reduction.Mean);

            [Aten("ctc_loss.Tensor", "log_probs, targets, input_lengths, target_lengths, blank, (long)reduction, zero_infinity")]
            public static partial Tensor ctc_loss(Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths, long blank = 0, bool zero_infinity = false, Reduction reduction = Reduction.Mean);
        }
    }
}
