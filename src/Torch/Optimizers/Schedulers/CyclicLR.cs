namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Rates between two bounds, up and down again in each cycle, while the momentum goes the other way (Smith 2017).</summary>
                public class CyclicLR : LRScheduler
                {
                    private readonly double _size;
                    private readonly double _turn;
                    private readonly double[] _highest;
                    private readonly double[] _lowestMomentum;
                    private readonly double[] _highestMomentum;
                    private readonly Func<double, double> _scale;
                    private readonly bool _byCycle;
                    private readonly bool _cycleMomentum;

                    public CyclicLR(Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000, int step_size_down = -1, Mode mode = Mode.Triangular, double gamma = 1, Func<double, double>? scale_fn = null, ScaleMode scale_mode = ScaleMode.Cycle, bool cycle_momentum = true, double base_momentum = 0.8, double max_momentum = 0.9, int last_epoch = -1, bool verbose = false)
                        : this(optimizer, Each(optimizer, base_lr), Each(optimizer, max_lr), step_size_up, step_size_down, mode, gamma, scale_fn, scale_mode, cycle_momentum, Each(optimizer, base_momentum), Each(optimizer, max_momentum), last_epoch, verbose)
                    {
                    }

                    public CyclicLR(Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, int step_size_up = 2000, int step_size_down = -1, Mode mode = Mode.Triangular, double gamma = 1, Func<double, double>? scale_fn = null, ScaleMode scale_mode = ScaleMode.Cycle, bool cycle_momentum = true, IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _size = step_size_up + (double)(step_size_down < 0 ? step_size_up : step_size_down);
                        _turn = step_size_up / _size;
                        (Base, _highest) = ([.. base_lr], [.. max_lr]);
                        _lowestMomentum = [.. base_momentum ?? Each(optimizer, 0.8)];
                        _highestMomentum = [.. max_momentum ?? Each(optimizer, 0.9)];
                        _byCycle = scale_fn is null ? mode != Mode.ExpRange : scale_mode == ScaleMode.Cycle;
                        _scale = scale_fn ?? mode switch
                        {
                            Mode.Triangular => _ => 1,
                            Mode.Triangular2 => cycle => Math.Pow(2, 1 - cycle),
                            _ => iteration => Math.Pow(gamma, iteration),
                        };
                        _cycleMomentum = cycle_momentum;
                        if (cycle_momentum && Groups.Any(group => group is not IMomentum)) throw new ArgumentException("The optimizer has no momentum to cycle.", nameof(cycle_momentum));
                        for (var i = 0; i < Groups.Length && last_epoch == -1; i++) Groups[i].LearningRate = Base[i];
                        step();
                    }

                    public enum Mode
                    {
                        Triangular,
                        Triangular2,
                        ExpRange,
                    }

                    public enum ScaleMode
                    {
                        Cycle,
                        Iterations,
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        var cycle = Math.Floor(1 + Epoch / _size);
                        var place = 1 + Epoch / _size - cycle;
                        var height = (place <= _turn ? place / _turn : (place - 1) / (_turn - 1)) * _scale(_byCycle ? cycle : Epoch);
                        for (var i = 0; i < Groups.Length && _cycleMomentum; i++)
                            ((IMomentum)Groups[i]).Momentum = _highestMomentum[i] - (_highestMomentum[i] - _lowestMomentum[i]) * height;
                        return Base.Select((low, i) => low + (_highest[i] - low) * height);
                    }

                    private static IEnumerable<double> Each(Optimizer optimizer, double value) => Enumerable.Repeat(value, optimizer.ParamGroups.Count());
                }
            }
        }
    }
}
