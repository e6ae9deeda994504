namespace TorchSharp;

public static partial class torch
{
    [Aten("addbmm", "input, batch1, batch2, beta, alpha")] public static partial Tensor addbmm(Tensor input, Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1);
    [Aten("addbmm_", "input, batch1, batch2, beta, alpha")] public static partial Tensor addbmm_(Tensor input, Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1);
    [Aten("addmm", "input, mat1, mat2, beta, alpha")] public static partial Tensor addmm(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha);
    [Aten("addmm_", "input, mat1, mat2, beta, alpha")] public static partial Tensor addmm_(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha);
    [Aten("addmv", "input, mat1, mat2, beta, alpha")] public static partial Tensor addmv(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha);
    [Aten("addmv_", "input, mat1, mat2, beta, alpha")] public static partial Tensor addmv_(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha);
    [Aten("addr", "input, vec1, vec2, beta, alpha")] public static partial Tensor addr(Tensor input, Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1);
    [Aten("addr_", "input, vec1, vec2, beta, alpha")] public static partial Tensor addr_(Tensor input, Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1);
    [Aten("baddbmm", "input, batch1, batch2, beta, alpha")] public static partial Tensor baddbmm(Tensor input, Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1);
    [Aten("cdist", "x1, x2, p, (long)compute_mode")] public static partial Tensor cdist(Tensor x1, Tensor x2, double p = 2, compute_mode compute_mode = compute_mode.use_mm_for_euclid_dist_if_necessary);
    [Aten("dist")] public static partial Tensor dist(Tensor input, Tensor other, float p = 2);
    [Aten("renorm")] public static partial Tensor renorm(Tensor input, float p, long dim, float maxnorm);
    public static Tensor tensordot(Tensor a, Tensor b, long dims = 2) => a.tensordot(b, dims);
    public static Tensor tensordot(Tensor a, Tensor b, (long, long)[] dims) => a.tensordot(b, dims);

    public partial class Tensor
    {
        [Aten("addbmm", "this, batch1, batch2, beta, alpha")] public partial Tensor addbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1);
        [Aten("addbmm_", "this, batch1, batch2, beta, alpha")] public partial Tensor addbmm_(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1);
        [Aten("addmm", "this, mat1, mat2, beta, alpha")] public partial Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1);
        [Aten("addmm_", "this, mat1, mat2, beta, alpha")] public partial Tensor addmm_(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1);
        [Aten("addmv", "this, mat, vec, beta, alpha")] public partial Tensor addmv(Tensor mat, Tensor vec, float beta = 1, float alpha = 1);
        [Aten("addmv_", "this, mat, vec, beta, alpha")] public partial Tensor addmv_(Tensor mat, Tensor vec, float beta = 1, float alpha = 1);
        [Aten("addr", "this, vec1, vec2, beta, alpha")] public partial Tensor addr(Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1);
        [Aten("addr_", "this, vec1, vec2, beta, alpha")] public partial Tensor addr_(Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1);
        [Aten("baddbmm", "this, batch1, batch2, beta, alpha")] public partial Tensor baddbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1);
        [Aten("dist")] public partial Tensor dist(Tensor other, float p = 2);
        [Aten("renorm")] public partial Tensor renorm(float p, long dim, float maxnorm);
        public Tensor tensordot(Tensor b, (long, long)[] dims) => tensordot(b, [.. dims.Select(pair => pair.Item1)], [.. dims.Select(pair => pair.Item2)]);
    }
}
