using Lectern.Torch.Tests.Support;
using TorchSharp.Modules;

namespace Lectern.Torch.Tests.Optim;

/// <summary>
/// Minimise Σ ½aᵢ(θᵢ − cᵢ)² + 0.3 sin θᵢ, whose gradient aᵢ(θᵢ − cᵢ) + 0.3 cos θᵢ changes sign on the way. golden.py has the same numbers.
/// </summary>
internal static class Problem
{
    public const int Steps = 20;

    private static readonly long[][] s_shapes = [[2, 3], [1], [4]];

    public static int Count { get; } = s_shapes.Sum(shape => (int)shape.Aggregate(1L, (a, b) => a * b));

    public static double Start(int i) => Math.Sin(3 * i + 1);

    public static double Gradient(int i, double theta) => Curvature(i) * (theta - Centre(i)) + 0.3 * Math.Cos(theta);

    public static Parameter[] Parameters(ScalarType type = ScalarType.Float64)
    {
        var first = 0;
        return Array.ConvertAll(s_shapes, shape =>
        {
            using var scope = NewDisposeScope();
            var count = (int)shape.Aggregate(1L, (a, b) => a * b);
            double[] values = [.. Enumerable.Range(first, count).Select(Start)];
            first += count;
            return (Parameter)new Parameter(tensor(values).reshape(shape).to(type, TestDevice.Current)).MoveToOuterDisposeScope();
        });
    }

    public static double[] Values(IEnumerable<Parameter> parameters)
    {
        using var scope = NewDisposeScope();
        return [.. parameters.SelectMany(parameter => parameter.detach().to(ScalarType.Float64, CPU).data<double>().ToArray())];
    }

    /// <summary>Computes the gradients on the processor in double precision, so that only the optimizer's own arithmetic is compared.</summary>
    public static void SetGradients(IReadOnlyList<Parameter> parameters)
    {
        using var scope = NewDisposeScope();
        var values = Values(parameters);
        var first = 0;
        foreach (var parameter in parameters)
        {
            var count = (int)parameter.numel();
            double[] gradient = [.. Enumerable.Range(first, count).Select(i => Gradient(i, values[i]))];
            parameter.grad = tensor(gradient).reshape(parameter.shape).to(parameter.dtype, parameter.device);
            first += count;
        }
    }

    public static double[] Run(IReadOnlyList<Parameter> parameters, torch.optim.Optimizer optimizer, int steps = Steps)
    {
        for (var t = 0; t < steps; t++)
        {
            SetGradients(parameters);
            optimizer.step();
        }

        return Values(parameters);
    }

    public static Tensor Loss(IEnumerable<Parameter> parameters)
    {
        var theta = cat([.. parameters.Select(parameter => parameter.reshape(-1))]);
        double[] curvatures = [.. Enumerable.Range(0, Count).Select(Curvature)];
        double[] centres = [.. Enumerable.Range(0, Count).Select(Centre)];
        var (curvature, centre) = (tensor(curvatures, device: TestDevice.Current), tensor(centres, device: TestDevice.Current));
        return (0.5 * curvature * (theta - centre).square() + 0.3 * theta.sin()).sum();
    }

    private static double Curvature(int i) => 0.5 + i % 4;

    private static double Centre(int i) => Math.Cos(2 * i);
}
