namespace TorchSharp;

public static partial class torch
{
    [Aten("bartlett_window.periodic", "len, periodic, dtype, _, device ?? Creation.DefaultDevice")] public static partial Tensor bartlett_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false);
    [Aten("blackman_window.periodic", "len, periodic, dtype, _, device ?? Creation.DefaultDevice")] public static partial Tensor blackman_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false);
    [Aten("hann_window.periodic", "len, periodic, dtype, _, device ?? Creation.DefaultDevice")] public static partial Tensor hann_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null, bool requires_grad = false);
    [Aten("hamming_window.periodic_alpha_beta", "len, periodic, alpha, beta, dtype, _, device ?? Creation.DefaultDevice")] public static partial Tensor hamming_window(long len, bool periodic = true, float alpha = 0.54f, float beta = 0.46f, ScalarType? dtype = null, Device? device = null, bool requires_grad = false);
    [Aten("kaiser_window.beta", "len, periodic, beta, dtype, _, device ?? Creation.DefaultDevice")] public static partial Tensor kaiser_window(long len, bool periodic = true, float beta = 12, ScalarType? dtype = null, Device? device = null, bool requires_grad = false);
}
