using Lectern.Torch.Tests.Support;
using static TorchSharp.torch.nn;

namespace Lectern.Torch.Tests.Modules;

/// <summary>Nothing of a module stays behind: not what it holds, and not what a call makes on the way.</summary>
public sealed class HandleTests
{
    private static readonly Dictionary<string, (Func<torch.nn.Module<Tensor, Tensor>> Make, long[] Shape)> s_modules = new()
    {
        ["Linear"] = (() => Linear(4, 3), [2, 4]),
        ["BatchNorm1d"] = (() => BatchNorm1d(4), [2, 4]),
        ["BatchNorm3d"] = (() => BatchNorm3d(4), [2, 4, 2, 2, 2]),
        ["InstanceNorm1d"] = (() => InstanceNorm1d(4, affine: true, track_running_stats: true), [4, 3]),
        ["GroupNorm"] = (() => GroupNorm(2, 4), [2, 4]),
        ["LayerNorm"] = (() => LayerNorm(4), [2, 4]),
        ["LocalResponseNorm"] = (() => LocalResponseNorm(2), [2, 4, 3]),
        ["PReLU"] = (() => PReLU(4), [2, 4]),
        ["Softsign"] = (Softsign, [2, 4]),
        ["Softmin"] = (() => Softmin(1), [2, 4]),
        ["Tanhshrink"] = (Tanhshrink, [2, 4]),
        ["Dropout1d"] = (() => Dropout1d(), [2, 4]),
        ["Sequential"] = (() => Sequential(Linear(4, 4), GELU(), LayerNorm(4)), [2, 4]),
    };

    public static TheoryData<string> Names => [.. s_modules.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_module_and_its_calls_leave_no_handles(string name)
    {
        var (make, shape) = s_modules[name];
        var before = Tensor.TotalCount;
        using (var x = rand(shape, device: TestDevice.Current))
        using (var module = make().to(TestDevice.Current))
        {
            var held = Tensor.TotalCount;
            module.call(x).Dispose();
            Assert.Equal(held, Tensor.TotalCount);
            using (NewDisposeScope())
            {
                var y = module.call(x).sum();
                if (y.requires_grad) y.backward();
            }

            module.zero_grad();
            Assert.Equal(held, Tensor.TotalCount);
            _ = module.to(ScalarType.Float64);
            Assert.Equal(held, Tensor.TotalCount);
        }

        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void Embeddings_and_losses_leave_no_handles()
    {
        var before = Tensor.TotalCount;
        using (var table = rand(4, 3, device: TestDevice.Current))
        using (var indices = tensor(new long[] { 1, 2, 3 }, [1, 3], device: TestDevice.Current))
        {
            using (var embedding = Embedding(4, 3, 0).to(TestDevice.Current)) embedding.call(indices).Dispose();
            using (var given = Embedding_from_pretrained(table, max_norm: 0.5)) given.call(indices).Dispose();
            using (var bag = EmbeddingBag(4, 3, padding_index: 1).to(TestDevice.Current)) bag.call(indices).Dispose();
            using (CrossEntropyLoss(table)) Assert.Equal(before + 3, Tensor.TotalCount);
        }

        Assert.Equal(before, Tensor.TotalCount);
    }
}
