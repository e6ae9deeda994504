namespace TorchSharp;

public static partial class torch
{
    [Aten("trapezoid.dx", "y, dx, dim")] public static partial Tensor trapezoid(Tensor y, double dx = 1, long dim = -1);
    [Aten("cumulative_trapezoid.dx", "y, dx, dim")] public static partial Tensor cumulative_trapezoid(Tensor y, double dx = 1, long dim = -1);
    [Aten("arctan2", "input, other")] public static partial Tensor arctan(Tensor input, Tensor other);
    [Aten("arctan2_", "input, other")] public static partial Tensor arctan_(Tensor input, Tensor other);
    [Aten("eq.Tensor", "tensor, target")] public static partial Tensor equal(Tensor tensor, Tensor target);
    [Aten("linalg_pinv", "input, rcond, hermitian")] public static partial Tensor pinverse(Tensor input, double rcond = 1E-15, bool hermitian = false);
    [Aten("stft.center", "input, n_fft, Tensor.Given(hop_length), Tensor.Given(win_length), window, center, Tensor.Text(pad_mode), normalized, onesided, return_complex")] public static partial Tensor stft(Tensor input, long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true, PaddingModes pad_mode = PaddingModes.Reflect, bool normalized = false, bool? onesided = null, bool? return_complex = null);

    public partial class Tensor
    {
        [Aten("trapezoid.dx", "this, dx, dim")] public partial Tensor trapezoid(double dx = 1, long dim = -1);
        [Aten("cumulative_trapezoid.dx", "this, dx, dim")] public partial Tensor cumulative_trapezoid(double dx = 1, long dim = -1);
        [Aten("arctan2", "this, other")] public partial Tensor arctan(Tensor other);
        [Aten("elu", "this, alpha")] public partial Tensor elu(double alpha = 1);
        [Aten("rrelu", "this, lower, upper")] public partial Tensor rrelu(double lower = 0.125, double upper = 1.0 / 3);
        [Aten("arctan2_", "this, other")] public partial Tensor arctan_(Tensor other);
        [Aten("elu_", "this, alpha")] public partial Tensor elu_(double alpha = 1);
        [Aten("rrelu_", "this, lower, upper")] public partial Tensor rrelu_(double lower = 0.125, double upper = 1.0 / 3);
        [Aten("softplus", "this, beta, threshold")] public partial Tensor softplus(double beta = 1, double threshold = 20);
        [Aten("polygamma", "p, this")] public partial Tensor polygamma(long p);
        [Aten("random_.from", "this, (long)from, (long)to, generator")] public partial Tensor random_(double from, double to, Generator? generator = null);
        [Aten("eq.Tensor", "this, target")] public partial Tensor equal(Tensor target);
        [Aten("linalg_pinv", "this, rcond, hermitian")] public partial Tensor pinverse(double rcond = 1E-15, bool hermitian = false);
        [Aten("stft.center", "this, n_fft, Tensor.Given(hop_length), Tensor.Given(win_length), window, center, Tensor.Text(pad_mode), normalized, onesided, return_complex")] public partial Tensor stft(long n_fft, long hop_length = -1, long win_length = -1, Tensor? window = null, bool center = true, PaddingModes pad_mode = PaddingModes.Reflect, bool normalized = false, bool? onesided = null, bool? return_complex = null);
    }
}
