using Lectern.Torch.Tests.Support;
using static TorchSharp.torch.nn;

namespace Lectern.Torch.Tests.Modules;

/// <summary>Losses over classes, against loops.</summary>
public sealed class ClassLossTests : IDisposable
{
    private const double Exact = 1e-12;
    private const int N = 5;
    private const int C = 4;

    private static readonly long[] s_classes = [2, 0, 3, 1, 2];
    private static readonly double[] s_weight = [0.5, 1, 2, 0.25];

    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Tensor _x = Samples.Tensor(1, N, C);
    private readonly Tensor _y = Samples.Tensor(s_classes, N);
    private readonly Tensor _w = Samples.Tensor(s_weight, C);

    public static TheoryData<Reduction, bool, double> CrossEntropyCases
    {
        get
        {
            var data = new TheoryData<Reduction, bool, double>();
            foreach (var reduction in Enum.GetValues<Reduction>())
            {
                foreach (var weighted in new[] { false, true })
                {
                    foreach (var smoothing in new[] { 0.0, 0.2 }) data.Add(reduction, weighted, smoothing);
                }
            }

            return data;
        }
    }

    public void Dispose() => _scope.Dispose();

    [Theory]
    [MemberData(nameof(CrossEntropyCases))]
    public void Cross_entropy_weighs_smooths_and_ignores(Reduction reduction, bool weighted, double smoothing)
    {
        const long Ignored = 3;
        var rows = LogSoftmaxOf(_x);
        var weight = weighted ? s_weight : [1, 1, 1, 1];
        double[] elements = [.. Enumerable.Range(0, N).Select(n => s_classes[n] == Ignored ? 0 :
            -(1 - smoothing) * weight[s_classes[n]] * rows[n][s_classes[n]] - smoothing / C * rows[n].Select((v, c) => weight[c] * v).Sum())];

        // The mean is over the weights of the classes that count.
        var total = s_classes.Where(c => c != Ignored).Sum(c => weight[c]);
        double[] expected = reduction == Reduction.Mean ? [elements.Sum() / total] : LossTests.Reduce(elements, reduction);
        var loss = new TorchSharp.Modules.CrossEntropyLoss(weighted ? _w : null, Ignored, reduction, smoothing);
        TensorAssert.Close(expected, loss.call(_x, _y).Items(), Exact, Exact);
        FiniteDifference.Check(() => loss.call(_x, _y), _x);
    }

    [Theory]
    [InlineData(Reduction.None)]
    [InlineData(Reduction.Mean)]
    [InlineData(Reduction.Sum)]
    public void Cross_entropy_takes_probabilities(Reduction reduction)
    {
        var target = Samples.Tensor(2, N, C).softmax(1);
        var (rows, probabilities) = (LogSoftmaxOf(_x), target.Items().Chunk(C).ToArray());
        double[] elements = [.. Enumerable.Range(0, N).Select(n => -rows[n].Zip(probabilities[n], (l, p) => l * p).Sum())];
        TensorAssert.Close(LossTests.Reduce(elements, reduction), CrossEntropyLoss(reduction: reduction).call(_x, target).Items(), Exact, Exact);
    }

    [Fact]
    public void Cross_entropy_reads_classes_from_the_second_dimension()
    {
        var x = Samples.Tensor(1, 2, C, 3);
        var y = Samples.Tensor(new long[] { 0, 1, 2, 3, 2, 1 }, 2, 3);
        var flat = CrossEntropyLoss().call(x.transpose(1, 2).reshape(6, C), y.reshape(6));
        TensorAssert.Close(flat, CrossEntropyLoss().call(x, y), Exact);
    }

    [Fact]
    public void Without_an_index_to_ignore_minus_one_hundred_is_ignored()
    {
        var y = Samples.Tensor(new long[] { 2, -100, 3, 1, 2 }, N);
        var rows = LogSoftmaxOf(_x);
        TensorAssert.Close([-(rows[0][2] + rows[2][3] + rows[3][1] + rows[4][2]) / 4], CrossEntropyLoss().call(_x, y).Items(), Exact);
    }

    [Theory]
    [InlineData(Reduction.None, false)]
    [InlineData(Reduction.Mean, true)]
    [InlineData(Reduction.Sum, true)]
    public void Nll_picks_the_log_probability_of_the_class(Reduction reduction, bool weighted)
    {
        var rows = _x.Items().Chunk(C).ToArray();
        var weight = weighted ? s_weight : [1, 1, 1, 1];
        double[] elements = [.. rows.Select((row, n) => -weight[s_classes[n]] * row[s_classes[n]])];
        double[] expected = reduction == Reduction.Mean ? [elements.Sum() / s_classes.Sum(c => weight[c])] : LossTests.Reduce(elements, reduction);
        var loss = NLLLoss(weighted ? _w : null, reduction);
        TensorAssert.Close(expected, loss.call(_x, _y).Items(), Exact);
        FiniteDifference.Check(() => loss.call(_x, _y), _x);
    }

    [Theory]
    [InlineData(1, Reduction.None, false)]
    [InlineData(2, Reduction.Mean, true)]
    [InlineData(1, Reduction.Sum, true)]
    public void Multi_margin_compares_the_class_with_all_others(int p, Reduction reduction, bool weighted)
    {
        var weight = weighted ? s_weight : [1, 1, 1, 1];
        double[] elements = [.. _x.Items().Chunk(C).Select((row, n) => row.Select((v, c) =>
            c == s_classes[n] ? 0 : weight[s_classes[n]] * Math.Pow(Math.Max(0, 0.8 - row[s_classes[n]] + v), p)).Sum() / C)];
        var loss = MultiMarginLoss(p, 0.8, weighted ? _w : null, reduction);
        TensorAssert.Close(LossTests.Reduce(elements, reduction), loss.call(_x, _y).Items(), Exact, Exact);
        FiniteDifference.Check(() => loss.call(_x, _y), _x);
    }

    [Theory]
    [InlineData(Reduction.None)]
    [InlineData(Reduction.Mean)]
    [InlineData(Reduction.Sum)]
    public void Multi_label_margin_compares_each_label_with_each_other_class(Reduction reduction)
    {
        long[][] labels = [[1, -1, 0, 2], [0, 3, -1, 1], [2, 1, 0, -1], [-1, 0, 1, 2], [3, 2, 1, 0]];
        double[] elements = [.. _x.Items().Chunk(C).Select((row, n) =>
        {
            var on = labels[n].TakeWhile(label => label >= 0).ToArray();
            return on.Sum(label => row.Where((_, c) => !on.Contains(c)).Sum(v => Math.Max(0, 1 - (row[label] - v)))) / C;
        })];
        var y = Samples.Tensor([.. labels.SelectMany(row => row)], N, C);
        TensorAssert.Close(LossTests.Reduce(elements, reduction), MultiLabelMarginLoss(reduction).call(_x, y).Items(), Exact, Exact);
        FiniteDifference.Check(() => functional.multi_label_margin_loss(_x, y, reduction), _x);
    }

    [Theory]
    [InlineData(Reduction.None, false)]
    [InlineData(Reduction.Mean, true)]
    [InlineData(Reduction.Sum, true)]
    public void Multi_label_soft_margin_averages_entropies_over_classes(Reduction reduction, bool weighted)
    {
        var weight = weighted ? s_weight : [1, 1, 1, 1];
        var y = (Samples.Tensor(2, N, C) > 0).to(ScalarType.Float64);
        var labels = y.Items().Chunk(C).ToArray();
        double[] elements = [.. _x.Items().Chunk(C).Select((row, n) => row.Select((v, c) =>
            weight[c] * (labels[n][c] * Math.Log(1 + Math.Exp(-v)) + (1 - labels[n][c]) * Math.Log(1 + Math.Exp(v)))).Average())];
        var loss = MultiLabelSoftMarginLoss(weighted ? _w : null, reduction);
        TensorAssert.Close(LossTests.Reduce(elements, reduction), loss.call(_x, y).Items(), Exact, Exact);
        FiniteDifference.Check(() => loss.call(_x, y), _x);
    }

    [Fact]
    public void Ctc_sums_over_all_alignments()
    {
        // Four steps, one example, three symbols of which 0 is the blank; the target is 1 2.
        var logits = Samples.Tensor(1, 4, 1, 3);
        var rows = LogSoftmaxOf(logits.reshape(4, 3));
        var probability = 0.0;
        for (var path = 0; path < 81; path++)
        {
            int[] symbols = [path % 3, path / 3 % 3, path / 9 % 3, path / 27];
            var spelled = symbols.Where((s, t) => s != 0 && (t == 0 || symbols[t - 1] != s)).ToArray();
            if (spelled.SequenceEqual([1, 2])) probability += Math.Exp(symbols.Select((s, t) => rows[t][s]).Sum());
        }

        var (target, inputs, targets) = (Samples.Tensor(new long[] { 1, 2 }, 1, 2), tensor(new long[] { 4 }), tensor(new long[] { 2 }));
        Tensor Loss(Reduction reduction) => CTCLoss(reduction: reduction).call(logits.log_softmax(2), target, inputs, targets);
        TensorAssert.Close([-Math.Log(probability)], Loss(Reduction.Sum).Items(), 1e-10);

        // The mean also divides by the length of the target.
        TensorAssert.Close([-Math.Log(probability) / 2], Loss(Reduction.Mean).Items(), 1e-10);
        FiniteDifference.Check(() => Loss(Reduction.Sum), logits);
    }

    [Fact]
    public void Ctc_of_a_target_that_does_not_fit_is_infinite_or_zero()
    {
        var x = Samples.Tensor(1, 2, 1, 3).log_softmax(2);
        var (target, inputs, targets) = (Samples.Tensor(new long[] { 1, 2, 1 }, 1, 3), tensor(new long[] { 2 }), tensor(new long[] { 3 }));
        Assert.Equal(double.PositiveInfinity, CTCLoss().call(x, target, inputs, targets).item<double>());
        Assert.Equal(0, CTCLoss(zero_infinity: true).call(x, target, inputs, targets).item<double>());
    }

    private static double[][] LogSoftmaxOf(Tensor x) =>
        [.. x.Items().Chunk((int)x.shape[^1]).Select(row => row.Select(v => v - Math.Log(row.Sum(Math.Exp))).ToArray())];
}
