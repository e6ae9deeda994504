namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>ηₜ = η₀ γᵗ.</summary>
                public class ExponentialLR : LRScheduler
                {
                    private readonly double _gamma;

                    public ExponentialLR(Optimizer optimizer, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _gamma = gamma;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() => Scaled(Epoch == 0 ? 1 : _gamma);

                    protected override IEnumerable<double> get_closed_form_lr() => Base.Select(rate => rate * Math.Pow(_gamma, Epoch));
                }
            }
        }
    }
}
