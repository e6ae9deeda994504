using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Moves all parameters and buffers, and converts those that hold floating point or complex numbers.</summary>
            protected internal virtual Module _to(Device device, ScalarType dtype, bool non_blocking)
            {
                CheckTarget(dtype);
                _toEpilog(device, dtype, non_blocking);
                return this;
            }

            protected internal virtual Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking)
            {
                _toEpilog(deviceType, deviceIndex, non_blocking);
                return this;
            }

            protected internal virtual Module _to(ScalarType dtype, bool non_blocking)
            {
                CheckTarget(dtype);
                _toEpilog(dtype, non_blocking);
                return this;
            }

            public Module _to(Tensor other, bool non_blocking)
            {
                _ = _to(other.dtype, non_blocking);
                return _to(other.device_type, other.device_index, non_blocking);
            }

            protected void _toEpilog(ScalarType dtype, bool non_blocking) => _toEpilog(dtype, null, non_blocking);

            protected void _toEpilog(Device device, ScalarType dtype, bool non_blocking) => _toEpilog(dtype, device, non_blocking);

            protected void _toEpilog(DeviceType deviceType, int deviceIndex, bool non_blocking) =>
                _toEpilog(null, new Device(deviceType, deviceIndex), non_blocking);

            protected virtual void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
            {
                foreach (var module in children())
                {
                    if (dtype is { } type) _ = device is null ? module._to(type, non_blocking) : module._to(device, type, non_blocking);
                    else _ = module._to(device!.type, device.index, non_blocking);
                }

                foreach (var (name, parameter) in named_parameters(false).ToArray())
                {
                    if (!ReplaceParameter(dtype, device, parameter, out var replaced) || ReferenceEquals(replaced, parameter)) continue;
                    ConditionallyRegisterParameter(name, replaced);
                    SetFields(parameter, replaced!);
                    parameter.Dispose();
                }

                foreach (var (name, (buffer, persistent)) in _bufferTable.ToArray<(string, (Tensor, bool))>())
                {
                    if (!ReplaceBuffer(dtype, device, buffer, out var replaced) || ReferenceEquals(replaced, buffer)) continue;
                    ConditionallyRegisterBuffer(name, replaced, persistent);
                    SetFields(buffer, replaced!);
                    buffer.Dispose();
                }
            }

            /// <summary>
            /// Moves a parameter and its gradient. The object stays the same, so that optimizers and modules that share it follow;
            /// only towards and from the meta device a new one takes its place.
            /// </summary>
            protected static bool ReplaceParameter(ScalarType? dtype, Device? device, Parameter param, out Parameter? p)
            {
                p = null;
                using var mode = no_grad();
                using var moved = Moved(param, dtype, device);
                if (moved is null) return false;
                using var gradient = param.grad;
                using var movedGradient = gradient is null ? null : Moved(gradient, dtype, device);
                p = Fits(param, moved) ? param : new Parameter(moved, param.requires_grad);
                if (ReferenceEquals(p, param)) SetData(param, moved);
                p.grad = movedGradient;
                return true;
            }

            /// <summary>As <see cref="ReplaceParameter"/>, for a tensor without a gradient.</summary>
            protected static bool ReplaceBuffer(ScalarType? dtype, Device? device, Tensor buffer, out Tensor? result)
            {
                using var mode = no_grad();
                var moved = Moved(buffer, dtype, device);
                result = moved;
                if (moved is null) return false;
                if (!Fits(buffer, moved)) return true;
                using (moved) SetData(buffer, moved);
                result = buffer;
                return true;
            }

            internal T MoveModule<T>(Device? device, ScalarType? dtype)
                where T : Module => (T)((dtype, device) switch
                {
                    ({ } type, { } place) => _to(place, type, false),
                    ({ } type, null) => _to(type, false),
                    (null, { } place) => _to(place.type, place.index, false),
                    _ => this,
                });

            /// <summary>Null where nothing changes.</summary>
            private static Tensor? Moved(Tensor tensor, ScalarType? dtype, Device? device)
            {
                var own = tensor.dtype;
                var moved = tensor.to(dtype is { } type && IsInexact(own) ? type : own, device ?? tensor.device);
                if (moved.Handle != tensor.Handle) return moved;
                moved.Dispose();
                return null;
            }

            private static bool Fits(Tensor tensor, Tensor moved) => tensor.is_meta == moved.is_meta;

            private static void SetData(Tensor tensor, Tensor data)
            {
                Native.Check(Native.lt_set_data(tensor.Handle, data.Handle));
                GC.KeepAlive(tensor);
                GC.KeepAlive(data);
            }

            private static bool IsInexact(ScalarType type) =>
                torch.is_floating_point(type) || type is ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64;

            private static void CheckTarget(ScalarType type)
            {
                if (!IsInexact(type))
                    throw new ArgumentException($"The parameters of a module can be floating point or complex numbers, not {type}.");
            }

            private void SetFields(Tensor old, Tensor replaced)
            {
                for (var type = GetType(); type is not null && type != typeof(Module); type = type.BaseType)
                {
                    foreach (var field in type.GetFields(AllOfInstance | BindingFlags.DeclaredOnly))
                    {
                        if (ReferenceEquals(field.GetValue(this), old)) field.SetValue(this, replaced);
                    }
                }
            }
        }
    }
}
