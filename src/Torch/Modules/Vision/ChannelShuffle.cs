using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Channel i·C/g + j moves to j·g + i: the channels of g groups are dealt in turn.</summary>
    public sealed class ChannelShuffle : ParameterLessModule<Tensor, Tensor>
    {
        internal ChannelShuffle(long groups)
            : base(nameof(ChannelShuffle))
        {
            this.groups = groups;
        }

        public long groups { get; set; }

        /// <summary>By views, because the operator of libtorch 1.13 has no gradient.</summary>
        public override Tensor forward(Tensor tensor)
        {
            using var scope = NewDisposeScope();
            var shape = tensor.shape;
            return tensor.reshape([shape[0], groups, shape[1] / groups, .. shape[2..]]).transpose(1, 2).reshape(shape).MoveToOuterDisposeScope();
        }

        public override string GetName() => nameof(ChannelShuffle);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static ChannelShuffle ChannelShuffle(long groups) => new(groups);
        }
    }
}
