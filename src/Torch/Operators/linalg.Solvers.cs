namespace TorchSharp;

public static partial class torch
{
    public static partial class linalg
    {
        [Aten("linalg_cond", "input, p")] public static partial Tensor cond(Tensor input, double p);
        [Aten("linalg_cond", "input, p")] public static partial Tensor cond(Tensor input, int p);
        [Aten("linalg_eigh", "input, UPLO.ToString()")] public static partial (Tensor eigenvalues, Tensor eigenvectors) eigh(Tensor input, char UPLO = 'L');
        [Aten("linalg_eigvalsh", "input, UPLO.ToString()")] public static partial Tensor eigvalsh(Tensor input, char UPLO = 'L');
        [Aten("linalg_matrix_norm", "input, ord, dims ?? [-2, -1], keepdim")] public static partial Tensor matrix_norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false);
        [Aten("linalg_norm", "input, ord, dims, keepdim")] public static partial Tensor norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false);
        [Aten("linalg_norm", "input, ord, dims, keepdim")] public static partial Tensor norm(Tensor input, int ord, long[]? dims = null, bool keepdim = false);
        [Aten("linalg_vector_norm", "input, ord, dims, keepdim")] public static partial Tensor vector_norm(Tensor input, double ord = 2, long[]? dims = null, bool keepdim = false);
        [Aten("linalg_qr", "input, Text(mode)")] public static partial (Tensor Q, Tensor R) qr(Tensor input, QRMode mode = QRMode.Reduced);
        public static Tensor lu_solve(Tensor LU, Tensor pivots, Tensor B, bool left = true, bool adjoint = false, Tensor? @out = null) => @out is null ? LuSolve(LU, pivots, B, left, adjoint) : Tensor.Filled(@out, LuSolve(LU, pivots, B, left, adjoint, @out));
        [Aten("linalg_lu_solve", "LU, pivots, B, left, adjoint")] private static partial Tensor LuSolve(Tensor LU, Tensor pivots, Tensor B, bool left, bool adjoint);
        [Aten("linalg_lu_solve.out", "LU, pivots, B, left, adjoint, into")] private static partial Tensor LuSolve(Tensor LU, Tensor pivots, Tensor B, bool left, bool adjoint, Tensor into);
        public static Tensor solve_triangular(Tensor A, Tensor B, bool upper, bool left = true, bool unitriangular = false, Tensor? @out = null) => @out is null ? SolveTriangular(A, B, upper, left, unitriangular) : Tensor.Filled(@out, SolveTriangular(A, B, upper, left, unitriangular, @out));
        [Aten("linalg_solve_triangular", "A, B, upper, left, unitriangular")] private static partial Tensor SolveTriangular(Tensor A, Tensor B, bool upper, bool left, bool unitriangular);
        [Aten("linalg_solve_triangular.out", "A, B, upper, left, unitriangular, into")] private static partial Tensor SolveTriangular(Tensor A, Tensor B, bool upper, bool left, bool unitriangular, Tensor into);
        public static Tensor vecdot(Tensor x, Tensor y, long dim = -1, Tensor? @out = null) => @out is null ? VecDot(x, y, dim) : Tensor.Filled(@out, VecDot(x, y, dim, @out));
        [Aten("linalg_vecdot", "x, y, dim")] private static partial Tensor VecDot(Tensor x, Tensor y, long dim);
        [Aten("linalg_vecdot.out", "x, y, dim, into")] private static partial Tensor VecDot(Tensor x, Tensor y, long dim, Tensor into);
    }
}
