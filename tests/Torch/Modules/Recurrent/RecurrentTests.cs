using Lectern.Torch.Tests.Modules.Reference;
using Lectern.Torch.Tests.Support;
using static TorchSharp.torch.nn.utils.rnn;

namespace Lectern.Torch.Tests.Modules.Recurrent;

public sealed class RecurrentTests
{
    /// <summary>Some dozen sums of products through saturating functions, in another order.</summary>
    private const double Rounding = 1e-12;

    private const int In = 3, Hidden = 4, T = 5, B = 3;

    public static TheoryData<string, int, bool> Networks
    {
        get
        {
            var data = new TheoryData<string, int, bool>();
            foreach (var kind in Enum.GetNames<Cell>())
            {
                data.Add(kind, 1, false);
                data.Add(kind, 2, true);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void ANetworkComputesItsEquationsStepByStep(string kind, int layers, bool both)
    {
        using var scope = NewDisposeScope();
        using var network = new Network(Enum.Parse<Cell>(kind), layers, both);
        var x = Repeatable.Tensor(1, T, B, In);
        var h = Repeatable.Tensor(2, layers * (both ? 2 : 1), B, Hidden);
        var c = Repeatable.Tensor(3, h.shape);
        foreach (var start in new[] { false, true })
        {
            var (output, hidden, cells) = network.Run(x, start ? h : null, start ? c : null);
            for (var b = 0; b < B; b++)
            {
                var plain = network.Plain(PlainRecurrence.Sequence(x, b), start ? place => Repeatable.Read(h[place, b]) : null, start ? place => Repeatable.Read(c[place, b]) : null);
                _ = TensorAssert.Close(plain.Output.SelectMany(row => row).ToArray(), Repeatable.Read(output[.., b]), Rounding, Rounding);
                _ = TensorAssert.Close(plain.Hidden.SelectMany(row => row).ToArray(), Repeatable.Read(hidden[.., b]), Rounding, Rounding);
                if (cells is not null) _ = TensorAssert.Close(plain.Cells.SelectMany(row => row).ToArray(), Repeatable.Read(cells[.., b]), Rounding, Rounding);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void PackedSequencesGiveWhatEachGivesAlone(string kind, int layers, bool both)
    {
        using var scope = NewDisposeScope();
        using var network = new Network(Enum.Parse<Cell>(kind), layers, both);
        long[] lengths = [2, 5, 3];
        var x = Repeatable.Tensor(1, T, B, In);
        var (h, c) = (Repeatable.Tensor(2, layers * (both ? 2 : 1), B, Hidden), Repeatable.Tensor(3, layers * (both ? 2 : 1), B, Hidden));
        var packed = pack_padded_sequence(x, tensor(lengths), enforce_sorted: false);
        var (output, hidden, cells) = network.Run(packed, h, c);
        var (padded, sizes) = pad_packed_sequence(output, padding_value: -7);
        Assert.Equal(lengths, sizes.data<long>().ToArray());
        for (var b = 0; b < B; b++)
        {
            var n = (int)lengths[b];
            var (alone, last, lastCell) = network.Run(x[..n, b..(b + 1)], h[.., b..(b + 1)].contiguous(), c[.., b..(b + 1)].contiguous());
            _ = TensorAssert.Close(alone[.., 0], padded[..n, b], Rounding, Rounding);
            _ = TensorAssert.Close(last[.., 0], hidden[.., b], Rounding, Rounding);
            if (cells is not null) _ = TensorAssert.Close(lastCell![.., 0], cells[.., b], Rounding, Rounding);
            Assert.All(Repeatable.Read(padded[n.., b]), e => Assert.Equal(-7, e));
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void GradientsAreThoseOfFiniteDifferences(string kind, int layers, bool both)
    {
        using var scope = NewDisposeScope();
        using var network = new Network(Enum.Parse<Cell>(kind), layers, both);
        var (x, h) = (Repeatable.Tensor(1, 3, 2, In), Repeatable.Tensor(2, layers * (both ? 2 : 1), 2, Hidden));
        Gradients.Match(
            t =>
            {
                var (output, hidden, _) = network.Run(t[0], t[1], h);
                return cat([output.reshape(-1), hidden.reshape(-1)]);
            },
            x, h);
        foreach (var (_, parameter) in network.Module.named_parameters()) Gradients.MatchParameter(parameter, () => network.Run(x, h, h).Output);
    }

    [Fact]
    public void TheBatchMayComeFirstOrBeMissing()
    {
        using var scope = NewDisposeScope();
        using var first = nn.GRU(In, Hidden, 2, batchFirst: true, bidirectional: true, dtype: ScalarType.Float64, device: TestDevice.Current);
        using var second = nn.GRU(In, Hidden, 2, bidirectional: true, dtype: ScalarType.Float64, device: TestDevice.Current);
        _ = second.load_state_dict(first.state_dict());
        var x = Repeatable.Tensor(1, T, B, In);
        var (expected, state) = second.call(x);
        var (turned, turnedState) = first.call(x.transpose(0, 1));
        _ = TensorAssert.Close(expected, turned.transpose(0, 1), Rounding, Rounding);
        _ = TensorAssert.Close(state, turnedState, Rounding, Rounding);
        var (single, singleState) = first.call(x[.., 1]);
        _ = TensorAssert.Close(expected[.., 1], single, Rounding, Rounding);
        _ = TensorAssert.Close(state[.., 1], singleState, Rounding, Rounding);
    }

    [Fact]
    public void WeightsHavePyTorchsNamesAndAreDrawnInTheirOrder()
    {
        using var scope = NewDisposeScope();
        _ = manual_seed(11);
        using var network = nn.LSTM(In, Hidden, 2, bidirectional: true);
        string[] names = [.. from layer in new[] { "l0", "l0_reverse", "l1", "l1_reverse" } from part in new[] { "weight_ih", "weight_hh", "bias_ih", "bias_hh" } select $"{part}_{layer}"];
        Assert.Equal(names, network.named_parameters().Select(pair => pair.name));
        _ = manual_seed(11);
        foreach (var (name, parameter) in network.named_parameters())
            _ = TensorAssert.Close(empty(parameter.shape).uniform_(-0.5, 0.5), parameter, 1e-6);
        Assert.Equal([4L * Hidden, 2 * Hidden], network.get_parameter("weight_ih_l1")!.shape);
    }

    [Fact]
    public void DropoutBetweenLayersHappensInTrainingOnly()
    {
        using var scope = NewDisposeScope();
        using var network = nn.RNN(In, Hidden, 2, dropout: 0.5, dtype: ScalarType.Float64, device: TestDevice.Current);
        var x = Repeatable.Tensor(1, 20, B, In);
        Assert.False(network.call(x).Item1.allclose(network.call(x).Item1));
        network.eval();
        _ = TensorAssert.Close(network.call(x).Item1, network.call(x).Item1, 0);
    }

    [Theory]
    [InlineData(nameof(Cell.Tanh))]
    [InlineData(nameof(Cell.Relu))]
    [InlineData(nameof(Cell.Gru))]
    [InlineData(nameof(Cell.Lstm))]
    public void ACellIsOneStep(string name)
    {
        using var scope = NewDisposeScope();
        var kind = Enum.Parse<Cell>(name);
        var (x, h, c) = (Repeatable.Tensor(1, B, In), Repeatable.Tensor(2, B, Hidden), Repeatable.Tensor(3, B, Hidden));
        var (type, device) = (ScalarType.Float64, TestDevice.Current);
        using nn.Module cell = kind switch
        {
            Cell.Gru => nn.GRUCell(In, Hidden, device: device, dtype: type),
            Cell.Lstm => nn.LSTMCell(In, Hidden, device: device, dtype: type),
            _ => nn.RNNCell(In, Hidden, kind == Cell.Relu ? nn.NonLinearities.ReLU : nn.NonLinearities.Tanh, device: device, dtype: type),
        };
        (Tensor, Tensor?) Step(Tensor input, Tensor state, Tensor memory) => cell switch
        {
            TorchSharp.Modules.LSTMCell lstm => lstm.call(input, (state, memory)),
            nn.Module<Tensor, Tensor?, Tensor> other => (other.call(input, state), null),
            _ => throw new InvalidOperationException(),
        };
        Assert.Equal(["weight_ih", "weight_hh", "bias_ih", "bias_hh"], cell.named_parameters().Select(pair => pair.name));
        var w = cell.named_parameters().ToDictionary(pair => pair.name, pair => Repeatable.Read(pair.parameter));
        var (next, cells) = Step(x, h, c);
        for (var b = 0; b < B; b++)
        {
            var plain = PlainRecurrence.Step(kind, Repeatable.Read(x[b]), Repeatable.Read(h[b]), Repeatable.Read(c[b]), w["weight_ih"], w["weight_hh"], w["bias_ih"], w["bias_hh"]);
            _ = TensorAssert.Close(plain.H, Repeatable.Read(next[b]), Rounding, Rounding);
            if (cells is not null) _ = TensorAssert.Close(plain.C, Repeatable.Read(cells[b]), Rounding, Rounding);
        }

        Gradients.Match(t => Step(t[0], t[1], c).Item1, x, h);
    }

    /// <summary>The three classes behind one call.</summary>
    private sealed class Network(Cell kind, int layers, bool both) : IDisposable
    {
        private readonly nn.Module _module = kind switch
        {
            Cell.Gru => nn.GRU(In, Hidden, layers, bidirectional: both, device: TestDevice.Current, dtype: ScalarType.Float64),
            Cell.Lstm => nn.LSTM(In, Hidden, layers, bidirectional: both, device: TestDevice.Current, dtype: ScalarType.Float64),
            _ => nn.RNN(In, Hidden, layers, kind == Cell.Relu ? nn.NonLinearities.ReLU : nn.NonLinearities.Tanh, bidirectional: both, device: TestDevice.Current, dtype: ScalarType.Float64),
        };

        public nn.Module Module => _module;

        public (Tensor Output, Tensor Hidden, Tensor? Cells) Run(Tensor x, Tensor? h, Tensor? c)
        {
            if (_module is TorchSharp.Modules.LSTM lstm) return lstm.call(x, h is null ? null : (h, c!));
            var (output, hidden) = _module is TorchSharp.Modules.GRU gru ? gru.call(x, h) : ((TorchSharp.Modules.RNN)_module).call(x, h);
            return (output, hidden, null);
        }

        public (PackedSequence Output, Tensor Hidden, Tensor? Cells) Run(PackedSequence x, Tensor h, Tensor c)
        {
            if (_module is TorchSharp.Modules.LSTM lstm) return lstm.call(x, (h, c));
            var (output, hidden) = _module is TorchSharp.Modules.GRU gru ? gru.call(x, h) : ((TorchSharp.Modules.RNN)_module).call(x, h);
            return (output, hidden, null);
        }

        public (double[][] Output, double[][] Hidden, double[][] Cells) Plain(double[][] sequence, Func<int, double[]>? h0, Func<int, double[]>? c0) =>
            PlainRecurrence.Run(kind, sequence, name => Repeatable.Read(_module.get_parameter(name)!), Hidden, layers, both ? 2 : 1, h0, c0);

        public void Dispose() => _module.Dispose();
    }
}
