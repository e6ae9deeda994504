using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A list of modules of any kind, for a <c>forward</c> that is written in a derived class.</summary>
public abstract class Sequential<T, TResult> : nn.Module<T, TResult>
{
    protected Sequential(params (string name, nn.Module submodule)[] modules)
        : base(nameof(Sequential))
    {
        foreach (var (name, module) in modules) Add(name, module);
    }

    protected Sequential(params nn.Module[] modules)
        : base(nameof(Sequential))
    {
        foreach (var module in modules) Add(module);
    }

    public int Count => children().Count();

    [IndexerName("SequentialItems")]
    public nn.Module this[int index] => children().ElementAt(index);

    [IndexerName("SequentialItems")]
    public Sequential<T, TResult> this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

    [IndexerName("SequentialItems")]
    public Sequential<T, TResult> this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

    public Sequential<T, TResult> append(nn.Module module) => append($"{Count}", module);

    public Sequential<T, TResult> append(string name, nn.Module module)
    {
        Add(name, module);
        return this;
    }

    public override void train(bool on = true) => base.train(on);

    public void Add(string name, nn.Module sm) => register_module(name, sm);

    public void Add(nn.Module module) => Add($"{Count}", module);

    /// <summary>Only the derived class knows how to make one of its kind.</summary>
    protected virtual Sequential<T, TResult> Slice(int start, int end) => throw new NotSupportedException($"{GetType().Name} has no slices.");
}
