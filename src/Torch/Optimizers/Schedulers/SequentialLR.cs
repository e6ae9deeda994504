namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>One scheduler after the other; at each milestone the next one starts from its beginning.</summary>
                public class SequentialLR : LRScheduler
                {
                    private readonly LRScheduler[] _schedulers;
                    private readonly int[] _milestones;

                    public SequentialLR(Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones, int last_epoch = -1)
                        : base(optimizer, last_epoch + 1)
                    {
                        (_schedulers, _milestones) = ([.. schedulers], [.. milestones]);
                        if (_schedulers.Any(scheduler => scheduler.Optimizer != optimizer)) throw new ArgumentException("A scheduler belongs to another optimizer.");
                        if (_milestones.Length != _schedulers.Length - 1)
                            throw new ArgumentException($"{_schedulers.Length} schedulers need one milestone fewer, not {_milestones.Length}.");

                        // Every scheduler has taken its first step when it was made: back to before it, and only the first takes it again.
                        foreach (var group in Groups) group.LearningRate = group.InitialLearningRate;
                        foreach (var scheduler in _schedulers) scheduler.Epoch--;
                        _schedulers[0].step();
                        Last = [.. _schedulers[0].Last];
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        var index = _milestones.Count(milestone => milestone <= Epoch);
                        if (index > 0 && _milestones[index - 1] == Epoch) _schedulers[index].step(0);
                        else _schedulers[index].step();
                        return Rates;
                    }
                }
            }
        }
    }
}
