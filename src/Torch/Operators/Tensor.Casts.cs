namespace TorchSharp;

public static partial class torch
{
    public static Tensor BoolTensor(Tensor t) => t.to(ScalarType.Bool);
    public static Tensor ByteTensor(Tensor t) => t.to(ScalarType.Byte);
    public static Tensor DoubleTensor(Tensor t) => t.to(ScalarType.Float64);
    public static Tensor FloatTensor(Tensor t) => t.to(ScalarType.Float32);
    public static Tensor IntTensor(Tensor t) => t.to(ScalarType.Int32);
    public static Tensor LongTensor(Tensor t) => t.to(ScalarType.Int64);
    public static Tensor ShortTensor(Tensor t) => t.to(ScalarType.Int16);

    public partial class Tensor
    {
        public Tensor bfloat16() => to(ScalarType.BFloat16);
        public Tensor @bool() => to(ScalarType.Bool);
        public Tensor @byte() => to(ScalarType.Byte);
        public Tensor cdouble() => to(ScalarType.ComplexFloat64);
        public Tensor cfloat() => to(ScalarType.ComplexFloat32);
        public Tensor @char() => to(ScalarType.Int8);
        public Tensor @double() => to(ScalarType.Float64);
        public Tensor @float() => to(ScalarType.Float32);
        public Tensor half() => to(ScalarType.Float16);
        public Tensor @int() => to(ScalarType.Int32);
        public Tensor @long() => to(ScalarType.Int64);
        public Tensor @short() => to(ScalarType.Int16);
    }
}
