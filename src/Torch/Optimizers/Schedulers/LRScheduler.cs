namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Learning rates that change from epoch to epoch; t counts them from 0, and η₀ is a group's initial rate.</summary>
        public static partial class lr_scheduler
        {
            public abstract class LRScheduler
            {
                private readonly bool _verbose;

                protected LRScheduler()
                {
                    Groups = [];
                    Base = Last = [];
                }

                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    (Optimizer, Epoch, _verbose) = (optimizer, last_epoch, verbose);
                    Groups = [.. optimizer.ParamGroups];
                    Base = [.. Groups.Select(group => group.InitialLearningRate)];
                    Last = [.. Rates];
                }

                internal Optimizer? Optimizer { get; }

                internal int Epoch { get; set; }

                /// <summary>The initial rates of the groups.</summary>
                internal double[] Base { get; set; }

                internal double[] Last { get; set; }

                internal ILearningRateController[] Groups { get; }

                internal IEnumerable<double> Rates => Groups.Select(group => group.LearningRate);

                public virtual void step() => step(null);

                /// <summary>Goes to the next epoch, or to the one that is given.</summary>
                public virtual void step(int? epoch)
                {
                    Epoch = epoch ?? Epoch + 1;
                    double[] rates = [.. epoch is null ? get_lr() : get_closed_form_lr()];
                    for (var i = 0; i < Groups.Length; i++) Groups[i].LearningRate = rates[i];
                    if (_verbose && !rates.AsSpan().SequenceEqual(Last)) Console.WriteLine($"Learning rate: {string.Join(", ", rates)}");
                    Last = rates;
                }

                public virtual void step(double current, int? epoch = null) => step(epoch);

                public IEnumerable<double> get_last_lr() => Last;

                /// <summary>The rates of this epoch, from those of the epoch before.</summary>
                protected virtual IEnumerable<double> get_lr() => Rates;

                /// <summary>The rates of this epoch, from the initial ones.</summary>
                protected virtual IEnumerable<double> get_closed_form_lr() => get_lr();

                private protected IEnumerable<double> Scaled(double factor) => Rates.Select(rate => rate * factor);
            }
        }
    }
}
