using System.Runtime.InteropServices;
using Lectern.Torch.Tests.Support;

namespace Lectern.Torch.Tests.Autograd;

public sealed class FunctionalTests
{
    [Fact]
    public void TheJacobianOfALinearMapIsItsMatrix()
    {
        using var scope = NewDisposeScope();
        var (a, x) = (Random(3, 4), Random(4));
        TensorAssert.Close(a, torch.autograd.functional.jacobian((Tensor v) => a.mv(v), x), 1e-12);
    }

    [Fact]
    public void SeveralOutputsAndInputsGiveAJacobianForEachPair()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (Random(2), Random(3));
        Tensor[] all = [.. torch.autograd.functional.jacobian(v => new[] { v[0].sum() * 2, v[1] * 3 }, [x, y])];
        Assert.Equal(4, all.Length);
        TensorAssert.Close(full_like(x, 2), all[0], 1e-12);
        Assert.Equal(0, all[1].abs().sum().item<double>());
        Assert.Equal([3L, 2], all[2].shape);
        Assert.Equal(0, all[2].abs().sum().item<double>());
        TensorAssert.Close(eye(3, dtype: ScalarType.Float64, device: TestDevice.Current) * 3, all[3], 1e-12);
    }

    [Fact]
    public void AnomalyModeFindsTheNaNAndIsLeftAsItWas()
    {
        using var scope = NewDisposeScope();
        Assert.False(AnomalyMode.IsEnabled);
        using (torch.autograd.detect_anomaly())
        {
            Assert.True(AnomalyMode.IsEnabled);
            Assert.True(AnomalyMode.ShouldCheckNaN);
            var x = zeros(1, ScalarType.Float64, TestDevice.Current).requires_grad_();
            var error = Assert.Throws<ExternalException>(() => (x.sqrt() * 0).sum().backward());
            Assert.Contains("returned nan values", error.Message, StringComparison.Ordinal);
        }

        Assert.False(AnomalyMode.IsEnabled);
    }

    private static Tensor Random(params long[] shape) => randn(shape, ScalarType.Float64, TestDevice.Current);
}
