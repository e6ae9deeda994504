using System.Runtime.CompilerServices;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        [IndexerName("TensorItems")]
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        [IndexerName("TensorItems")]
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        [IndexerName("TensorItems")]
        public Tensor this[params long[] indices]
        {
            get => Pick(indices);
            set => Store(value, indices);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1]
        {
            get => Pick([i1]);
            set => Store(value, [i1]);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2]
        {
            get => Pick([i1, i2]);
            set => Store(value, [i1, i2]);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3]
        {
            get => Pick([i1, i2, i3]);
            set => Store(value, [i1, i2, i3]);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => Pick([i1, i2, i3, i4]);
            set => Store(value, [i1, i2, i3, i4]);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4, long i5]
        {
            get => Pick([i1, i2, i3, i4, i5]);
            set => Store(value, [i1, i2, i3, i4, i5]);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4, long i5, long i6]
        {
            get => Pick([i1, i2, i3, i4, i5, i6]);
            set => Store(value, [i1, i2, i3, i4, i5, i6]);
        }

        /// <summary>Views for numbers, slices, <c>...</c> and new dimensions; then one gather for all tensors among the indices.</summary>
        public Tensor index(params TensorIndex[] indices)
        {
            foreach (var index in indices)
                if (index.Kind is IndexKind.Tensor or IndexKind.Bool) return Gathered(indices);
            var (view, place) = (this, 0);
            var named = Named(indices);
            foreach (var index in indices)
            {
                if (index.Kind == IndexKind.Ellipsis) place += (int)Dimensions - named;
                else view = Step(view, index, ref place);
            }

            return ReferenceEquals(view, this) ? alias() : view;
        }

        public Tensor index(params Tensor[] indices) => GatherAt(this, indices);

        public Tensor index_put_(Tensor value, params TensorIndex[] indices) => index_put_(value, indices, false);

        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            using var scope = NewDisposeScope();
            var (view, tensors) = Views(indices);
            if (tensors.Exists(tensor => tensor is not null)) PutAt(view, tensors, value, accumulate);
            else if (accumulate) view.add_(value);
            else view.copy_(Fitted(value, view));
            return this;
        }

        public Tensor index_put_(Tensor value, params Tensor[] indices) => index_put_(value, indices, false);

        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false)
        {
            PutAt(this, indices, value, accumulate);
            return this;
        }

        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using var number = torch.full([], value, dtype, device);
            return index_put_(number, indices, false);
        }

        public Tensor index_put_(Scalar value, params Tensor[] indices)
        {
            using var number = torch.full([], value, dtype, device);
            return index_put_(number, indices, false);
        }

        [Aten("index.Tensor", "self, indices")] internal static partial Tensor GatherAt(Tensor self, IEnumerable<Tensor?> indices);

        [Aten("index_put_", "self, indices, values, accumulate")] internal static partial Tensor PutAt(Tensor self, IEnumerable<Tensor?> indices, Tensor values, bool accumulate);

        private Tensor Pick(long[] indices)
        {
            if (indices.Length > Dimensions)
                throw new ArgumentException($"{indices.Length} indices were given to a tensor of {Dimensions} dimensions.", nameof(indices));
            var view = this;
            foreach (var i in indices)
            {
                var next = view.select(0, i);
                if (!ReferenceEquals(view, this)) view.Dispose();
                view = next;
            }

            return ReferenceEquals(view, this) ? alias() : view;
        }

        private void Store(Tensor value, long[] indices)
        {
            using var place = Pick(indices);
            using var scope = NewDisposeScope();
            place.copy_(Fitted(value, place));
        }

        /// <summary>The value without leading dimensions of size one that the place it is stored in does not have.</summary>
        private static Tensor Fitted(Tensor value, Tensor place)
        {
            while (value.Dimensions > place.Dimensions && value.shape[0] == 1) value = value.squeeze(0);
            return value;
        }

        private Tensor Gathered(TensorIndex[] indices)
        {
            using var scope = NewDisposeScope();
            var (view, tensors) = Views(indices);
            return GatherAt(view, tensors).MoveToOuterDisposeScope();
        }

        private (Tensor View, List<Tensor?> Tensors) Views(TensorIndex[] indices)
        {
            var named = Named(indices);
            var view = this;
            List<Tensor?> tensors = [];
            var place = 0;
            foreach (var index in indices)
            {
                switch (index.Kind)
                {
                    case IndexKind.Ellipsis:
                        for (var i = named; i < Dimensions; i++, place++) tensors.Add(null);
                        break;
                    case IndexKind.Bool:
                        view = view.unsqueeze(place++);
                        tensors.Add(tensor(index.Start == 1 ? [0L] : Array.Empty<long>(), device: device));
                        break;
                    case IndexKind.Tensor:
                        place += index.Items!.dtype == ScalarType.Bool ? (int)index.Items.Dimensions : 1;
                        tensors.Add(index.Items);
                        break;
                    default:
                        view = Step(view, index, ref place);
                        if (index.Kind != IndexKind.Single) tensors.Add(null);
                        break;
                }
            }

            return (view, tensors);
        }

        /// <summary>How many dimensions the indices speak of, <c>...</c> apart.</summary>
        private int Named(TensorIndex[] indices)
        {
            var named = 0;
            foreach (var index in indices)
            {
                if (index.Kind is IndexKind.Single or IndexKind.Slice) named++;
                else if (index.Kind == IndexKind.Tensor) named += index.Items!.dtype == ScalarType.Bool ? (int)index.Items.Dimensions : 1;
            }

            return named <= Dimensions
                ? named
                : throw new ArgumentException($"{named} indices were given to a tensor of {Dimensions} dimensions.", nameof(indices));
        }

        /// <summary>The view that a number, a slice or a new dimension makes; a view on the way to it is freed.</summary>
        private Tensor Step(Tensor view, in TensorIndex index, ref int place)
        {
            var next = index.Kind switch
            {
                IndexKind.Single => view.select(place, index.Start ?? 0),
                IndexKind.NewDimension => view.unsqueeze(place++),
                _ when index.Start is null && index.Stop is null && index.Step is null => Passed(view, ref place),
                _ => SliceOf(view, place++, index.Start, index.Stop, index.Step ?? 1),
            };
            if (!ReferenceEquals(view, this) && !ReferenceEquals(view, next)) view.Dispose();
            return next;
        }

        private static Tensor Passed(Tensor view, ref int place)
        {
            place++;
            return view;
        }

        [Aten("slice.Tensor", "self, dim, start, end, step")]
        private static partial Tensor SliceOf(Tensor self, long dim, long? start, long? end, long step);
    }
}
