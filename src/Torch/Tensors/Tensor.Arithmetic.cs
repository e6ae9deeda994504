namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public static Tensor operator +(Tensor left, Tensor right) => left.add(right);
        public static Tensor operator +(Tensor left, Scalar right) => left.add(right);
        public static Tensor operator +(Scalar left, Tensor right) => right.add(left);
        public static Tensor operator +(Tensor left, int right) => Plus(left, right);
        public static Tensor operator +(int left, Tensor right) => Plus(right, left);
        public static Tensor operator +(Tensor left, long right) => Plus(left, right);
        public static Tensor operator +(long left, Tensor right) => Plus(right, left);
        public static Tensor operator +(Tensor left, float right) => Plus(left, (double)right);
        public static Tensor operator +(float left, Tensor right) => Plus(right, (double)left);
        public static Tensor operator +(Tensor left, double right) => Plus(left, right);
        public static Tensor operator +(double left, Tensor right) => Plus(right, left);

        public static Tensor operator -(Tensor left, Tensor right) => left.sub(right);
        public static Tensor operator -(Tensor left, Scalar right) => left.sub(right);
        public static Tensor operator -(Scalar left, Tensor right) => From(right, left);
        public static Tensor operator -(Tensor left, int right) => Minus(left, right);
        public static Tensor operator -(int left, Tensor right) => From(right, left);
        public static Tensor operator -(Tensor left, long right) => Minus(left, right);
        public static Tensor operator -(long left, Tensor right) => From(right, left);
        public static Tensor operator -(Tensor left, float right) => Minus(left, (double)right);
        public static Tensor operator -(float left, Tensor right) => From(right, left);
        public static Tensor operator -(Tensor left, double right) => Minus(left, right);
        public static Tensor operator -(double left, Tensor right) => From(right, left);

        public static Tensor operator *(Tensor left, Tensor right) => left.mul(right);
        public static Tensor operator *(Tensor left, Scalar right) => left.mul(right);
        public static Tensor operator *(Scalar left, Tensor right) => right.mul(left);
        public static Tensor operator *(Tensor left, int right) => Times(left, right);
        public static Tensor operator *(int left, Tensor right) => Times(right, left);
        public static Tensor operator *(Tensor left, long right) => Times(left, right);
        public static Tensor operator *(long left, Tensor right) => Times(right, left);
        public static Tensor operator *(Tensor left, float right) => Times(left, (double)right);
        public static Tensor operator *(float left, Tensor right) => Times(right, (double)left);
        public static Tensor operator *(Tensor left, double right) => Times(left, right);
        public static Tensor operator *(double left, Tensor right) => Times(right, left);

        public static Tensor operator /(Tensor left, Tensor right) => Quotient(left, right);
        public static Tensor operator /(Tensor left, Scalar right) => Over(left, right);
        public static Tensor operator /(Scalar left, Tensor right) => Divide(left, right);
        public static Tensor operator /(Tensor left, int right) => Over(left, right);
        public static Tensor operator /(int left, Tensor right) => Divide(left, right);
        public static Tensor operator /(Tensor left, long right) => Over(left, right);
        public static Tensor operator /(long left, Tensor right) => Divide(left, right);
        public static Tensor operator /(Tensor left, float right) => Over(left, right);
        public static Tensor operator /(float left, Tensor right) => Divide(left, right);
        public static Tensor operator /(Tensor left, double right) => Over(left, right);
        public static Tensor operator /(double left, Tensor right) => Divide(left, right);

        public static Tensor operator %(Tensor left, Tensor right) => left.remainder(right);
        public static Tensor operator %(Tensor left, Scalar right) => left.remainder(right);
        public static Tensor operator %(Tensor left, int right) => left.remainder(right);
        public static Tensor operator %(Tensor left, long right) => left.remainder(right);
        public static Tensor operator %(Tensor left, float right) => left.remainder(right);
        public static Tensor operator %(Tensor left, double right) => left.remainder(right);

        public static Tensor operator -(Tensor tensor) => tensor.neg();
        public static Tensor operator ~(Tensor left) => left.bitwise_not();
        public static Tensor operator &(Tensor left, Tensor right) => left.bitwise_and(right);
        public static Tensor operator |(Tensor left, Tensor right) => left.bitwise_or(right);
        public static Tensor operator ^(Tensor left, Tensor right) => left.bitwise_xor(right);

        public static Tensor operator ==(Tensor left, Tensor right) => left.eq(right);
        public static Tensor operator ==(Tensor left, Scalar right) => left.eq(right);
        public static Tensor operator ==(Scalar left, Tensor right) => right.eq(left);
        public static Tensor operator !=(Tensor left, Tensor right) => left.ne(right);
        public static Tensor operator !=(Tensor left, Scalar right) => left.ne(right);
        public static Tensor operator !=(Scalar left, Tensor right) => right.ne(left);
        public static Tensor operator <(Tensor left, Tensor right) => left.lt(right);
        public static Tensor operator <(Tensor left, Scalar right) => left.lt(right);
        public static Tensor operator <(Scalar left, Tensor right) => right.gt(left);
        public static Tensor operator <=(Tensor left, Tensor right) => left.le(right);
        public static Tensor operator <=(Tensor left, Scalar right) => left.le(right);
        public static Tensor operator <=(Scalar left, Tensor right) => right.ge(left);
        public static Tensor operator >(Tensor left, Tensor right) => left.gt(right);
        public static Tensor operator >(Tensor left, Scalar right) => left.gt(right);
        public static Tensor operator >(Scalar left, Tensor right) => right.lt(left);
        public static Tensor operator >=(Tensor left, Tensor right) => left.ge(right);
        public static Tensor operator >=(Tensor left, Scalar right) => left.ge(right);
        public static Tensor operator >=(Scalar left, Tensor right) => right.le(left);

        public override bool Equals(object? obj) => obj is Tensor other && shape.AsSpan().SequenceEqual(other.shape) && Same(this, other);

        public override int GetHashCode() => HashCode.Combine(Handle);

        [Aten("add.Scalar", "left, right")] private static partial Tensor Plus(Tensor left, long right);
        [Aten("add.Scalar", "left, right")] private static partial Tensor Plus(Tensor left, double right);
        [Aten("sub.Scalar", "left, right")] private static partial Tensor Minus(Tensor left, long right);
        [Aten("sub.Scalar", "left, right")] private static partial Tensor Minus(Tensor left, double right);
        [Aten("rsub.Scalar", "left, right")] private static partial Tensor From(Tensor left, Scalar right);
        [Aten("mul.Scalar", "left, right")] private static partial Tensor Times(Tensor left, long right);
        [Aten("mul.Scalar", "left, right")] private static partial Tensor Times(Tensor left, double right);
        [Aten("div.Scalar", "left, right")] private static partial Tensor Over(Tensor left, Scalar right);
        [Aten("equal", "left, right")] private static partial bool Same(Tensor left, Tensor right);

        /// <summary>x / t as Python computes it: the reciprocal of the tensor, times the number.</summary>
        private static Tensor Divide(Scalar number, Tensor tensor)
        {
            using var reciprocal = tensor.reciprocal();
            return reciprocal.mul(number);
        }
    }
}
