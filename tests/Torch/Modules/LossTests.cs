using Lectern.Torch.Tests.Support;
using static TorchSharp.torch.nn;

namespace Lectern.Torch.Tests.Modules;

/// <summary>Losses that are a formula of each element, against that formula, in each reduction.</summary>
public sealed class LossTests : IDisposable
{
    private const double Exact = 1e-12;

    private static readonly double[] s_x = Samples.Of(12, 1);
    private static readonly double[] s_y = Samples.Of(12, 2);
    private static readonly double[] s_p = [.. s_x.Select(v => 0.5 + v / 5)];
    private static readonly double[] s_q = [.. s_y.Select(v => 0.5 + v / 5)];
    private static readonly double[] s_signs = [.. s_y.Select(v => v > 0 ? 1.0 : -1)];
    private static readonly double[] s_w = [.. Samples.Of(12, 3).Select(Math.Abs)];

    private static readonly Dictionary<string, (double[] X, double[] Y, Func<Reduction, Func<Tensor, Tensor, Tensor>> Loss, Func<int, double> Formula)> s_cases = new()
    {
        ["l1"] = (s_x, s_y, r => L1Loss(r).call, i => Math.Abs(s_x[i] - s_y[i])),
        ["mse"] = (s_x, s_y, r => MSELoss(r).call, i => Square(s_x[i] - s_y[i])),
        ["smooth l1"] = (s_x, s_y, r => SmoothL1Loss(r, 0.7).call, i => Math.Abs(s_x[i] - s_y[i]) < 0.7 ? Square(s_x[i] - s_y[i]) / 1.4 : Math.Abs(s_x[i] - s_y[i]) - 0.35),
        ["huber"] = (s_x, s_y, r => HuberLoss(0.7, r).call, i => Math.Abs(s_x[i] - s_y[i]) < 0.7 ? Square(s_x[i] - s_y[i]) / 2 : 0.7 * (Math.Abs(s_x[i] - s_y[i]) - 0.35)),
        ["bce"] = (s_p, s_q, r => BCELoss(null, r).call, i => Entropy(s_p[i], s_q[i])),
        ["weighted bce"] = (s_p, s_q, r => BCELoss(Vector(s_w), r).call, i => s_w[i] * Entropy(s_p[i], s_q[i])),
        ["bce with logits"] = (s_x, s_q, r => BCEWithLogitsLoss(null, r).call, i => Entropy(Sigma(s_x[i]), s_q[i])),
        ["weighted bce with logits"] = (s_x, s_q, r => BCEWithLogitsLoss(Vector(s_w), r, Vector(s_p)).call,
            i => -s_w[i] * (s_p[i] * s_q[i] * Math.Log(Sigma(s_x[i])) + (1 - s_q[i]) * Math.Log(1 - Sigma(s_x[i])))),
        ["kl divergence"] = (s_x, s_q, r => KLDivLoss(false, r).call, i => s_q[i] * (Math.Log(s_q[i]) - s_x[i])),
        ["kl divergence of logarithms"] = (s_x, s_y, r => KLDivLoss(true, r).call, i => Math.Exp(s_y[i]) * (s_y[i] - s_x[i])),
        ["poisson"] = (s_x, s_q, r => PoissonNLLLoss(reduction: r).call, i => Math.Exp(s_x[i]) - s_q[i] * s_x[i]),
        ["poisson of rates"] = (s_p, s_q, r => PoissonNLLLoss(false, false, 1e-3f, r).call, i => s_p[i] - s_q[i] * Math.Log(s_p[i] + (double)1e-3f)),
        ["full poisson"] = (s_p, s_w, r => PoissonNLLLoss(full: true, reduction: r).call,
            i => Math.Exp(s_p[i]) - s_w[i] * s_p[i] + (s_w[i] <= 1 ? 0 : s_w[i] * Math.Log(s_w[i]) - s_w[i] + 0.5 * Math.Log(2 * Math.PI * s_w[i]))),
        ["hinge embedding"] = (s_x, s_signs, r => HingeEmbeddingLoss(1.2, r).call, i => s_signs[i] > 0 ? s_x[i] : Math.Max(0, 1.2 - s_x[i])),
        ["soft margin"] = (s_x, s_signs, r => SoftMarginLoss(r).call, i => Math.Log(1 + Math.Exp(-s_signs[i] * s_x[i]))),
        ["margin ranking"] = (s_x, s_y, r => (a, b) => MarginRankingLoss(0.3, r).call(a, b, Vector(s_signs)), i => Math.Max(0, -s_signs[i] * (s_x[i] - s_y[i]) + 0.3)),
        ["gaussian"] = (s_x, s_y, r => (a, b) => GaussianNLLLoss(reduction: r).call(a, b, Vector(s_q)), i => (Math.Log(s_q[i]) + Square(s_x[i] - s_y[i]) / s_q[i]) / 2),
        ["full gaussian"] = (s_x, s_y, r => (a, b) => GaussianNLLLoss(true, 0.5f, r).call(a, b, Vector(s_q)),
            i => (Math.Log(Math.Max(0.5, s_q[i])) + Square(s_x[i] - s_y[i]) / Math.Max(0.5, s_q[i]) + Math.Log(2 * Math.PI)) / 2),
    };

    private readonly DisposeScope _scope = NewDisposeScope();

    public static TheoryData<string, Reduction> Cases
    {
        get
        {
            var data = new TheoryData<string, Reduction>();
            foreach (var name in s_cases.Keys)
            {
                foreach (var reduction in Enum.GetValues<Reduction>()) data.Add(name, reduction);
            }

            return data;
        }
    }

    public void Dispose() => _scope.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_loss_is_its_formula_with_its_gradient(string name, Reduction reduction)
    {
        var (x, y, make, formula) = s_cases[name];
        var (input, target) = (Vector(x), Vector(y));
        var loss = make(reduction);
        double[] elements = [.. Enumerable.Range(0, 12).Select(formula)];
        TensorAssert.Close(Reduce(elements, reduction), loss(input, target).Items(), Exact, Exact);
        FiniteDifference.Check(() => loss(input, target), input);
    }

    [Fact]
    public void A_negative_variance_is_an_error() =>
        Assert.Throws<ArgumentException>(() => functional.gaussian_nll_loss(Vector(s_x), Vector(s_y), Vector(s_x)));

    [Fact]
    public void One_variance_can_belong_to_a_row()
    {
        var (x, y) = (Samples.Tensor(1, 2, 3), Samples.Tensor(2, 2, 3));
        var v = Samples.Tensor([0.5, 2], 2);
        var each = functional.gaussian_nll_loss(x, y, v.unsqueeze(-1).expand(2, 3));
        TensorAssert.Close(each, functional.gaussian_nll_loss(x, y, v), Exact);
        TensorAssert.Close(each, functional.gaussian_nll_loss(x, y, v.unsqueeze(-1)), Exact);
        Assert.Throws<ArgumentException>(() => functional.gaussian_nll_loss(x, y, Samples.Tensor([1, 1, 1], 3)));
        FiniteDifference.Check(() => functional.gaussian_nll_loss(x, y, v), x, v);
    }

    [Theory]
    [InlineData(Reduction.None)]
    [InlineData(Reduction.Mean)]
    [InlineData(Reduction.Sum)]
    public void Cosine_embedding_pulls_together_or_pushes_apart(Reduction reduction)
    {
        var (x, y, sign) = (Samples.Tensor(1, 4, 3), Samples.Tensor(2, 4, 3), Samples.Tensor([1, -1, -1, 1], 4));
        var cosines = x.Items().Chunk(3).Zip(y.Items().Chunk(3), (a, b) => Dot(a, b) / Math.Sqrt(Dot(a, a) * Dot(b, b))).ToArray();
        double[] expected = [.. cosines.Select((c, i) => i is 0 or 3 ? 1 - c : Math.Max(0, c + 0.4))];

        // The operator adds 1e-12 under the root.
        TensorAssert.Close(Reduce(expected, reduction), CosineEmbeddingLoss(-0.4, reduction).call(x, y, sign).Items(), 1e-10, 1e-10);
        FiniteDifference.Check(() => functional.cosine_embedding_loss(x, y, sign, -0.4, reduction), x, y);
    }

    [Theory]
    [InlineData(false, Reduction.None)]
    [InlineData(true, Reduction.Mean)]
    [InlineData(true, Reduction.Sum)]
    public void Triplets_compare_distances(bool swap, Reduction reduction)
    {
        var (a, p, n) = (Samples.Tensor(1, 4, 3), Samples.Tensor(2, 4, 3), Samples.Tensor(3, 4, 3));
        var (ai, pi, ni) = (a.Items().Chunk(3).ToArray(), p.Items().Chunk(3).ToArray(), n.Items().Chunk(3).ToArray());
        double[] expected = [.. Enumerable.Range(0, 4).Select(i =>
        {
            var far = Distance(ai[i], ni[i]);
            return Math.Max(0, Distance(ai[i], pi[i]) - (swap ? Math.Min(far, Distance(pi[i], ni[i])) : far) + 1.5);
        })];
        TensorAssert.Close(Reduce(expected, reduction), TripletMarginLoss(1.5, swap: swap, reduction: reduction).call(a, p, n).Items(), Exact, Exact);
        TensorAssert.Close(Reduce(expected, reduction), TripletMarginWithDistanceLoss(null, 1.5, swap, reduction).call(a, p, n).Items(), Exact, Exact);
        var city = TripletMarginWithDistanceLoss((s, t) => (s - t).abs().sum([-1]), 1.5).call(a, p, n);
        TensorAssert.Close(((a - p).abs().sum([-1]) - (a - n).abs().sum([-1]) + 1.5).clamp_min(0).mean(), city, Exact);
        FiniteDifference.Check(() => functional.triplet_margin_loss(a, p, n, 1.5, swap: swap, reduction: reduction), a, p, n);
        FiniteDifference.Check(() => functional.triplet_margin_with_distance_loss(a, p, n, null, 1.5, swap, reduction), a, p, n);
    }

    [Fact]
    public void Weights_are_buffers_of_a_loss_and_follow_it()
    {
        using var weight = ones(3);
        using (var loss = NLLLoss(weight))
        {
            Assert.Equal(["weight"], loss.state_dict().Keys);
            _ = loss.to(ScalarType.Float64);
            Assert.Equal(ScalarType.Float64, loss.weight!.dtype);
        }

        Assert.Equal(3, weight.sum().item<float>());
        Assert.Null(NLLLoss().weight);
    }

    [Fact]
    public void Composed_losses_leave_no_handles()
    {
        var (x, y, v) = (Vector(s_x), Vector(s_y), Vector(s_q));
        var before = Tensor.TotalCount;
        functional.gaussian_nll_loss(x, y, v).Dispose();
        functional.multilabel_soft_margin_loss(x, y).Dispose();
        functional.triplet_margin_with_distance_loss(x, y, v).Dispose();
        Assert.Equal(before, Tensor.TotalCount);
    }

    internal static double[] Reduce(double[] elements, Reduction reduction) => reduction switch
    {
        Reduction.Mean => [elements.Average()],
        Reduction.Sum => [elements.Sum()],
        _ => elements,
    };

    private static Tensor Vector(double[] items) => Samples.Tensor(items, items.Length);

    private static double Square(double v) => v * v;

    private static double Sigma(double v) => 1 / (1 + Math.Exp(-v));

    private static double Entropy(double p, double q) => -(q * Math.Log(p) + (1 - q) * Math.Log(1 - p));

    private static double Dot(double[] a, double[] b) => a.Zip(b, (s, t) => s * t).Sum();

    private static double Distance(double[] a, double[] b) => Math.Sqrt(a.Zip(b, (s, t) => Square(s - t + 1e-6)).Sum());
}
