using Lectern.Torch.Tests.Modules.Reference;

namespace Lectern.Torch.Tests.Modules.Recurrent;

internal enum Cell
{
    Tanh,
    Relu,
    Gru,
    Lstm,
}

/// <summary>A recurrent network on one sequence, step by step on arrays of numbers.</summary>
internal static class PlainRecurrence
{
    /// <summary>The outputs of the last layer (T, directions · H), and the last states of all layers and directions.</summary>
    public static (double[][] Output, double[][] Hidden, double[][] Cells) Run(
        Cell kind, double[][] sequence, Func<string, double[]> weight, int hidden, int layers, int directions, Func<int, double[]>? h0 = null, Func<int, double[]>? c0 = null)
    {
        var (states, cells) = (new List<double[]>(), new List<double[]>());
        for (var layer = 0; layer < layers; layer++)
        {
            var outputs = new List<double[][]>();
            for (var direction = 0; direction < directions; direction++)
            {
                var name = $"_l{layer}{(direction == 1 ? "_reverse" : "")}";
                var place = layer * directions + direction;
                var (h, c) = (h0?.Invoke(place) ?? new double[hidden], c0?.Invoke(place) ?? new double[hidden]);
                var steps = new double[sequence.Length][];
                for (var i = 0; i < sequence.Length; i++)
                {
                    var t = direction == 1 ? sequence.Length - 1 - i : i;
                    (h, c) = Step(kind, sequence[t], h, c, weight("weight_ih" + name), weight("weight_hh" + name), weight("bias_ih" + name), weight("bias_hh" + name));
                    steps[t] = h;
                }

                outputs.Add(steps);
                states.Add(h);
                cells.Add(c);
            }

            sequence = [.. Enumerable.Range(0, sequence.Length).Select(t => outputs.SelectMany(steps => steps[t]).ToArray())];
        }

        return (sequence, [.. states], [.. cells]);
    }

    public static (double[] H, double[] C) Step(Cell kind, double[] x, double[] h, double[] c, double[] wi, double[] wh, double[] bi, double[] bh)
    {
        var size = h.Length;
        double[] Product(double[] w, double[] v, double[] b) => [.. b.Select((start, row) => start + v.Select((e, k) => e * w[row * v.Length + k]).Sum())];
        var (fromInput, fromState) = (Product(wi, x, bi), Product(wh, h, bh));
        double Gate(int gate, int i) => 1 / (1 + Math.Exp(-fromInput[gate * size + i] - fromState[gate * size + i]));
        var (next, cell) = (new double[size], new double[size]);
        for (var i = 0; i < size; i++)
        {
            switch (kind)
            {
                case Cell.Tanh:
                    next[i] = Math.Tanh(fromInput[i] + fromState[i]);
                    break;
                case Cell.Relu:
                    next[i] = Math.Max(0, fromInput[i] + fromState[i]);
                    break;
                case Cell.Gru:
                    var fresh = Math.Tanh(fromInput[2 * size + i] + Gate(0, i) * fromState[2 * size + i]);
                    next[i] = (1 - Gate(1, i)) * fresh + Gate(1, i) * h[i];
                    break;
                default:
                    cell[i] = Gate(1, i) * c[i] + Gate(0, i) * Math.Tanh(fromInput[2 * size + i] + fromState[2 * size + i]);
                    next[i] = Gate(3, i) * Math.Tanh(cell[i]);
                    break;
            }
        }

        return (next, cell);
    }

    /// <summary>Row t of batch element b of a tensor (T, B, …).</summary>
    public static double[][] Sequence(Tensor x, int b) => [.. Enumerable.Range(0, (int)x.size(0)).Select(t => Repeatable.Read(x[t, b]))];
}
