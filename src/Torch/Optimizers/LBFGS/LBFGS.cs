using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Quasi-Newton steps from the last pairs of changes of θ and of the gradient (Liu and Nocedal 1989), without a line search.
/// A step computes the loss and the gradients several times, by its closure.
/// </summary>
public class LBFGS : optim.Optimizer, optim.ILearningRateController
{
    public double _rate;

    private readonly Parameter[] _parameters;
    private readonly LbfgsLimits _limits;
    private readonly LbfgsHistory _history;

    internal LBFGS(IEnumerable<Parameter> parameters, double lr, LbfgsLimits limits, long history)
        : base(0)
    {
        _parameters = [.. parameters];
        (_rate, _limits, _history) = (lr, limits, new LbfgsHistory(history));
        InitialLearningRate = lr;
        Groups.Add(new ParamGroup { Parameters = _parameters, Options = new OptimizerOptions { LearningRate = lr, InitialLearningRate = lr } });
    }

    public double LearningRate
    {
        get => _rate;
        set => _rate = value;
    }

    public double InitialLearningRate { get; set; }

    public override IEnumerable<optim.ILearningRateController> ParamGroups => [this];

    public override Tensor step(Func<Tensor>? closure = null)
    {
        ArgumentNullException.ThrowIfNull(closure);
        var first = Loss(closure);
        using var off = no_grad();
        using var scope = NewDisposeScope();
        var (value, gradient) = (first.item<double>(), Gradient());
        var evaluations = 1L;
        for (var iteration = 1L; iteration <= _limits.Iterations && Largest(gradient) > _limits.Gradient; iteration++)
        {
            var fresh = _history.IsEmpty;
            var direction = _history.Direction(gradient);
            var length = fresh ? Math.Min(1, 1 / gradient.abs().sum().item<double>()) * _rate : _rate;
            if (gradient.dot(direction).item<double>() > -_limits.Change) break;
            var move = direction * length;
            _history.Remember(gradient, move);
            Move(move);
            if (iteration == _limits.Iterations) break;
            var before = value;
            using (var loss = Loss(closure)) value = loss.item<double>();
            gradient = Gradient();
            if (++evaluations >= _limits.Evaluations || Largest(move) <= _limits.Change || Math.Abs(value - before) < _limits.Change) break;
        }

        return first;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _history.Dispose();
        base.Dispose(disposing);
    }

    private static Tensor Loss(Func<Tensor> closure)
    {
        using var on = enable_grad();
        return closure();
    }

    private static double Largest(Tensor vector) => vector.abs().max().item<double>();

    /// <summary>All gradients in one row, zeros where there is none.</summary>
    private Tensor Gradient() => cat([.. _parameters.Select(parameter => (parameter.grad ?? zeros_like(parameter)).reshape(-1))]);

    private void Move(Tensor move)
    {
        var start = 0L;
        foreach (var parameter in _parameters)
        {
            parameter.add_(move.narrow(0, start, parameter.numel()).view(parameter.shape));
            start += parameter.numel();
        }
    }
}
