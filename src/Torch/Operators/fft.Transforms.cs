namespace TorchSharp;

public static partial class torch
{
    public static partial class fft
    {
        [Aten("fft_fft", "input, Tensor.Given(n), dim, Text(norm)")] public static partial Tensor fft_(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward);
        [Aten("fft_ifft", "input, Tensor.Given(n), dim, Text(norm)")] public static partial Tensor ifft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward);
        [Aten("fft_hfft", "input, Tensor.Given(n), dim, Text(norm)")] public static partial Tensor hfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward);
        [Aten("fft_ihfft", "input, Tensor.Given(n), dim, Text(norm)")] public static partial Tensor ihfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward);
        [Aten("fft_rfft", "input, Tensor.Given(n), dim, Text(norm)")] public static partial Tensor rfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward);
        [Aten("fft_irfft", "input, Tensor.Given(n), dim, Text(norm)")] public static partial Tensor irfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward);
        [Aten("fft_fft2", "input, s, dim ?? [-2, -1], Text(norm)")] public static partial Tensor fft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward);
        [Aten("fft_ifft2", "input, s, dim ?? [-2, -1], Text(norm)")] public static partial Tensor ifft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward);
        [Aten("fft_hfft2", "input, s, dim ?? [-2, -1], Text(norm)")] public static partial Tensor hfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward);
        [Aten("fft_ihfft2", "input, s, dim ?? [-2, -1], Text(norm)")] public static partial Tensor ihfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward);
        [Aten("fft_rfft2", "input, s, dim ?? [-2, -1], Text(norm)")] public static partial Tensor rfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward);
        [Aten("fft_irfft2", "input, s, dim ?? [-2, -1], Text(norm)")] public static partial Tensor irfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward);
        [Aten("fft_fftn", "input, s, dim, Text(norm)")] public static partial Tensor fftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward);
        [Aten("fft_ifftn", "input, s, dim, Text(norm)")] public static partial Tensor ifftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward);
        [Aten("fft_hfftn", "input, s, dim, Text(norm)")] public static partial Tensor hfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward);
        [Aten("fft_ihfftn", "input, s, dim, Text(norm)")] public static partial Tensor ihfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward);
        [Aten("fft_rfftn", "input, s, dim, Text(norm)")] public static partial Tensor rfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward);
        [Aten("fft_irfftn", "input, s, dim, Text(norm)")] public static partial Tensor irfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward);
        [Aten("fft_fftfreq", "n, d, dtype, _, device ?? Creation.DefaultDevice")] public static partial Tensor fftfreq(long n, double d = 1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false);
        [Aten("fft_rfftfreq", "n, d, dtype, _, device ?? Creation.DefaultDevice")] public static partial Tensor rfftfreq(long n, double d = 1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false);
    }
}
