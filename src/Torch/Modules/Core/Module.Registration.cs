using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            private const BindingFlags AllOfInstance = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

            /// <summary>Adds a tensor that is part of the module's state but is not learned; no dispose scope owns it any more.</summary>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                if (tensor is null || tensor.IsInvalid) throw new ArgumentNullException(nameof(tensor));
                if (!_bufferTable.TryAdd(name, (tensor, persistent))) throw Twice("buffer", name);
                _ = tensor.DetachFromDisposeScope();
            }

            public virtual void register_parameter(string name, Parameter param)
            {
                if (param is null || param.IsInvalid) throw new ArgumentNullException(nameof(param));
                if (!_parameterTable.TryAdd(name, param)) throw Twice("parameter", name);
                _ = param.DetachFromDisposeScope();
            }

            /// <summary>Adds a module under a name without dots; null takes away what has the name.</summary>
            public virtual void register_module(string name, Module submodule)
            {
                if (submodule is null)
                {
                    _ = _modules.Remove(name);
                    return;
                }

                if (string.IsNullOrEmpty(name) || name.Contains('.'))
                    throw new ArgumentException($"'{name}' does not name a module: a name is not empty and has no dot.", nameof(name));
                if (_modules.ContainsKey(name)) throw Twice("module", name);
                submodule.RegisterComponents();
                _modules.Add(name, submodule);
            }

            public void add_module(string name, Module module) => register_module(name, module);

            /// <summary>Registers the modules, parameters and tensors that stand in fields of this object, under the fields' names.</summary>
            protected virtual void RegisterComponents()
            {
                if (_registered) return;
                foreach (var field in GetType().GetFields(AllOfInstance))
                {
                    var component = field.ComponentName();
                    if (_modules.ContainsKey(component) || _parameterTable.ContainsKey(component) || _bufferTable.ContainsKey(component)) continue;
                    switch (field.GetValue(this))
                    {
                        case Module module: register_module(component, module); break;
                        case Parameter parameter: register_parameter(component, parameter); break;
                        case Tensor tensor: register_buffer(component, tensor); break;
                    }
                }

                _registered = true;
            }

            /// <summary>Adds or replaces a parameter; null takes it away.</summary>
            protected void ConditionallyRegisterParameter(string name, Parameter? value)
            {
                if (value is null) _ = _parameterTable.Remove(name);
                else _parameterTable[name] = value;
                _ = value?.DetachFromDisposeScope();
            }

            protected void ConditionallyRegisterParameter(string name, Tensor value) =>
                ConditionallyRegisterParameter(name, value as Parameter ?? new Parameter(value));

            /// <summary>Adds or replaces a buffer; null takes it away.</summary>
            protected void ConditionallyRegisterBuffer(string name, Tensor? value, bool persistent = true)
            {
                if (value is null) _ = _bufferTable.Remove(name);
                else _bufferTable[name] = (value, persistent);
                _ = value?.DetachFromDisposeScope();
            }

            /// <summary>What a property of a module does when it is set: the old tensor is disposed, and null leaves nothing registered.</summary>
            private protected void SetParameter(ref Parameter? field, Parameter? value, string name)
            {
                if (!ReferenceEquals(field, value)) field?.Dispose();
                field = value;
                ConditionallyRegisterParameter(name, value);
            }

            /// <summary>The same for a parameter that the module cannot be without.</summary>
            private protected void SetNeeded(ref Parameter field, Parameter? value, string name)
            {
                ArgumentNullException.ThrowIfNull(value, name);
                SetParameter(ref field!, value, name);
            }

            private protected void SetBuffer(ref Tensor? field, Tensor? value, string name)
            {
                if (!ReferenceEquals(field, value)) field?.Dispose();
                field = value;
                ConditionallyRegisterBuffer(name, value);
            }

            private protected void ClearParameters() => _parameterTable.Clear();

            protected void ClearModules() => _modules.Clear();

            private static InvalidOperationException Twice(string kind, string name) => new($"A {kind} '{name}' is already registered.");
        }
    }
}
