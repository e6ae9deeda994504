using System.Runtime.CompilerServices;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>An array of numbers on a device, whose memory libtorch owns; see https://pytorch.org/docs/stable/tensors.html.</summary>
    public unsafe partial class Tensor : IDisposable
    {
        private TensorOwner? _owner;
        private DisposeScope? _scope;
        private int _place;

        internal Tensor(nint handle)
        {
            _owner = TensorOwner.Of(handle);
            var manager = DisposeScopeManager.OfThread;
            _scope = manager.Current;
            if (_scope is not null)
            {
                _place = _scope.Add(this);
                manager.Tensors.CreatedInScopeCount++;
            }
            else manager.Tensors.CreatedOutsideScopeCount++;
            HandleMeter.Created();
        }

        /// <summary>Tensors that are not freed yet, in the whole process.</summary>
        public static long TotalCount => HandleMeter.Live;

        /// <summary>The largest number of tensors that were not freed yet at one time.</summary>
        public static long PeakCount => HandleMeter.Peak;

        public nint Handle
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => _owner is { } owner ? owner.Handle : throw Disposed();
        }

        public bool IsInvalid => _owner is null;

        internal DisposeScope? Scope => _scope;

        public void Dispose() => Dispose(true);

        /// <summary>Gives the native tensor away: this one is invalid from now on.</summary>
        public nint DecoupleFromNativeHandle()
        {
            var owner = _owner ?? throw Disposed();
            MoveTo(null);
            _owner = null;
            return owner.Give();
        }

        public Tensor MoveToOuterDisposeScope()
        {
            if (_scope is not null) MoveTo(_scope.Outer);
            return this;
        }

        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            MoveTo(other);
            return this;
        }

        public Tensor MoveToOtherDisposeScope(Tensor other)
        {
            MoveTo(other._scope);
            return this;
        }

        /// <summary>No scope disposes the tensor any more; it is freed by <see cref="Dispose()"/> or the collector.</summary>
        public Tensor DetachFromDisposeScope()
        {
            MoveTo(null);
            return this;
        }

        internal void MoveTo(DisposeScope? scope)
        {
            if (scope == _scope) return;
            var statistics = DisposeScopeManager.OfThread.Tensors;
            if (_scope is not null)
            {
                _scope.RemoveAt(_place);
                statistics.DetachedFromScopeCount++;
            }

            _scope = scope;
            if (scope is not null)
            {
                _place = scope.Add(this);
                statistics.AttachedToScopeCount++;
            }
        }

        protected virtual void Dispose(bool disposing)
        {
            if (_owner is not { } owner) return;
            Leave();
            _owner = null;
            owner.Release();
        }

        private void Leave()
        {
            var statistics = DisposeScopeManager.OfThread.Tensors;
            if (_scope is null) statistics.DisposedOutsideScopeCount++;
            else statistics.DisposedInScopeCount++;
            _scope?.RemoveAt(_place);
            _scope = null;
        }

        private static ObjectDisposedException Disposed() =>
            new(nameof(Tensor), "The tensor has been disposed; a tensor that leaves a dispose scope needs MoveToOuterDisposeScope.");
    }
}
