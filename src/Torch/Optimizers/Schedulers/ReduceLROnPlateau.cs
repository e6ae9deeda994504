namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>ηₜ₊₁ = factor · ηₜ when a metric has not become better for more than <c>patience</c> epochs.</summary>
                public class ReduceLROnPlateau : LRScheduler
                {
                    private readonly bool _smaller;
                    private readonly bool _relative;
                    private readonly double _factor;
                    private readonly int _patience;
                    private readonly double _threshold;
                    private readonly int _cooldown;
                    private readonly double[] _lowest;
                    private readonly double _eps;
                    private double _best;
                    private int _cooling;
                    private int _bad;

                    public ReduceLROnPlateau(Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 1e-4, string threshold_mode = "rel", int cooldown = 0, IList<double>? min_lr = null, double eps = 1e-8, bool verbose = false)
                        : base(optimizer, -1, verbose)
                    {
                        if (factor >= 1) throw new ArgumentException($"The factor is {factor}, and must be below 1.", nameof(factor));
                        if (mode is not ("min" or "max")) throw new ArgumentException($"The mode is min or max, not {mode}.", nameof(mode));
                        if (threshold_mode is not ("rel" or "abs")) throw new ArgumentException($"The threshold's mode is rel or abs, not {threshold_mode}.", nameof(threshold_mode));
                        (_smaller, _relative) = (mode == "min", threshold_mode == "rel");
                        (_factor, _patience, _threshold, _cooldown, _eps) = (factor, patience, threshold, cooldown, eps);
                        _lowest = min_lr is null or { Count: 0 or 1 } ? [.. Enumerable.Repeat(min_lr is [var only] ? only : 0, Groups.Length)] : [.. min_lr];
                        if (_lowest.Length != Groups.Length) throw new ArgumentException($"{Groups.Length} groups need as many smallest rates, not {_lowest.Length}.", nameof(min_lr));
                        _best = _smaller ? double.PositiveInfinity : double.NegativeInfinity;
                    }

                    public override void step() => throw NeedsMetric();

                    public override void step(int? epoch) => throw NeedsMetric();

                    public override void step(double current, int? epoch = null)
                    {
                        Epoch = epoch ?? Epoch + 1;
                        _bad = IsBetter(current) ? 0 : _bad + 1;
                        if (_bad == 0) _best = current;
                        if (_cooling > 0)
                        {
                            _cooling--;
                            _bad = 0;
                        }

                        if (_bad > _patience)
                        {
                            Reduce();
                            _cooling = _cooldown;
                            _bad = 0;
                        }

                        Last = [.. Rates];
                    }

                    private static InvalidOperationException NeedsMetric() => new("ReduceLROnPlateau looks at a metric: call step(metric).");

                    private bool IsBetter(double value) => (_smaller, _relative) switch
                    {
                        (true, true) => value < _best * (1 - _threshold),
                        (true, false) => value < _best - _threshold,
                        (false, true) => value > _best * (1 + _threshold),
                        (false, false) => value > _best + _threshold,
                    };

                    private void Reduce()
                    {
                        for (var i = 0; i < Groups.Length; i++)
                        {
                            var reduced = Math.Max(Groups[i].LearningRate * _factor, _lowest[i]);
                            if (Groups[i].LearningRate - reduced > _eps) Groups[i].LearningRate = reduced;
                        }
                    }
                }
            }
        }
    }
}
