namespace TorchSharp;

/// <summary>Disposes everything that was made on this thread while it was the innermost scope, unless it was moved out of it.</summary>
public sealed class DisposeScope : IDisposable
{
    private readonly DisposeScopeManager _manager;
    private readonly List<IDisposable?> _members = [];

    internal DisposeScope(DisposeScopeManager manager) => _manager = manager;

    internal DisposeScope? Outer { get; init; }

    internal bool IsDisposed { get; private set; }

    public int DisposablesCount => _members.Count(member => member is not null);

    public IReadOnlyList<IDisposable> DisposablesView => [.. _members.OfType<IDisposable>()];

    public bool Contains(IDisposable disposable) => IndexOf(disposable) >= 0;

    public void Attach(IDisposable disposable)
    {
        if (disposable is torch.Tensor tensor) tensor.MoveTo(this);
        else if (!Contains(disposable)) _members.Add(disposable);
    }

    public void Attach(params IDisposable[] disposables) => _ = Attach((IEnumerable<IDisposable>)disposables);

    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        IDisposable[] all = [.. disposables];
        foreach (var disposable in all) Attach(disposable);
        return all;
    }

    public T Detach<T>(T disposable)
        where T : IDisposable
    {
        if (disposable is torch.Tensor tensor && tensor.Scope == this) tensor.MoveTo(null);
        else Forget(disposable);
        return disposable;
    }

    public (T1 First, T2 Second) Detach<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => (Detach(first), Detach(second));

    public (T1 First, T2 Second, T3 Third) Detach<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable => (Detach(first), Detach(second), Detach(third));

    public void Detach(params IDisposable[] disposables) => Detach((IEnumerable<IDisposable>)disposables);

    public void Detach(IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables) _ = Detach<IDisposable>(disposable);
    }

    public T MoveToOuter<T>(T disposable)
        where T : IDisposable => MoveToOther(Outer, disposable);

    public (T1 First, T2 Second) MoveToOuter<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => (MoveToOuter(first), MoveToOuter(second));

    public (T1 First, T2 Second, T3 Third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable => (MoveToOuter(first), MoveToOuter(second), MoveToOuter(third));

    public void MoveToOuter(params IDisposable[] disposables) => MoveToOuter((IEnumerable<IDisposable>)disposables);

    public void MoveToOuter(IEnumerable<IDisposable> disposables) => MoveToOther(Outer, disposables);

    /// <summary>Moves into <paramref name="scope"/>; a null scope leaves it to the collector.</summary>
    public T MoveToOther<T>(DisposeScope? scope, T disposable)
        where T : IDisposable
    {
        _ = Detach(disposable);
        scope?.Attach((IDisposable)disposable);
        return disposable;
    }

    public (T1 First, T2 Second) MoveToOther<T1, T2>(DisposeScope? scope, T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => (MoveToOther(scope, first), MoveToOther(scope, second));

    public (T1 First, T2 Second, T3 Third) MoveToOther<T1, T2, T3>(DisposeScope? scope, T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable => (MoveToOther(scope, first), MoveToOther(scope, second), MoveToOther(scope, third));

    public void MoveToOther(DisposeScope? scope, params IDisposable[] disposables) => MoveToOther(scope, (IEnumerable<IDisposable>)disposables);

    public void MoveToOther(DisposeScope? scope, IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables) _ = MoveToOther<IDisposable>(scope, disposable);
    }

    public void DisposeEverything()
    {
        for (var i = 0; i < _members.Count; i++) _members[i]?.Dispose();
        _members.Clear();
    }

    public T DisposeEverythingBut<T>(T keep)
        where T : IDisposable
    {
        DisposeEverythingBut([keep]);
        return keep;
    }

    public (T1 First, T2 Second) DisposeEverythingBut<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable
    {
        DisposeEverythingBut([first, second]);
        return (first, second);
    }

    public (T1 First, T2 Second, T3 Third) DisposeEverythingBut<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable
    {
        DisposeEverythingBut([first, second, third]);
        return (first, second, third);
    }

    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        IDisposable[] keep = [.. inKeep.Where(Contains)];
        Detach((IEnumerable<IDisposable>)keep);
        DisposeEverything();
        _ = Attach((IEnumerable<IDisposable>)keep);
    }

    public void MarkAsDisposed(IDisposable disposable) => Forget(disposable);

    public void Dispose()
    {
        if (IsDisposed) return;
        DisposeEverything();
        IsDisposed = true;
        _manager.Close(this);
    }

    internal int Add(torch.Tensor tensor)
    {
        _members.Add(tensor);
        return _members.Count - 1;
    }

    internal void RemoveAt(int index)
    {
        if (index == _members.Count - 1) _members.RemoveAt(index);
        else _members[index] = null;
    }

    private void Forget(IDisposable disposable)
    {
        var index = IndexOf(disposable);
        if (index >= 0) RemoveAt(index);
    }

    private int IndexOf(IDisposable disposable) => _members.FindIndex(member => ReferenceEquals(member, disposable));
}
