namespace TorchSharp;

/// <summary>Operators on lists of tensors: one call for all parameters of a batch.</summary>
internal static partial class Foreach
{
    [Aten("_foreach_zero_")] public static partial void Zero(TensorList self);
    [Aten("_foreach_neg")] public static partial TensorList Negative(TensorList self);
    [Aten("_foreach_abs")] public static partial TensorList Absolute(TensorList self);
    [Aten("_foreach_sqrt")] public static partial TensorList Root(TensorList self);
    [Aten("_foreach_sqrt_")] public static partial void TakeRoot(TensorList self);
    [Aten("_foreach_add.Scalar")] public static partial TensorList Sum(TensorList self, double scalar);
    [Aten("_foreach_add.List")] public static partial TensorList Sum(TensorList self, TensorList other, double alpha);
    [Aten("_foreach_sub.List")] public static partial TensorList Difference(TensorList self, TensorList other);
    [Aten("_foreach_addcmul.Scalar")] public static partial TensorList PlusProduct(TensorList self, TensorList tensor1, TensorList tensor2, double value);
    [Aten("_foreach_add_.Scalar")] public static partial void Add(TensorList self, double scalar);
    [Aten("_foreach_add_.List")] public static partial void Add(TensorList self, TensorList other, double alpha);
    [Aten("_foreach_mul_.Scalar")] public static partial void Multiply(TensorList self, double scalar);
    [Aten("_foreach_mul_.List")] public static partial void Multiply(TensorList self, TensorList other);
    [Aten("_foreach_div_.List")] public static partial void Divide(TensorList self, TensorList other);
    [Aten("_foreach_maximum_.List")] public static partial void Maximum(TensorList self, TensorList other);
    [Aten("_foreach_addcmul_.Scalar")] public static partial void AddProduct(TensorList self, TensorList tensor1, TensorList tensor2, double value);
    [Aten("_foreach_addcdiv_.Scalar")] public static partial void AddQuotient(TensorList self, TensorList tensor1, TensorList tensor2, double value);
}
