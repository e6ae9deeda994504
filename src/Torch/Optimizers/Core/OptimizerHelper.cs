using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>An optimizer with a state for each parameter.</summary>
public abstract partial class OptimizerHelper : optim.Optimizer
{
    private readonly Dictionary<ParamGroup, GroupMembers> _members = [];

    public OptimizerHelper()
        : base(0)
    {
    }

    public override IEnumerable<Parameter> parameters() => base.parameters();

    public override void add_param_group(ParamGroup param_group) => base.add_param_group(param_group);

    public override void zero_grad() => base.zero_grad();

    /// <summary>Moves the states; the parameters stay where they are.</summary>
    public void to(Device device)
    {
        foreach (var state in States) state.to(device);
    }

    /// <summary>Computes the loss with gradients recorded, then runs <paramref name="body"/> for each group without.</summary>
    protected Tensor _step<T>(Action<T> body, Func<Tensor>? loss_closure = null)
        where T : ParamGroup
    {
        Tensor? loss = null;
        if (loss_closure is not null)
        {
            using var on = enable_grad();
            loss = loss_closure();
        }

        using var off = no_grad();
        using var scope = NewDisposeScope();
        foreach (var group in Groups) body((T)group);
        return loss!;
    }

    private protected IEnumerable<OptimizerState> States => Groups.SelectMany(group => _members[group].States);

    /// <summary>Takes a group, sets those of its options that are not, and gives each of its parameters a state.</summary>
    private protected void Join<TOptions>(ParamGroup group, TOptions defaults, Func<Parameter, OptimizerState> newState)
        where TOptions : OptimizerOptions, new()
    {
        group.Options ??= new TOptions();
        ((TOptions)group.Options).Complete(defaults);
        group.InitialLearningRate = group.LearningRate;
        Parameter[] parameters = [.. group.Parameters];
        group.Parameters = parameters;
        var known = States.Select(state => state.Parameter).ToHashSet<object>(ReferenceEqualityComparer.Instance);
        if (!parameters.All(known.Add)) throw new ArgumentException("A parameter stands in more than one place of the optimizer's groups.");
        var members = new GroupMembers(parameters, [.. parameters.Select(newState)]);
        foreach (var state in members.States) state.Initialize(group.Options);
        _members.Add(group, members);
        Groups.Add(group);
    }

    /// <summary>Runs an update for the parameters of a group that have a gradient, in batches of equal phase that fit into the cache.</summary>
    private protected void Update<TState>(ParamGroup group, Action<StepBatch<TState>> update)
        where TState : OptimizerState
    {
        var members = _members[group];
        using var gradients = TensorList.Gradients(members.Parameters);
        foreach (var indices in members.Batches(gradients))
        {
            using var batch = new StepBatch<TState>(members, gradients, indices);
            update(batch);
        }
    }

    private protected IEnumerable<(Parameter Parameter, TState State)> Members<TState>(ParamGroup group)
        where TState : OptimizerState => _members[group].Parameters.Zip(_members[group].States.Cast<TState>());

    private protected void DisposeStates()
    {
        foreach (var state in States) (state as IDisposable)?.Dispose();
    }
}
