using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Parameters that one call for each operator updates, with what their gradients ask for.</summary>
internal sealed class StepBatch<TState> : IDisposable
    where TState : OptimizerState
{
    private bool _own;

    public StepBatch(GroupMembers members, TensorList gradients, int[] indices)
    {
        Parameters = new TensorList(Array.ConvertAll(indices, i => members.Parameters[i].Handle));
        Gradients = new TensorList(Array.ConvertAll(indices, i => gradients.Handles[i]));
        States = Array.ConvertAll(indices, i => (TState)members.States[i]);
    }

    public TensorList Parameters { get; }

    /// <summary>The parameters' own gradients, which must not be written to, until <see cref="Adjust"/> or <see cref="AddToGradients"/> made others.</summary>
    public TensorList Gradients { get; private set; }

    public TState[] States { get; }

    public TensorList Of(Func<TState, Tensor?> pick) => new(Array.ConvertAll(States, state => pick(state)!.Handle));

    /// <summary>g ← ±g + λθ.</summary>
    public void Adjust(bool maximize, double weight_decay)
    {
        if (maximize) Use(Foreach.Negative(Gradients));
        if (weight_decay != 0) AddToGradients(Parameters, weight_decay);
    }

    public void AddToGradients(TensorList other, double alpha)
    {
        if (_own) Foreach.Add(Gradients, other, alpha);
        else Use(Foreach.Sum(Gradients, other, alpha));
    }

    /// <summary>Gives each state a gradient of its own to keep.</summary>
    public void CloneGradients(Action<TState, Tensor> keep)
    {
        for (var i = 0; i < States.Length; i++)
        {
            using var gradient = Gradients.At(i);
            keep(States[i], gradient.clone().DetachFromDisposeScope());
        }
    }

    /// <summary>Counts each state's steps up; the number is the same for all of a phase.</summary>
    public long Advance(Func<TState, long> count)
    {
        var step = 0L;
        foreach (var state in States) step = count(state);
        return step;
    }

    public void Dispose()
    {
        if (_own) Gradients.Dispose();
    }

    private void Use(TensorList gradients)
    {
        Dispose();
        (Gradients, _own) = (gradients, true);
    }
}
