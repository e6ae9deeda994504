using System.Text.RegularExpressions;
using Lectern.Torch.Tests.Modules;
using Lectern.Torch.Tests.Modules.Borders;
using Lectern.Torch.Tests.Modules.Convolutions;
using Lectern.Torch.Tests.Modules.Pooling;
using Lectern.Torch.Tests.Modules.Recurrent;
using Lectern.Torch.Tests.Modules.Vision;
using Lectern.Torch.Tests.Optim;

namespace Lectern.Torch.Tests.Operators;

/// <summary>Operators that only functions of layers, losses and optimizers call: the tests of those check values and gradients against loops and differences.</summary>
internal static class CheckedByModules
{
    private static readonly (string Operators, Type Tests)[] s_checked =
    [
        ("_foreach_.*", typeof(FormulaTests)),
        ("conv(1|2|3)d(.padding)?|conv_transpose1d", typeof(ConvolutionTests)),
        ("(adaptive_)?(avg|max)_pool.*|fractional_max_pool.*|max_unpool.*", typeof(PoolingTests)),
        ("pad|constant_pad_nd", typeof(PaddingTests)),
        ("col2im|im2col", typeof(FoldingTests)),
        ("_?upsample_.*|grid_sampler|affine_grid_generator", typeof(ResamplingTests)),
        ("(rnn_tanh|rnn_relu|lstm|gru)(_cell|.input)", typeof(RecurrentTests)),
        ("(rnn_tanh|rnn_relu|lstm|gru).data|_pack_padded_sequence|_pad_packed_sequence|pad_sequence", typeof(PackingTests)),
        (".*dropout_?", typeof(DropoutTests)),
        ("embedding|embedding_bag.padding_idx|embedding_renorm_", typeof(EmbeddingTests)),
        ("batch_norm|instance_norm", typeof(NormalizationTests)),
        ("hardshrink|softshrink|mish_?", typeof(ActivationTests)),
        ("cross_entropy_loss|nll_loss_nd|ctc_loss.Tensor|multi_margin_loss|multilabel_margin_loss|binary_cross_entropy.*", typeof(ClassLossTests)),
        (".*_loss|kl_div", typeof(LossTests)),
    ];

    /// <summary>The tests that check the operator, if they are among those of modules.</summary>
    public static Type? Of(string name) => Array.Find(s_checked, entry => Regex.IsMatch(name, $"^(?:{entry.Operators})$")).Tests;
}
