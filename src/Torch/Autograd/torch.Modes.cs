namespace TorchSharp;

public static partial class torch
{
    public static bool is_grad_enabled() => Native.lt_grad_enabled() != 0;

    public static bool is_inference_mode_enabled() => Native.lt_inference_enabled() != 0;

    /// <summary>No gradients are recorded on this thread until the result is disposed.</summary>
    public static IDisposable no_grad() => new GradMode(false);

    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    public static IDisposable set_grad_enabled(bool mode = true) => new GradMode(mode);

    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    private sealed class GradMode : IDisposable
    {
        private readonly int _before = Native.lt_grad_enabled();

        public GradMode(bool on) => Native.lt_set_grad_enabled(on ? 1 : 0);

        public void Dispose() => Native.lt_set_grad_enabled(_before);
    }

    private sealed unsafe class InferenceMode : IDisposable
    {
        private nint _guard;

        public InferenceMode(bool on)
        {
            nint guard;
            Native.Check(Native.lt_inference_begin(on ? 1 : 0, &guard));
            _guard = guard;
        }

        public void Dispose()
        {
            if (_guard != 0) Native.lt_inference_end(_guard);
            _guard = 0;
        }
    }
}
