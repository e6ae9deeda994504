// As in TorchSharp, which says nothing of null here: the weight of an embedding may be null by its type, and is passed all the same.
#nullable disable annotations

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class init
        {
            public static Tensor constant_(Tensor tensor, Scalar val) => Filled(tensor, () => tensor.fill_(val));

            public static Tensor ones_(Tensor tensor) => constant_(tensor, 1);

            public static Tensor zeros_(Tensor tensor) => constant_(tensor, 0);

            /// <summary>The identity matrix.</summary>
            public static Tensor eye_(Tensor tensor)
            {
                RequireMatrix(tensor);
                return Filled(tensor, () =>
                {
                    using var diagonal = tensor.zero_().diagonal();
                    _ = diagonal.fill_(1);
                });
            }

            /// <summary>Convolutions that hand their channels on: 1 at the middle of kernel (i, i).</summary>
            public static Tensor dirac_(Tensor tensor)
            {
                var shape = tensor.shape;
                if (shape.Length is < 3 or > 5) throw new ArgumentException("Only the kernels of convolutions, with three to five dimensions, can be Dirac.", nameof(tensor));
                using var scope = NewDisposeScope();
                return Filled(tensor, () =>
                {
                    var middle = tensor.zero_().alias();
                    for (var d = shape.Length - 1; d >= 2; d--) middle = middle.select(d, shape[d] / 2);
                    _ = middle.diagonal().fill_(1);
                });
            }

            /// <summary>Rows or columns, whichever are fewer, that are orthogonal; Saxe et al., 2013, https://arxiv.org/abs/1312.6120.</summary>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1)
            {
                var shape = tensor.shape;
                if (shape.Length < 2) throw new ArgumentException("Only a tensor with two dimensions or more can be orthogonal.", nameof(tensor));
                if (tensor.numel() == 0) return tensor;
                var (rows, columns) = (shape[0], tensor.numel() / shape[0]);
                using var scope = NewDisposeScope();
                return Filled(tensor, () =>
                {
                    var flat = empty([rows, columns], tensor.dtype, tensor.device).normal_();
                    var (q, r) = Decompose(rows < columns ? flat.transpose(0, 1) : flat);

                    // The signs make the decomposition unique, and so the distribution uniform: https://arxiv.org/abs/math-ph/0609050.
                    var signed = q * r.diagonal().sign();
                    tensor.copy_((rows < columns ? signed.transpose(0, 1) : signed).reshape(shape)).mul_(gain);
                });
            }

            /// <summary>Normal values, with a part of each column set to zero; Martens, 2010.</summary>
            public static Tensor sparse_(Tensor tensor, double sparsity, double std = 0.01)
            {
                RequireMatrix(tensor);
                var (rows, columns) = (tensor.shape[0], tensor.shape[1]);
                var zeros = (long)Math.Ceiling(sparsity * rows);
                using var scope = NewDisposeScope();
                return Filled(tensor, () =>
                {
                    _ = tensor.normal_(0, std);
                    for (var column = 0L; column < columns; column++)
                        _ = tensor.select(1, column).index_fill_(0, randperm(rows, device: CPU).narrow(0, 0, zeros).to(tensor.device), 0);
                });
            }

            [Aten("linalg_qr", "matrix")] private static partial (Tensor, Tensor) Decompose(Tensor matrix);

            private static void RequireMatrix(Tensor tensor)
            {
                if (tensor.Dimensions != 2) throw new ArgumentException("Only a tensor with two dimensions is filled like this.", nameof(tensor));
            }
        }
    }
}
