using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp;

internal static partial class RecurrentOperators
{
    [Aten("rnn_tanh.input", "input, h, w, r.Bias, r.Layers, r.Dropout, train, r.Bidirectional, r.BatchFirst")] public static partial (Tensor, Tensor) Tanh(Tensor input, Tensor h, Tensor[] w, Recurrence r, bool train);
    [Aten("rnn_tanh.data", "data, sizes, h, w, r.Bias, r.Layers, r.Dropout, train, r.Bidirectional")] public static partial (Tensor, Tensor) Tanh(Tensor data, Tensor sizes, Tensor h, Tensor[] w, Recurrence r, bool train);
    [Aten("rnn_relu.input", "input, h, w, r.Bias, r.Layers, r.Dropout, train, r.Bidirectional, r.BatchFirst")] public static partial (Tensor, Tensor) Relu(Tensor input, Tensor h, Tensor[] w, Recurrence r, bool train);
    [Aten("rnn_relu.data", "data, sizes, h, w, r.Bias, r.Layers, r.Dropout, train, r.Bidirectional")] public static partial (Tensor, Tensor) Relu(Tensor data, Tensor sizes, Tensor h, Tensor[] w, Recurrence r, bool train);
    [Aten("gru.input", "input, h, w, r.Bias, r.Layers, r.Dropout, train, r.Bidirectional, r.BatchFirst")] public static partial (Tensor, Tensor) Gru(Tensor input, Tensor h, Tensor[] w, Recurrence r, bool train);
    [Aten("gru.data", "data, sizes, h, w, r.Bias, r.Layers, r.Dropout, train, r.Bidirectional")] public static partial (Tensor, Tensor) Gru(Tensor data, Tensor sizes, Tensor h, Tensor[] w, Recurrence r, bool train);
    [Aten("lstm.input", "input, h, w, r.Bias, r.Layers, r.Dropout, train, r.Bidirectional, r.BatchFirst")] public static partial (Tensor, Tensor, Tensor) Lstm(Tensor input, Tensor[] h, Tensor[] w, Recurrence r, bool train);
    [Aten("lstm.data", "data, sizes, h, w, r.Bias, r.Layers, r.Dropout, train, r.Bidirectional")] public static partial (Tensor, Tensor, Tensor) Lstm(Tensor data, Tensor sizes, Tensor[] h, Tensor[] w, Recurrence r, bool train);
    [Aten("rnn_tanh_cell", "input, h, wi, wh, bi, bh")] public static partial Tensor TanhCell(Tensor input, Tensor h, Tensor wi, Tensor wh, Tensor? bi, Tensor? bh);
    [Aten("rnn_relu_cell", "input, h, wi, wh, bi, bh")] public static partial Tensor ReluCell(Tensor input, Tensor h, Tensor wi, Tensor wh, Tensor? bi, Tensor? bh);
    [Aten("gru_cell", "input, h, wi, wh, bi, bh")] public static partial Tensor GruCell(Tensor input, Tensor h, Tensor wi, Tensor wh, Tensor? bi, Tensor? bh);
    [Aten("lstm_cell", "input, h, wi, wh, bi, bh")] public static partial (Tensor, Tensor) LstmCell(Tensor input, Tensor[] h, Tensor wi, Tensor wh, Tensor? bi, Tensor? bh);
    [Aten("_cudnn_rnn_flatten_weight", "weights, stride, input, mode, hidden, projected, layers, batchFirst, bidirectional")] public static partial Tensor Flatten(Tensor[] weights, long stride, long input, long mode, long hidden, long projected, long layers, bool batchFirst, bool bidirectional);
}
