using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>When a step of L-BFGS ends.</summary>
internal sealed record LbfgsLimits(long Iterations, long Evaluations, double Gradient, double Change);

/// <summary>The last changes s of θ and y of the gradient, which stand for the inverse Hessian.</summary>
internal sealed class LbfgsHistory(long capacity) : IDisposable
{
    /// <summary>Below this curvature a pair would spoil the inverse Hessian's definiteness.</summary>
    private const double LeastCurvature = 1e-10;

    private readonly List<(Tensor S, Tensor Y, double Inverse)> _pairs = [];
    private Tensor? _gradient;
    private Tensor? _move;
    private double _scale = 1;

    public bool IsEmpty => _gradient is null;

    /// <summary>−H g by the two loops of Nocedal (1980), after the change since the last move has been added.</summary>
    public Tensor Direction(Tensor gradient)
    {
        if (!IsEmpty) Add(_move!, gradient - _gradient!);
        var direction = -gradient;
        var weights = new double[_pairs.Count];
        for (var i = _pairs.Count - 1; i >= 0; i--)
        {
            weights[i] = _pairs[i].S.dot(direction).item<double>() * _pairs[i].Inverse;
            direction = direction - _pairs[i].Y * weights[i];
        }

        direction = direction * _scale;
        for (var i = 0; i < weights.Length; i++)
            direction = direction + _pairs[i].S * (weights[i] - _pairs[i].Y.dot(direction).item<double>() * _pairs[i].Inverse);
        return direction;
    }

    public void Remember(Tensor gradient, Tensor move)
    {
        _gradient?.Dispose();
        _move?.Dispose();
        (_gradient, _move) = (gradient.clone().DetachFromDisposeScope(), move.clone().DetachFromDisposeScope());
    }

    public void Dispose()
    {
        foreach (var (s, y, _) in _pairs)
        {
            s.Dispose();
            y.Dispose();
        }

        _pairs.Clear();
        _gradient?.Dispose();
        _move?.Dispose();
        (_gradient, _move) = (null, null);
    }

    private void Add(Tensor s, Tensor y)
    {
        var curvature = y.dot(s).item<double>();
        if (curvature <= LeastCurvature) return;
        if (_pairs.Count == capacity)
        {
            _pairs[0].S.Dispose();
            _pairs[0].Y.Dispose();
            _pairs.RemoveAt(0);
        }

        _scale = curvature / y.dot(y).item<double>();
        _pairs.Add((s.clone().DetachFromDisposeScope(), y.DetachFromDisposeScope(), 1 / curvature));
    }
}
