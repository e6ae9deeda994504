namespace TorchSharp;

/// <summary>The scopes that are open on one thread, the innermost last.</summary>
public class DisposeScopeManager
{
    [ThreadStatic]
    private static DisposeScopeManager? t_instance;

    internal static DisposeScopeManager OfThread => t_instance ??= new DisposeScopeManager();

    internal DisposeScope? Current { get; private set; }

    internal DisposeScope Open() => Current = new DisposeScope(this) { Outer = Current };

    internal void Close(DisposeScope scope)
    {
        if (Current == scope) Current = scope.Outer;
        while (Current is { IsDisposed: true }) Current = Current.Outer;
    }
}
