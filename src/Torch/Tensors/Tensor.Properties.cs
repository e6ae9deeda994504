namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        public long Dimensions
        {
            get
            {
                var dimensions = Native.lt_dim(Handle);
                GC.KeepAlive(this);
                return dimensions;
            }
        }

        public long ndim => Dimensions;

        public long NumberOfElements => Info.Elements;

        public long ElementSize => Info.ElementSize;

        public ScalarType dtype
        {
            get
            {
                var type = Native.lt_dtype(Handle);
                GC.KeepAlive(this);
                return (ScalarType)type;
            }
        }

        public Device device => new(device_type, device_index);

        public DeviceType device_type => Info.DeviceType;

        public int device_index => Info.DeviceIndex;

        public bool is_cuda => device_type == DeviceType.CUDA;

        public bool is_meta => device_type == DeviceType.META;

        public bool is_sparse => Info.Layout == 1;

        public long[] shape
        {
            get
            {
                var sizes = new long[Dimensions];
                fixed (long* first = sizes) Native.Check(Native.lt_sizes(Handle, first));
                GC.KeepAlive(this);
                return sizes;
            }
        }

        public long dim() => Dimensions;

        public long numel() => NumberOfElements;

        public long[] size() => shape;

        public long size(int dim) => shape[WrapDimension(dim, nameof(dim))];

        /// <summary>How many elements lie between two neighbours along each dimension.</summary>
        public long[] stride()
        {
            var strides = new long[Dimensions];
            fixed (long* first = strides) Native.Check(Native.lt_strides(Handle, first));
            GC.KeepAlive(this);
            return strides;
        }

        public long stride(int dim) => stride()[WrapDimension(dim, nameof(dim))];

        public long storage_offset() => Info.Offset;

        /// <summary>The elements lie in row order without gaps.</summary>
        public bool is_contiguous()
        {
            var contiguous = Native.lt_is_contiguous(Handle) != 0;
            GC.KeepAlive(this);
            return contiguous;
        }

        public long element_size() => ElementSize;

        internal NativeInfo Info
        {
            get
            {
                NativeInfo info;
                Native.Check(Native.lt_info(Handle, &info));
                GC.KeepAlive(this);
                return info;
            }
        }

        private int WrapDimension(long dim, string name)
        {
            var wrapped = dim < 0 ? dim + Dimensions : dim;
            return wrapped >= 0 && wrapped < Dimensions
                ? (int)wrapped
                : throw new ArgumentOutOfRangeException(name, dim, $"The tensor has {Dimensions} dimensions.");
        }
    }
}
