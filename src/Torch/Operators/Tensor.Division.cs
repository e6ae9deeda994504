namespace TorchSharp;

public static partial class torch
{
    /// <summary>What happens to a quotient that is not whole: nothing, cut towards zero, or down to the next whole number.</summary>
    public enum RoundingMode
    {
        None = 0,
        trunc = 1,
        floor = 2,
    }

    public partial class Tensor
    {
        [Aten("div.Tensor_mode", "this, target, Text(rounding_mode)")] public partial Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None);
        [Aten("div.Scalar_mode", "this, target, Text(rounding_mode)")] public partial Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None);
        [Aten("div_.Tensor_mode", "this, target, Text(rounding_mode)")] public partial Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None);
        [Aten("div_.Scalar_mode", "this, target, Text(rounding_mode)")] public partial Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None);
        [Aten("divide.Tensor_mode", "this, target, Text(rounding_mode)")] public partial Tensor divide(Tensor target, RoundingMode rounding_mode = RoundingMode.None);
        [Aten("divide.Scalar_mode", "this, target, Text(rounding_mode)")] public partial Tensor divide(Scalar target, RoundingMode rounding_mode = RoundingMode.None);
        [Aten("divide_.Tensor_mode", "this, target, Text(rounding_mode)")] public partial Tensor divide_(Tensor target, RoundingMode rounding_mode = RoundingMode.None);
        [Aten("divide_.Scalar_mode", "this, target, Text(rounding_mode)")] public partial Tensor divide_(Scalar target, RoundingMode rounding_mode = RoundingMode.None);
        [Aten("div.Tensor")] internal static partial Tensor Quotient(Tensor self, Tensor other);

        internal static string? Text(RoundingMode mode) => mode == RoundingMode.None ? null : mode.ToString();
    }

    [Aten("div.Tensor_mode", "left, right, Tensor.Text(rounding_mode)")] public static partial Tensor div(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None);
    [Aten("div.Scalar_mode", "left, right, Tensor.Text(rounding_mode)")] public static partial Tensor div(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None);
    [Aten("div_.Tensor_mode", "left, right, Tensor.Text(rounding_mode)")] public static partial Tensor div_(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None);
    [Aten("div_.Scalar_mode", "left, right, Tensor.Text(rounding_mode)")] public static partial Tensor div_(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None);
    [Aten("divide.Tensor_mode", "left, right, Tensor.Text(rounding_mode)")] public static partial Tensor divide(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None);
    [Aten("divide.Scalar_mode", "left, right, Tensor.Text(rounding_mode)")] public static partial Tensor divide(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None);
    [Aten("divide_.Tensor_mode", "left, right, Tensor.Text(rounding_mode)")] public static partial Tensor divide_(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None);
    [Aten("divide_.Scalar", "left, right")] public static partial Tensor divide_(Tensor left, Scalar right);
}
