namespace TorchSharp;

public static partial class torch
{
    public static partial class special
    {
        [Aten("special_digamma")] public static partial Tensor digamma(Tensor input);
        [Aten("special_entr")] public static partial Tensor entr(Tensor input);
        [Aten("special_erf")] public static partial Tensor erf(Tensor input);
        [Aten("special_erfc")] public static partial Tensor erfc(Tensor input);
        [Aten("special_erfcx")] public static partial Tensor erfcx(Tensor input);
        [Aten("special_erfinv")] public static partial Tensor erfinv(Tensor input);
        [Aten("special_exp2")] public static partial Tensor exp2(Tensor input);
        [Aten("special_expit")] public static partial Tensor expit(Tensor input);
        [Aten("special_expm1")] public static partial Tensor expm1(Tensor input);
        [Aten("special_gammainc")] public static partial Tensor gammainc(Tensor input, Tensor other);
        [Aten("special_gammaincc")] public static partial Tensor gammaincc(Tensor input, Tensor other);
        [Aten("special_gammaln")] public static partial Tensor gammaln(Tensor input);
        [Aten("special_i0")] public static partial Tensor i0(Tensor input);
        [Aten("special_i0e")] public static partial Tensor i0e(Tensor input);
        [Aten("special_i1")] public static partial Tensor i1(Tensor input);
        [Aten("special_i1e")] public static partial Tensor i1e(Tensor input);
        [Aten("special_log_softmax")] public static partial Tensor log_softmax(Tensor input, long dim, ScalarType? dtype = null);
        [Aten("special_logit")] public static partial Tensor logit(Tensor input);
        [Aten("special_multigammaln")] public static partial Tensor multigammaln(Tensor input, long p);
        [Aten("special_ndtr")] public static partial Tensor ndtr(Tensor input);
        [Aten("special_ndtri")] public static partial Tensor ndtri(Tensor input);
        [Aten("special_polygamma", "n, input")] public static partial Tensor polygamma(long n, Tensor input);
        [Aten("special_psi")] public static partial Tensor psi(Tensor input);
        [Aten("special_sinc")] public static partial Tensor sinc(Tensor input);
        [Aten("special_softmax")] public static partial Tensor softmax(Tensor input, long dim, ScalarType? dtype = null);
        [Aten("special_xlog1py")] public static partial Tensor xlog1py(Tensor input, Tensor other);
        [Aten("special_zeta", "x, q")] public static partial Tensor zeta(Tensor x, Tensor q);
    }
}
