using static TorchSharp.torch.autograd;

namespace Lectern.Torch.Tests.Autograd;

/// <summary>y = x Wᵀ, with a number that only backward sees.</summary>
internal sealed class LinearFunction : SingleTensorFunction<LinearFunction>
{
    public override string Name => nameof(LinearFunction);

    public override Tensor forward(AutogradContext ctx, params object[] vars)
    {
        ctx.save_for_backward([(Tensor)vars[0], (Tensor)vars[1]]);
        ctx.save_data("factor", vars[2]);
        return ((Tensor)vars[0]).mm(((Tensor)vars[1]).t());
    }

    public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output)
    {
        var saved = ctx.get_saved_variables();
        var factor = (double)ctx.get_data("factor");
        return [grad_output.mm(saved[1]) * factor, grad_output.t().mm(saved[0]) * factor, null!];
    }
}

/// <summary>y = eˣ, which keeps its output.</summary>
internal sealed class ExpFunction : SingleTensorFunction<ExpFunction>
{
    public override string Name => nameof(ExpFunction);

    public override Tensor forward(AutogradContext ctx, params object[] vars)
    {
        var y = ((Tensor)vars[0]).exp();
        ctx.save_for_backward([y]);
        return y;
    }

    public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output) => [grad_output * ctx.get_saved_variables()[0]];
}

/// <summary>x ← 2x in place.</summary>
internal sealed class DoubleInPlace : SingleTensorFunction<DoubleInPlace>
{
    public override string Name => nameof(DoubleInPlace);

    public override Tensor forward(AutogradContext ctx, params object[] vars)
    {
        var x = (Tensor)vars[0];
        ctx.mark_dirty([x]);
        return x.mul_(2);
    }

    public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output) => [grad_output * 2];
}

/// <summary>(2x, 3x, argmax x): the second may be left without a gradient, the third has none.</summary>
internal sealed class ThreeOutputs : MultiTensorFunction<ThreeOutputs>
{
    public static List<bool> Given { get; } = [];

    public override string Name => nameof(ThreeOutputs);

    public override List<Tensor> forward(AutogradContext ctx, params object[] vars)
    {
        var x = (Tensor)vars[0];
        ctx.set_materialize_grads((bool)vars[1]);
        var constant = x * 7;
        ctx.mark_non_differentiable([constant]);
        return [x * 2, x * 3, constant];
    }

    public override List<Tensor> backward(AutogradContext ctx, List<Tensor> grad_outputs)
    {
        Given.Clear();
        Given.AddRange(grad_outputs.Select(gradient => gradient is not null));
        var sum = grad_outputs[0] * 2;
        if (grad_outputs[1] is not null) sum = sum + grad_outputs[1] * 3;
        return [sum, null!];
    }
}

/// <summary>y = x, with a backward that does what the last argument says.</summary>
internal sealed class Delegating : SingleTensorFunction<Delegating>
{
    public override string Name => nameof(Delegating);

    public override Tensor forward(AutogradContext ctx, params object[] vars)
    {
        ctx.save_data("backward", vars[1]);
        return ((Tensor)vars[0]).clone();
    }

    public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output) =>
        ((Func<Tensor, List<Tensor>>)ctx.get_data("backward"))(grad_output);
}
