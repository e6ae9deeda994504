namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>ηₜ = η₀ (s + (e − s) min(t, T) / T).</summary>
                public class LinearLR : LRScheduler
                {
                    private readonly double _start_factor;
                    private readonly double _end_factor;
                    private readonly int _total_iters;

                    public LinearLR(Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1, int total_iters = 5, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        (_start_factor, _end_factor, _total_iters) = (start_factor, end_factor, total_iters);
                        step();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        if (Epoch == 0) return Scaled(_start_factor);
                        var change = _end_factor - _start_factor;
                        return Scaled(Epoch > _total_iters ? 1 : 1 + change / (_total_iters * _start_factor + (Epoch - 1) * change));
                    }

                    protected override IEnumerable<double> get_closed_form_lr() =>
                        Base.Select(rate => rate * (_start_factor + (_end_factor - _start_factor) * Math.Min(_total_iters, Epoch) / _total_iters));
                }
            }
        }
    }
}
