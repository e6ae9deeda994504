using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What an optimizer remembers about one parameter.</summary>
public abstract class OptimizerState
{
    protected OptimizerState(Parameter parameter) => Parameter = parameter;

    internal Parameter Parameter { get; }

    /// <summary>Numbers of the state that the update depends on: parameters whose phases are equal are updated together.</summary>
    internal virtual (long Step, double Number) Phase => default;

    public abstract void Initialize(OptimizerOptions options);

    public abstract void LoadStateDict(BinaryReader reader);

    public abstract void LoadStateDict(OptimizerState source);

    public abstract void SaveStateDict(BinaryWriter writer);

    public virtual bool ApproximatelyEquals(OptimizerState other) => false;

    public virtual void to(Device device)
    {
    }

    /// <summary>Reads a tensor, or that there is none, in place of <paramref name="result"/>.</summary>
    protected static void LoadConditionalStateTensor(BinaryReader reader, ref Tensor? result, Device device)
    {
        var loaded = reader.ReadBoolean() ? TensorFormat.Read(reader) : null;
        Replace(ref result, loaded?.to(device, disposeAfter: true));
    }

    protected static void SaveConditionalStateTensor(BinaryWriter writer, Tensor? tensor)
    {
        writer.Write(tensor is not null);
        if (tensor is not null) TensorFormat.Write(tensor, writer);
    }

    internal Tensor Zeros() => zeros_like(Parameter).DetachFromDisposeScope();

    private protected Tensor Filled(double value) => full_like(Parameter, value).DetachFromDisposeScope();

    /// <summary>Puts a copy of another state's tensor, on the parameter's device, in the place of this one's.</summary>
    private protected void Copy(ref Tensor? own, Tensor? other) => Replace(ref own, other?.to(Parameter.device, copy: true));

    private protected static void Move(ref Tensor? own, Device device) => Replace(ref own, own?.to(device));

    private protected static bool Close(Tensor? one, Tensor? other) => one is null ? other is null : other is not null && one.allclose(other);

    private protected static void Replace(ref Tensor? own, Tensor? by)
    {
        own?.Dispose();
        own = by?.DetachFromDisposeScope();
    }
}
