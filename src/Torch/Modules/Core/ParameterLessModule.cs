using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A module without parameters and buffers, which need not be looked for when it is moved.</summary>
public abstract class ParameterLessModule<T1, TResult> : nn.Module<T1, TResult>
{
    protected ParameterLessModule(string name)
        : base(name)
    {
    }

    public override void register_buffer(string name, Tensor tensor, bool persistent = true) => throw Stateless.Refusal(this);

    public override void register_parameter(string name, Parameter param) => throw Stateless.Refusal(this);

    public override void register_module(string name, nn.Module submodule) => throw Stateless.Refusal(this);

    protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => this;

    protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => this;

    protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => this;
}

/// <summary>A module without parameters and buffers, which need not be looked for when it is moved.</summary>
public abstract class ParameterLessModule<T1, T2, TResult> : nn.Module<T1, T2, TResult>
{
    protected ParameterLessModule(string name)
        : base(name)
    {
    }

    public override void register_buffer(string name, Tensor tensor, bool persistent = true) => throw Stateless.Refusal(this);

    public override void register_parameter(string name, Parameter param) => throw Stateless.Refusal(this);

    public override void register_module(string name, nn.Module submodule) => throw Stateless.Refusal(this);

    protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => this;

    protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => this;

    protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => this;
}

/// <summary>A module without parameters and buffers, which need not be looked for when it is moved.</summary>
public abstract class ParameterLessModule<T1, T2, T3, TResult> : nn.Module<T1, T2, T3, TResult>
{
    protected ParameterLessModule(string name)
        : base(name)
    {
    }

    public override void register_buffer(string name, Tensor tensor, bool persistent = true) => throw Stateless.Refusal(this);

    public override void register_parameter(string name, Parameter param) => throw Stateless.Refusal(this);

    public override void register_module(string name, nn.Module submodule) => throw Stateless.Refusal(this);

    protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => this;

    protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => this;

    protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => this;
}

/// <summary>A module without parameters and buffers, which need not be looked for when it is moved.</summary>
public abstract class ParameterLessModule<T1, T2, T3, T4, TResult> : nn.Module<T1, T2, T3, T4, TResult>
{
    protected ParameterLessModule(string name)
        : base(name)
    {
    }

    public override void register_buffer(string name, Tensor tensor, bool persistent = true) => throw Stateless.Refusal(this);

    public override void register_parameter(string name, Parameter param) => throw Stateless.Refusal(this);

    public override void register_module(string name, nn.Module submodule) => throw Stateless.Refusal(this);

    protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => this;

    protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => this;

    protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => this;
}

/// <summary>A module without parameters and buffers, which need not be looked for when it is moved.</summary>
public abstract class ParameterLessModule<T1, T2, T3, T4, T5, TResult> : nn.Module<T1, T2, T3, T4, T5, TResult>
{
    protected ParameterLessModule(string name)
        : base(name)
    {
    }

    public override void register_buffer(string name, Tensor tensor, bool persistent = true) => throw Stateless.Refusal(this);

    public override void register_parameter(string name, Parameter param) => throw Stateless.Refusal(this);

    public override void register_module(string name, nn.Module submodule) => throw Stateless.Refusal(this);

    protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => this;

    protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => this;

    protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => this;
}

/// <summary>A module without parameters and buffers, which need not be looked for when it is moved.</summary>
public abstract class ParameterLessModule<T1, T2, T3, T4, T5, T6, TResult> : nn.Module<T1, T2, T3, T4, T5, T6, TResult>
{
    protected ParameterLessModule(string name)
        : base(name)
    {
    }

    public override void register_buffer(string name, Tensor tensor, bool persistent = true) => throw Stateless.Refusal(this);

    public override void register_parameter(string name, Parameter param) => throw Stateless.Refusal(this);

    public override void register_module(string name, nn.Module submodule) => throw Stateless.Refusal(this);

    protected internal override nn.Module _to(Device device, ScalarType dtype, bool non_blocking) => this;

    protected internal override nn.Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking) => this;

    protected internal override nn.Module _to(ScalarType dtype, bool non_blocking) => this;
}

internal static class Stateless
{
    public static InvalidOperationException Refusal(nn.Module module) =>
        new($"A {module.GetName()} has neither parameters nor buffers nor modules of its own.");
}
