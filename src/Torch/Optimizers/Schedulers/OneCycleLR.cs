namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Up from a small rate to the largest, then down to a much smaller one, while the momentum goes the other way (Smith and Topin 2019).</summary>
                public class OneCycleLR : LRScheduler
                {
                    private readonly int _steps;
                    private readonly bool _linear;
                    private readonly bool _cycleMomentum;
                    private readonly Phase[] _phases;
                    private readonly double[] _highest;
                    private readonly double _divisor;
                    private readonly double _finalDivisor;
                    private readonly double[] _lowestMomentum;
                    private readonly double[] _highestMomentum;

                    public OneCycleLR(Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true, double base_momentum = 0.85, double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : this(optimizer, Each(optimizer, max_lr), total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum, Each(optimizer, base_momentum), Each(optimizer, max_momentum), div_factor, final_div_factor, three_phase, last_epoch, verbose)
                    {
                    }

                    public OneCycleLR(Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true, IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null, double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        if (cycle_momentum && Groups.Any(group => group is not (IMomentum or IBetas))) throw new ArgumentException("The optimizer has no momentum to cycle.", nameof(cycle_momentum));
                        if (pct_start is not (>= 0 and <= 1)) throw new ArgumentException($"The start is a part of the steps between 0 and 1, not {pct_start}.", nameof(pct_start));
                        if (total_steps == -1 && (epochs <= 0 || steps_per_epoch <= 0)) throw new ArgumentException("Either total_steps or both epochs and steps_per_epoch are needed.");
                        _steps = total_steps != -1 ? total_steps : epochs * steps_per_epoch;
                        if (_steps <= 0) throw new ArgumentException($"The number of steps is {_steps}.", nameof(total_steps));
                        (_linear, _cycleMomentum) = (anneal_strategy == AnnealStrategy.Linear, cycle_momentum);
                        (_highest, _divisor, _finalDivisor) = ([.. max_lr], div_factor, final_div_factor);
                        _lowestMomentum = [.. base_momentum ?? Each(optimizer, 0.85)];
                        _highestMomentum = [.. max_momentum ?? Each(optimizer, 0.95)];
                        var up = new Phase(pct_start * _steps - 1, Rate.Initial, Rate.Highest);
                        _phases = three_phase
                            ? [up, new(2 * pct_start * _steps - 2, Rate.Highest, Rate.Initial), new(_steps - 1, Rate.Initial, Rate.Lowest)]
                            : [up, new(_steps - 1, Rate.Highest, Rate.Lowest)];
                        step();
                    }

                    public enum AnnealStrategy
                    {
                        Cos,
                        Linear,
                    }

                    private enum Rate
                    {
                        Initial,
                        Highest,
                        Lowest,
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        if (Epoch > _steps) throw new InvalidOperationException($"Step {Epoch + 1} of {_steps}.");
                        var number = 0;
                        while (Epoch > _phases[number].End && number < _phases.Length - 1) number++;
                        var start = number == 0 ? 0 : _phases[number - 1].End;
                        var phase = _phases[number];
                        var part = (Epoch - start) / (phase.End - start);
                        for (var i = 0; i < Groups.Length && _cycleMomentum; i++)
                            SetMomentum(Groups[i], Between(Momentum(phase.From, i), Momentum(phase.To, i), part));
                        return Groups.Select((_, i) => Between(Value(phase.From, i), Value(phase.To, i), part));
                    }

                    private static void SetMomentum(ILearningRateController group, double value)
                    {
                        if (group is IBetas betas) betas.Betas = (value, betas.Betas.Item2);
                        else ((IMomentum)group).Momentum = value;
                    }

                    private static IEnumerable<double> Each(Optimizer optimizer, double value) => Enumerable.Repeat(value, optimizer.ParamGroups.Count());

                    private double Between(double from, double to, double part) =>
                        _linear ? (to - from) * part + from : to + (from - to) / 2 * (Math.Cos(Math.PI * part) + 1);

                    private double Value(Rate rate, int group) => rate switch
                    {
                        Rate.Highest => _highest[group],
                        Rate.Initial => _highest[group] / _divisor,
                        _ => _highest[group] / _divisor / _finalDivisor,
                    };

                    private double Momentum(Rate rate, int group) => rate == Rate.Highest ? _lowestMomentum[group] : _highestMomentum[group];

                    private sealed record Phase(double End, Rate From, Rate To);
                }
            }
        }
    }
}
