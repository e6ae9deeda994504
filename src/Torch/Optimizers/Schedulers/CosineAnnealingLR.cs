namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>ηₜ = η_min + ½ (η₀ − η_min)(1 + cos(πt / T)) (Loshchilov and Hutter 2017, without restarts).</summary>
                public class CosineAnnealingLR : LRScheduler
                {
                    private readonly double _T_max;
                    private readonly double _eta_min;

                    public CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        (_T_max, _eta_min) = (T_max, eta_min);
                        step();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        if (Epoch == 0) return Rates;

                        // At the end of a period the quotient below would divide by zero.
                        if ((Epoch - 1 - _T_max) % (2 * _T_max) == 0)
                            return Rates.Zip(Base, (rate, start) => rate + (start - _eta_min) * (1 - Math.Cos(Math.PI / _T_max)) / 2);
                        var quotient = (1 + Math.Cos(Math.PI * Epoch / _T_max)) / (1 + Math.Cos(Math.PI * (Epoch - 1) / _T_max));
                        return Rates.Select(rate => quotient * (rate - _eta_min) + _eta_min);
                    }

                    protected override IEnumerable<double> get_closed_form_lr() =>
                        Base.Select(rate => _eta_min + (rate - _eta_min) * (1 + Math.Cos(Math.PI * Epoch / _T_max)) / 2);
                }
            }
        }
    }
}
