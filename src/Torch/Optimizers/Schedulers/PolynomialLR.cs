namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>ηₜ = η₀ (1 − min(t, T) / T)^power.</summary>
                public class PolynomialLR : LRScheduler
                {
                    private readonly int _total_iters;
                    private readonly double _power;

                    public PolynomialLR(Optimizer optimizer, int total_iters = 5, double power = 1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        (_total_iters, _power) = (total_iters, power);
                        step();
                    }

                    protected override IEnumerable<double> get_lr() => Scaled(
                        Epoch == 0 || Epoch > _total_iters ? 1 : Math.Pow((1 - (double)Epoch / _total_iters) / (1 - (Epoch - 1.0) / _total_iters), _power));

                    protected override IEnumerable<double> get_closed_form_lr() =>
                        Base.Select(rate => rate * Math.Pow(1 - (double)Math.Min(_total_iters, Epoch) / _total_iters, _power));
                }
            }
        }
    }
}
