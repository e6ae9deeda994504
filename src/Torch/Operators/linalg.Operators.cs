namespace TorchSharp;

public static partial class torch
{
    public static partial class linalg
    {
        [Aten("linalg_cholesky")] public static partial Tensor cholesky(Tensor input);
        [Aten("linalg_cholesky_ex")] public static partial (Tensor L, Tensor info) cholesky_ex(Tensor input, bool check_errors = false);
        [Aten("linalg_cond")] public static partial Tensor cond(Tensor input);
        [Aten("linalg_cond.p_str")] public static partial Tensor cond(Tensor input, string p);
        [Aten("linalg_cross")] public static partial Tensor cross(Tensor input, Tensor other, long dim = -1);
        [Aten("linalg_det", "input")] public static partial Tensor det(Tensor input);
        [Aten("linalg_diagonal", "input, offset, dim1, dim2")] public static partial Tensor diagonal(Tensor input, int offset = 0, int dim1 = -2, int dim2 = -1);
        [Aten("linalg_eig")] public static partial (Tensor, Tensor) eig(Tensor input);
        [Aten("linalg_eigvals")] public static partial Tensor eigvals(Tensor input);
        [Aten("linalg_householder_product", "A, tau")] public static partial Tensor householder_product(Tensor A, Tensor tau);
        [Aten("linalg_inv", "input")] public static partial Tensor inv(Tensor input);
        [Aten("linalg_inv_ex", "input, check_errors")] public static partial (Tensor L, Tensor info) inv_ex(Tensor input, bool check_errors = false);
        [Aten("linalg_ldl_factor")] public static partial (Tensor LU, Tensor? Pivots) ldl_factor(Tensor input, bool hermitian = true);
        [Aten("linalg_ldl_factor_ex")] public static partial (Tensor LU, Tensor? Pivots, Tensor? Info) ldl_factor_ex(Tensor input, bool hermitian = true, bool check_errors = false);
        [Aten("linalg_ldl_solve")] public static partial Tensor ldl_solve(Tensor LD, Tensor pivots, Tensor B, bool hermitian = false);
        [Aten("linalg_lstsq", "input, other")] public static partial (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(Tensor input, Tensor other);
        [Aten("linalg_lstsq", "input, other, rcond")] public static partial (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(Tensor input, Tensor other, double rcond);
        [Aten("linalg_lu", "input, pivot")] public static partial (Tensor P, Tensor L, Tensor U) lu(Tensor input, bool pivot = true);
        [Aten("linalg_lu_factor", "input, pivot")] public static partial (Tensor LU, Tensor? Pivots) lu_factor(Tensor input, bool pivot = true);
        [Aten("linalg_matrix_exp")] public static partial Tensor matrix_exp(Tensor input);
        [Aten("linalg_matrix_norm.str_ord", "input, ord, dims, keepdim")] public static partial Tensor matrix_norm(Tensor input, string ord = "fro", long[]? dims = null, bool keepdim = false);
        [Aten("linalg_matrix_rank.atol_rtol_float")] public static partial Tensor matrix_rank(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false);
        [Aten("linalg_matrix_rank.atol_rtol_tensor")] public static partial Tensor matrix_rank(Tensor input, Tensor atol, Tensor? rtol = null, bool hermitian = false);
        [Aten("linalg_multi_dot")] public static partial Tensor multi_dot(IList<Tensor> tensors);
        [Aten("linalg_norm", "input, _, dims, keepdim")] public static partial Tensor norm(Tensor input, long[]? dims = null, bool keepdim = false);
        [Aten("linalg_norm.ord_str", "input, ord, dims, keepdim")] public static partial Tensor norm(Tensor input, string ord, long[]? dims = null, bool keepdim = false);
        [Aten("linalg_pinv.atol_rtol_float")] public static partial Tensor pinv(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false);
        [Aten("linalg_pinv.atol_rtol_tensor")] public static partial Tensor pinv(Tensor input, Tensor atol, Tensor? rtol = null, bool hermitian = false);
        [Aten("linalg_slogdet", "input")] public static partial (Tensor, Tensor) slogdet(Tensor input);
        [Aten("linalg_solve")] public static partial Tensor solve(Tensor A, Tensor B, bool left = true);
        [Aten("linalg_solve_ex")] public static partial (Tensor result, Tensor info) solve_ex(Tensor A, Tensor B, bool left = true, bool check_errors = false);
        [Aten("linalg_svd", "input, fullMatrices")] public static partial (Tensor U, Tensor S, Tensor Vh) svd(Tensor input, bool fullMatrices = true);
        [Aten("linalg_svdvals", "input")] public static partial Tensor svdvals(Tensor input);
        [Aten("linalg_tensorinv")] public static partial Tensor tensorinv(Tensor input, long ind);
        [Aten("linalg_tensorsolve", "A, B, dims")] public static partial Tensor tensorsolve(Tensor A, Tensor B, long[] dims);
        [Aten("linalg_vander", "input, N")] public static partial Tensor vander(Tensor input, long? N = null);
    }
}
