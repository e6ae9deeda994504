using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Normalizes groups of channels of each example; https://arxiv.org/abs/1803.08494.</summary>
public sealed class GroupNorm : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter? _weight;

    [ComponentName(Name = nameof(bias))]
    private Parameter? _bias;

    internal GroupNorm(long groups, long channels, double eps, bool affine, Device? device, ScalarType? dtype)
        : base(nameof(GroupNorm))
    {
        if (channels % groups != 0) throw new ArgumentException($"{channels} channels do not divide into {groups} groups.", nameof(channels));
        (num_groups, this.eps, this.affine) = (groups, eps, affine);
        if (!affine) return;
        _weight = Fresh.Full(1, device, dtype, channels);
        _bias = Fresh.Full(0, device, dtype, channels);
        RegisterComponents();
    }

    public long num_groups { get; set; }

    public double eps { get; set; }

    public bool affine { get; set; }

    public Parameter weight
    {
        get => _weight!;
        set => SetNeeded(ref _weight!, value, nameof(weight));
    }

    public Parameter? bias
    {
        get => _bias;
        set => SetParameter(ref _bias, value, nameof(bias));
    }

    public override Tensor forward(Tensor tensor) => nn.functional.group_norm(tensor, num_groups, _weight, _bias, eps);
}
