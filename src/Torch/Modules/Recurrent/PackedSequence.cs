namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static partial class rnn
            {
                /// <summary>
                /// Sequences of different lengths without the padding: the first elements of all of them, then the second elements of those that
                /// have one, and so on. <see cref="batch_sizes"/> tells how many there are at each step; the longest sequence comes first.
                /// </summary>
                public sealed class PackedSequence : IDisposable
                {
                    public readonly Tensor data;
                    public readonly Tensor batch_sizes;

                    /// <summary>Which sequence stands at each place; null where they were given in order.</summary>
                    public readonly Tensor? sorted_indices;

                    /// <summary>At which place each sequence stands; null where they were given in order.</summary>
                    public readonly Tensor? unsorted_indices;

                    internal PackedSequence(Tensor data, Tensor batch_sizes, Tensor? sorted_indices, Tensor? unsorted_indices)
                    {
                        this.data = data.DetachFromDisposeScope();
                        this.batch_sizes = batch_sizes.DetachFromDisposeScope();
                        this.sorted_indices = sorted_indices?.DetachFromDisposeScope();
                        this.unsorted_indices = unsorted_indices?.DetachFromDisposeScope();
                        DisposeScopeManager.OfThread.Current?.Attach((IDisposable)this);
                    }

                    private DisposeScope? Scope
                    {
                        get
                        {
                            var scope = DisposeScopeManager.OfThread.Current;
                            while (scope is not null && !scope.Contains(this)) scope = scope.Outer;
                            return scope;
                        }
                    }

                    public void Dispose()
                    {
                        Scope?.MarkAsDisposed(this);
                        data.Dispose();
                        batch_sizes.Dispose();
                        sorted_indices?.Dispose();
                        unsorted_indices?.Dispose();
                    }

                    public PackedSequence MoveToOuterDisposeScope() => Scope is { } scope ? scope.MoveToOuter(this) : this;

                    public PackedSequence DetachFromDisposeScope() => Scope is { } scope ? scope.Detach(this) : this;

                    public PackedSequence MoveToOtherDisposeScope(PackedSequence other) => MoveToOtherDisposeScope(other.Scope);

                    public PackedSequence MoveToOtherDisposeScope(DisposeScope? other)
                    {
                        Scope?.MarkAsDisposed(this);
                        other?.Attach((IDisposable)this);
                        return this;
                    }

                    /// <summary>The same sequences with other elements.</summary>
                    internal PackedSequence With(Tensor elements) => new(elements, batch_sizes.alias(), sorted_indices?.alias(), unsorted_indices?.alias());
                }
            }
        }
    }
}
