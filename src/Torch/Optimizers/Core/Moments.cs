namespace TorchSharp.Modules;

/// <summary>The running means of the gradient and of its square that Adam and its kin share.</summary>
internal static class Moments
{
    /// <summary>m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g².</summary>
    public static void Update(TensorList mean, TensorList square, TensorList gradients, double beta1, double beta2)
    {
        Foreach.Multiply(mean, beta1);
        Foreach.Add(mean, gradients, 1 - beta1);
        Foreach.Multiply(square, beta2);
        Foreach.AddProduct(square, gradients, gradients, 1 - beta2);
    }

    /// <summary>√v + ε√(1 − β₂ᵗ), which is √(1 − β₂ᵗ) times the denominator √v̂ + ε.</summary>
    public static TensorList Denominator(TensorList square, double epsilon, double correction)
    {
        var root = Foreach.Root(square);
        Foreach.Add(root, epsilon * correction);
        return root;
    }
}
