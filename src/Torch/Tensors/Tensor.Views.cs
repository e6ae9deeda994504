namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>All dimensions in reverse order.</summary>
        public Tensor T => Reversed(this);

        /// <summary>The conjugate transpose of a matrix.</summary>
        public Tensor H => MatrixH(this);

        /// <summary>Each matrix of a batch transposed.</summary>
        public Tensor mT => Transposed(this);

        public Tensor mH => Adjoint(this);

        public Tensor real => torch.real(this);

        public Tensor imag => torch.imag(this);

        public Tensor SparseIndices => SparseIndicesOf(this);

        public Tensor SparseValues => SparseValuesOf(this);

        public string? name { get; set; }

        /// <summary>Tensors with named dimensions are not supported: there are none.</summary>
        public bool has_names() => false;

        public string[] names => new string[Dimensions];

        public bool is_cpu() => device_type == DeviceType.CPU;

        public bool is_integral() => torch.is_integral(dtype);

        public Tensor mps(bool non_blocking = false) => to(new Device(DeviceType.MPS), non_blocking: non_blocking);

        public Tensor type(Func<Tensor, Tensor> typeFunc) => typeFunc(this);

        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        [Obsolete("Use DetachFromDisposeScope.")]
        public Tensor DetatchFromDisposeScope() => DetachFromDisposeScope();

        [Aten("numpy_T")] private static partial Tensor Reversed(Tensor tensor);
        [Aten("matrix_H")] private static partial Tensor MatrixH(Tensor tensor);
        [Aten("mT")] private static partial Tensor Transposed(Tensor tensor);
        [Aten("mH")] private static partial Tensor Adjoint(Tensor tensor);
        [Aten("_indices")] private static partial Tensor SparseIndicesOf(Tensor tensor);
        [Aten("_values")] private static partial Tensor SparseValuesOf(Tensor tensor);
    }
}
