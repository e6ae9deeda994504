using Lectern.Torch.Tests.Support;

namespace Lectern.Torch.Tests.Modules.Reference;

internal static class Gradients
{
    private const double Step = 1e-5;

    /// <summary>
    /// Backward passes through a weighted sum of the outputs against central differences. Their error is about Step² in the function's third
    /// derivative and 1e-16 / Step in rounding, both near 1e-10 for values around 1; 1e-7 leaves room for sums.
    /// </summary>
    public static void Match(Func<Tensor[], Tensor> function, params Tensor[] inputs)
    {
        using var scope = NewDisposeScope();
        Tensor[] leaves = [.. inputs.Select(input => input.detach().clone().requires_grad_())];
        var output = function(leaves);
        var weights = Repeatable.Tensor(99, output.shape);
        var gradients = autograd.grad([output.mul(weights).sum()], leaves);
        for (var i = 0; i < inputs.Length; i++)
        {
            var values = Repeatable.Read(inputs[i]);
            var expected = new double[values.Length];
            for (var j = 0; j < values.Length; j++) expected[j] = (Moved(i, j, Step) - Moved(i, j, -Step)) / (2 * Step);
            Assert.Contains(expected, slope => Math.Abs(slope) > 1e-3);
            _ = TensorAssert.Close(expected, Repeatable.Read(gradients[i]), 1e-6, 1e-7);

            double Moved(int input, int element, double by)
            {
                using var inner = NewDisposeScope();
                using var mode = no_grad();
                var moved = (double[])values.Clone();
                moved[element] += by;
                Tensor[] all = [.. inputs];
                all[input] = Repeatable.On(moved, inputs[input].shape);
                return function(all).mul(weights).sum().item<double>();
            }
        }
    }

    /// <summary>The same for a parameter, which is moved where it stands; a dozen of its elements is enough.</summary>
    public static void MatchParameter(Tensor parameter, Func<Tensor> function)
    {
        using var scope = NewDisposeScope();
        var output = function();
        var weights = Repeatable.Tensor(99, output.shape);
        var gradient = Repeatable.Read(autograd.grad([output.mul(weights).sum()], [parameter])[0]);
        var values = Repeatable.Read(parameter);
        var every = Math.Max(1, values.Length / 12);
        using var mode = no_grad();
        for (var j = 0; j < values.Length; j += every)
        {
            double Moved(double by)
            {
                using var inner = NewDisposeScope();
                var moved = (double[])values.Clone();
                moved[j] += by;
                _ = parameter.copy_(Repeatable.On(moved, parameter.shape));
                return function().mul(weights).sum().item<double>();
            }

            _ = TensorAssert.Close([(Moved(Step) - Moved(-Step)) / (2 * Step)], [gradient[j]], 1e-6, 1e-7);
        }

        _ = parameter.copy_(Repeatable.On(values, parameter.shape));
    }
}
