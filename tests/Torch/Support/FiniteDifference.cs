namespace Lectern.Torch.Tests.Support;

internal static class FiniteDifference
{
    // A step of 1e-6 in float64 leaves an error of about 1e-16 / 1e-6 from rounding and 1e-12 · f''' from the formula.
    private const double Step = 1e-6;
    private const double Tolerance = 1e-6;

    /// <summary>
    /// The gradients of a weighted sum of f, by backward, are (f(x + h) − f(x − h)) / 2h for each element of each input. Inputs are float64 leaves.
    /// The weights differ, so that a gradient in the wrong place shows.
    /// </summary>
    public static void Check(Func<Tensor> f, params Tensor[] inputs)
    {
        using var scope = NewDisposeScope();
        foreach (var input in inputs) _ = input.requires_grad_();
        var value = f();
        var weights = linspace(0.5, 1.5, value.numel(), ScalarType.Float64, TestDevice.Current).reshape(value.shape);
        var gradients = autograd.grad([value.mul(weights).sum()], inputs);
        using var mode = no_grad();
        for (var i = 0; i < inputs.Length; i++)
        {
            var flat = inputs[i].view(-1);
            var slopes = Enumerable.Range(0, (int)flat.numel()).Select(place => Slope(() => f().mul(weights).sum().item<double>(), flat, place)).ToArray();
            TensorAssert.Close(slopes, gradients[i].to(CPU).reshape(-1).data<double>().ToArray(), Tolerance, Tolerance);
        }
    }

    private static double Slope(Func<double> f, Tensor flat, int place)
    {
        using var element = flat.narrow(0, place, 1);
        _ = element.add_(Step);
        var above = f();
        _ = element.sub_(2 * Step);
        var below = f();
        _ = element.add_(Step);
        return (above - below) / (2 * Step);
    }
}
