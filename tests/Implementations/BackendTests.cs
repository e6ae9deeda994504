using Lectern.Torch.Tests.Support;

namespace Lectern.Implementations.Tests;

public sealed class BackendTests
{
    [Fact]
    public void TensorsComputeOnTheDeviceOfTheRun()
    {
        using var scope = NewDisposeScope();
        var sum = ones(2, 3, device: TestDevice.Current) + 1;
        Assert.Equal(TestDevice.Current.type, sum.device_type);
        Assert.Equal([2f, 2, 2, 2, 2, 2], sum.cpu().data<float>().ToArray());
    }
}
