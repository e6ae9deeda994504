using Lectern.Torch.Tests.Support;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Lectern.Torch.Tests.Modules;

public sealed class UtilsTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly Parameter[] _parameters = [WithGradient(1, 2), WithGradient(2, 3, 2), new(zeros(4, device: TestDevice.Current))];

    public void Dispose() => _scope.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(double.PositiveInfinity)]
    public void Gradients_are_scaled_to_the_largest_norm(double order)
    {
        var gradients = Gradients();
        var norm = double.IsInfinity(order) ? gradients.Max(Math.Abs) : Math.Pow(gradients.Sum(g => Math.Pow(Math.Abs(g), order)), 1 / order);
        Assert.Equal(norm, utils.clip_grad_norm_(_parameters, norm / 2, order), norm * 1e-12);

        // The factor is max_norm / (norm + 1e-6).
        TensorAssert.Close([.. gradients.Select(g => g / 2)], Gradients(), 1e-5);
        Assert.Null(_parameters[2].grad);
    }

    [Fact]
    public void Gradients_of_a_smaller_norm_stay()
    {
        var gradients = Gradients();
        _ = utils.clip_grad_norm_(_parameters, 1e6);
        TensorAssert.Close(gradients, Gradients(), 0);
        Assert.Equal(0, utils.clip_grad_norm_([], 1));
    }

    [Fact]
    public void Clipping_leaves_no_handles()
    {
        var before = Tensor.TotalCount;
        _ = utils.clip_grad_norm_(_parameters, 1);
        utils.clip_grad_value_(_parameters, 1);
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void Gradients_are_clipped_element_by_element()
    {
        var gradients = Gradients();
        utils.clip_grad_value_(_parameters, 0.5);
        TensorAssert.Close([.. gradients.Select(g => Math.Clamp(g, -0.5, 0.5))], Gradients(), 0);
    }

    [Fact]
    public void Parameters_become_one_vector_and_come_out_of_one()
    {
        using var model = Sequential(Linear(3, 2), Linear(2, 1));
        var vector = utils.parameters_to_vector(model.parameters());
        Assert.Equal([11], vector.shape);
        TensorAssert.Close([.. model.parameters().SelectMany(p => p.Items())], vector.Items(), 0);
        utils.vector_to_parameters(vector.detach() * 2, model.parameters());
        TensorAssert.Close([.. vector.Items().Select(v => 2 * v)], [.. model.parameters().SelectMany(p => p.Items())], 0);
        Assert.All(model.parameters(), parameter => Assert.True(parameter.is_leaf && parameter.requires_grad));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_batch_norm_is_fused_into_the_linear_layer_before_it(bool bias)
    {
        using var model = Sequential(Linear(3, 4, bias), BatchNorm1d(4)).to(ScalarType.Float64).to(TestDevice.Current);
        for (var step = 0; step < 5; step++) _ = model.call(Samples.Tensor(step, 8, 3));
        var (linear, norm) = ((Linear)model[0], (BatchNorm1d)model[1]);
        Assert.Throws<InvalidOperationException>(() => utils.fuse_linear_bn_eval(linear, norm));
        model.eval();
        using var fused = utils.fuse_linear_bn_eval(linear, norm);
        var x = Samples.Tensor(9, 5, 3);
        TensorAssert.Close(model.call(x), fused.call(x), 1e-12, 1e-12);
    }

    private static Parameter WithGradient(int seed, params long[] shape)
    {
        var parameter = new Parameter(Samples.Tensor(seed, shape));
        parameter.grad = Samples.Tensor(seed + 10, shape);
        return parameter;
    }

    private double[] Gradients() => [.. _parameters.Take(2).SelectMany(parameter => parameter.grad!.Items())];
}
