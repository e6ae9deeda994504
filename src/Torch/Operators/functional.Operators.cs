namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            [Aten("bilinear")] public static partial Tensor bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias = null);
            [Aten("cosine_similarity")] public static partial Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1E-08);
            [Aten("gelu", "x")] public static partial Tensor gelu(Tensor x);
            [Aten("glu")] public static partial Tensor glu(Tensor input, long dim = -1);
            [Aten("group_norm")] public static partial Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1E-05);
            [Aten("layer_norm")] public static partial Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1E-05);
            [Aten("linear", "input, weights, bias")] public static partial Tensor linear(Tensor input, Tensor weights, Tensor? bias = null);
            [Aten("log_softmax.int", "x, dim")] public static partial Tensor log_softmax(Tensor x, long dim);
            [Aten("one_hot", "x, num_classes")] public static partial Tensor one_hot(Tensor x, long num_classes = -1);
            [Aten("pairwise_distance", "input1, input2, p, eps, keepdim")] public static partial Tensor pairwise_distance(Tensor input1, Tensor input2, double p = 2, double eps = 1E-06, bool keepdim = false);
            [Aten("prelu")] public static partial Tensor prelu(Tensor input, Tensor weight);
            [Aten("sigmoid", "x")] public static partial Tensor sigmoid(Tensor x);
            [Aten("softmax.int")] public static partial Tensor softmax(Tensor input, long dim, ScalarType? dtype = null);
        }
    }
}
