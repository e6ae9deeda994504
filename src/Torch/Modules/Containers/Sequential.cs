using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules one after the other: each takes what the one before gave.</summary>
public sealed class Sequential : nn.Module<Tensor, Tensor>
{
    public Sequential(params (string name, nn.Module<Tensor, Tensor> submodule)[] modules)
        : base(nameof(Sequential))
    {
        foreach (var (name, module) in modules) register_module(name, module);
    }

    public Sequential(params nn.Module<Tensor, Tensor>[] modules)
        : base(nameof(Sequential))
    {
        foreach (var module in modules) _ = append(module);
    }

    public int Count => Items.Length;

    private (string Name, nn.Module<Tensor, Tensor> Module)[] Items =>
        [.. named_children().Select(child => (child.name, (nn.Module<Tensor, Tensor>)child.module))];

    [IndexerName("SequentialItems")]
    public nn.IModule<Tensor, Tensor> this[int index] => Items[index].Module;

    /// <summary>A sequence of the same modules from one to before another.</summary>
    [IndexerName("SequentialItems")]
    public Sequential this[Range index] => new(Items[index]);

    [IndexerName("SequentialItems")]
    public Sequential this[(int? start, int? end) index] => this[(index.start ?? 0)..(index.end ?? Count)];

    public Sequential append(nn.IModule<Tensor, Tensor> module) => append($"{Count}", module);

    public Sequential append(string name, nn.IModule<Tensor, Tensor> module)
    {
        register_module(name, (nn.Module<Tensor, Tensor>)module);
        return this;
    }

    public override void train(bool on = true) => base.train(on);

    /// <summary>What lies between two modules is disposed; autograd keeps what it needs.</summary>
    public override Tensor forward(Tensor tensor)
    {
        var last = tensor;
        foreach (var child in children())
        {
            var next = ((nn.Module<Tensor, Tensor>)child).call(last);
            if (!ReferenceEquals(last, next) && !ReferenceEquals(last, tensor)) last.Dispose();
            last = next;
        }

        return ReferenceEquals(last, tensor) ? tensor.alias() : last;
    }

    protected override void RegisterComponents()
    {
    }
}
