using Lectern.Torch.Tests.Support;

namespace Lectern.Torch.Tests.Composed;

/// <summary>Members that are more than one operator, or that hand its arguments on in another form.</summary>
public sealed class ComposedTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void UniqueGivesOnlyWhatIsAskedFor()
    {
        var (output, inverse, counts) = Of(3, 1, 3).unique(return_inverse: true);
        Assert.Equal([1.0, 3], Values(output));
        Assert.Equal([1.0, 0, 1], Values(inverse!));
        Assert.Null(counts);
    }

    [Fact]
    public void UniqueAlongADimensionCountsSlices()
    {
        var (output, _, counts) = Of(1, 2, 1, 2, 0, 0).reshape(3, 2).unique(return_counts: true, dim: 0);
        Assert.Equal([0.0, 0, 1, 2], Values(output));
        Assert.Equal([1.0, 2], Values(counts!));
    }

    [Fact]
    public void TensordotSumsOverTheLastAndTheFirstDimensions()
    {
        var (a, b) = (arange(12, device: TestDevice.Current).reshape(2, 2, 3).@double(), arange(12, device: TestDevice.Current).reshape(2, 3, 2).@double());
        var expected = a.reshape(2, 6).matmul(b.reshape(6, 2));
        TensorAssert.Close(expected, a.tensordot(b, 2), rtol: 0);
        TensorAssert.Close(expected, torch.tensordot(a, b, [(1L, 0L), (2L, 1L)]), rtol: 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => a.tensordot(b, 4));
    }

    [Fact]
    public void StandardDeviationsComeInTheTypeThatIsNamed()
    {
        var deviation = Of(1, 2, 3, 4).@float().reshape(2, 2).std(0, type: ScalarType.Float64);
        Assert.Equal(ScalarType.Float64, deviation.dtype);
        TensorAssert.Close(Of(Math.Sqrt(2), Math.Sqrt(2)), deviation, rtol: 1e-15);
    }

    [Fact]
    public void ABiasedVarianceDividesByTheNumberOfElements()
    {
        var (variance, mean) = Of(1, 2, 3, 4).var_mean((ReadOnlySpan<long>)[0], unbiased: false);
        Assert.Equal(1.25, variance.ToDouble());
        Assert.Equal(2.5, mean.ToDouble());
    }

    [Fact]
    public void TheLargestElementsAreWrittenIntoAGivenTensor()
    {
        var into = empty(0, dtype: ScalarType.Float64, device: TestDevice.Current);
        var result = torch.amax(Of(1, 5, 7, 2).reshape(2, 2), new long[] { 1 }, false, into);
        Assert.Same(into, result);
        Assert.Equal([5.0, 7], Values(into));
    }

    [Fact]
    public void AnInPlaceRefillResizesAndReturnsTheTensorItself()
    {
        var t = zeros(3, device: TestDevice.Current);
        Assert.Same(t, t.ones(2, 2));
        Assert.Equal([1.0, 1, 1, 1], Values(t));
        Assert.Equal([0.0, 2], Values(t.arange_out(0, 4, 2)));
    }

    [Fact]
    public void AWrittenResultHoldsNoSecondHandle()
    {
        var t = zeros(3, device: TestDevice.Current);
        var before = Tensor.TotalCount;
        t.full([5L], 2);
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void BroadcastShapesTakeTheLargerSizeFromTheRight()
    {
        Assert.Equal([4L, 2, 3], torch.broadcast_shapes([2, 1], [4, 1, 3], [1]).Shape);
        Assert.Throws<ArgumentException>(() => torch.broadcast_shapes([2], [3]));
    }

    [Fact]
    public void TheFactorsOfLuMakeTheMatrix()
    {
        var a = Of(1, 2, 3, 4).reshape(2, 2);
        var (factors, pivots, infos) = torch.lu(a);
        Assert.Null(infos);
        var lower = factors.tril(-1) + eye(2, dtype: ScalarType.Float64, device: TestDevice.Current);
        Assert.Equal([2L, 2], pivots!.@long().cpu().data<long>().ToArray());
        TensorAssert.Close(Of(3, 4, 1, 2).reshape(2, 2), lower.matmul(factors.triu()), rtol: 1e-14);
    }

    [Fact]
    public void AJacobianHasARowForEachOutput()
    {
        var jacobian = torch.autograd.functional.jacobian((Tensor x) => stack([x[0] * x[1], x[1].square(), x[1].detach()]), Of(3, 5));
        TensorAssert.Close(Of(5, 3, 0, 10, 0, 0).reshape(3, 2), jacobian, rtol: 0);
    }

    [Fact]
    public void AnInputThatPlaysNoPartHasAJacobianOfZeros()
    {
        var jacobians = torch.autograd.functional.jacobian((Tensor[] x) => x[0] * 2, Of(1, 2), Of(7)).ToList();
        Assert.Equal([2.0, 0, 0, 2], Values(jacobians[0]));
        Assert.Equal([2L, 1], jacobians[1].shape);
        Assert.Equal([0.0, 0], Values(jacobians[1]));
    }

    [Fact]
    public void AnomalyModeFindsAGradientThatIsNotANumber()
    {
        var x = Of(0).requires_grad_();
        var y = (x.sqrt() * 0).sum();
        Assert.False(AnomalyMode.IsEnabled);
        using (torch.autograd.detect_anomaly()) Assert.ThrowsAny<Exception>(() => y.backward());
        Assert.False(AnomalyMode.IsEnabled);
    }

    [Fact]
    public void TheShortTimeFourierTransformInvertsWithDefaultLengths()
    {
        var signal = torch.sin(arange(64, dtype: ScalarType.Float64, device: TestDevice.Current) * 0.3);
        var window = torch.hann_window(16, dtype: ScalarType.Float64, device: TestDevice.Current);
        var spectrum = signal.stft(16, window: window, return_complex: true);
        Assert.Equal([9L, 17], spectrum.shape);
        TensorAssert.Close(signal, spectrum.istft(16, window: window), rtol: 0, atol: 1e-14);
    }

    [Fact]
    public void FourierTransformsTakeTheFactorThatIsNamed()
    {
        Assert.Equal((2.0, 0.0), First(torch.fft.fft_(Of(1, 1, 1, 1), norm: FFTNormType.Ortho)));
        Assert.Equal((1.0, 0.0), First(torch.fft.fft_(Of(1, 1, 1, 1), norm: FFTNormType.Forward)));
        Assert.Equal((4.0, 0.0), First(torch.fft.fft_(Of(1, 1, 1, 1))));
        Assert.Equal((2.0, 0.0), First(torch.fft.fft2(Of(1, 1, 1, 1).reshape(2, 2), norm: FFTNormType.Ortho)));
    }

    [Fact]
    public void AQrDecompositionComesInItsThreeModes()
    {
        var a = Of(3, 4, 0, 0, 0, 2).reshape(2, 3).T;
        Assert.Equal([3L, 2], torch.linalg.qr(a).Q.shape);
        Assert.Equal([3L, 3], torch.linalg.qr(a, torch.linalg.QRMode.Complete).Q.shape);
        Assert.Equal([0L], torch.linalg.qr(a, torch.linalg.QRMode.R).Q.shape);
    }

    [Fact]
    public void HistogramsCountWithinTheRange()
    {
        var (counts, edges) = torch.histogram(tensor(new[] { 0.5, 1.5, 1.6, 9 }), 2, (0, 2));
        Assert.Equal([1.0, 2], Values(counts));
        Assert.Equal([0.0, 1, 2], Values(edges));
    }

    [Fact]
    public void RandomNumbersKeepToTheirRange()
    {
        using var generator = new Generator(7);
        for (var i = 0; i < 100; i++)
        {
            Assert.InRange(torch.rand_float(generator), 0, 1);
            Assert.InRange(torch.randint_int(3, 5, generator), 3, 4);
        }
    }

    [Fact]
    public void FloatingLimitsAreThoseOfTheFormat()
    {
        Assert.Equal((double)float.MaxValue, finfo(ScalarType.Float32).max);
        Assert.Equal(double.MaxValue, finfo(ScalarType.Float64).max);
        Assert.Equal(65504.0, finfo(ScalarType.Float16).max);
        Assert.Equal(Math.BitIncrement(1.0) - 1, finfo(ScalarType.Float64).eps);
        Assert.Equal(1.1754943508222875e-38, finfo(ScalarType.BFloat16).tiny);
    }

    [Fact]
    public void TypesArePromotedAsPythonDoes()
    {
        Assert.Equal(ScalarType.Float32, torch.promote_types(ScalarType.Int64, ScalarType.Float32));
        Assert.Equal(ScalarType.ComplexFloat64, torch.result_type(Of(1), tensor((1f, 2f)).reshape(1).to(TestDevice.Current)));
    }

    [Fact]
    public void NonzeroAsAListHasAColumnForEachDimension()
    {
        var places = Of(0, 7, 0, 8).reshape(2, 2).nonzero_as_list();
        Assert.Equal(2, places.Count);
        Assert.Equal([0.0, 1], Values(places[0]));
        Assert.Equal([1.0, 1], Values(places[1]));
    }

    [Fact]
    public void AListOfATensorNestsItsScalars()
    {
        var list = (System.Collections.ArrayList)Of(1, 2, 3, 4).reshape(2, 2).tolist();
        Assert.Equal(3.0, ((Scalar)((System.Collections.ArrayList)list[1]!)[0]!).ToDouble());
    }

    [Fact]
    public void NumbersAndArraysAreTensorsWhereOneIsWanted()
    {
        Tensor scalar = 2.5;
        Tensor row = new[] { 1f, 2f };
        Tensor typed = (Scalar)3;
        Assert.Equal((2.5, ScalarType.Float64), ((double)scalar, scalar.dtype));
        Assert.Equal([1.0, 2], Values(row));
        Assert.Equal((3, ScalarType.Int32), ((int)typed, typed.dtype));
        Assert.True(row.Equals((Tensor)new[] { 1f, 2f }));
    }

    [Fact]
    public void SplitsTakePlacesFromATensor()
    {
        var parts = Of(1, 2, 3, 4).hsplit(tensor(new long[] { 1, 3 }));
        Assert.Equal(3, parts.Length);
        Assert.Equal([2.0, 3], Values(parts[1]));
    }

    [Fact]
    public void AccessToMemoryIsBoundsChecked()
    {
        var t = Of(1, 2).cpu();
        Assert.Equal(2.0, t.ReadCpuDouble(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => t.ReadCpuDouble(2));
        Assert.Throws<ArgumentException>(() => t.ReadCpuInt64(0));
        Assert.Equal(1.5f, t.to(ScalarType.BFloat16).fill_(1.5).ReadCpuBFloat16(0));
    }

    [Fact]
    public void ASavedTensorHasTypeRankAndSizesAsShortNumbersBeforeItsElements()
    {
        using var stream = new MemoryStream();
        tensor(new byte[] { 9, 8 }, [2, 1]).Save(stream);
        Assert.Equal([0, 2, 2, 1, 9, 8], stream.ToArray());
        Assert.Equal([9.0, 8], Values(Tensor.Load(new MemoryStream(stream.ToArray()))));
    }

    [Fact]
    public void StatisticsTellScopedFromUnscopedTensors()
    {
        var statistics = DisposeScopeManager.Statistics.TensorStatistics;
        statistics.Reset();
        using (var inner = NewDisposeScope())
        {
            zeros(1).DetachFromDisposeScope().Dispose();
            zeros(1).Dispose();
            _ = zeros(1);
        }

        Assert.Equal((3, 1), (statistics.CreatedInScopeCount, statistics.DetachedFromScopeCount));
        Assert.Equal((2, 1), (statistics.DisposedInScopeCount, statistics.DisposedOutsideScopeCount));
        Assert.Equal(0, statistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void FlagsOfTheBackendsKeepWhatIsSet()
    {
        var before = torch.backends.cuda.math_sdp_enabled();
        torch.backends.cuda.enable_math_sdp(!before);
        Assert.Equal(!before, torch.backends.cuda.math_sdp_enabled());
        torch.backends.cuda.enable_math_sdp(before);
    }

    private static Tensor Of(params double[] values) => tensor(values, device: TestDevice.Current);

    private static double[] Values(Tensor t) => t.to(ScalarType.Float64, CPU).data<double>().ToArray();

    private static (double, double) First(Tensor t)
    {
        var number = t.flatten()[0].ToComplexFloat64();
        return (number.Real, number.Imaginary);
    }
}
