using System.Collections;
using System.Numerics;
using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>The elements of a tensor on the CPU, in row order whatever its strides are; writing changes the tensor.</summary>
public sealed unsafe class TensorAccessor<T> : IDisposable, IEnumerable<T>
    where T : unmanaged
{
    private readonly Tensor _tensor;
    private readonly long[] _shape;
    private readonly long[] _stride;
    private readonly bool _contiguous;

    internal TensorAccessor(Tensor tensor)
    {
        _tensor = tensor;
        _shape = tensor.shape;
        _stride = tensor.stride();
        _contiguous = tensor.is_contiguous();
        Count = tensor.numel();
    }

    public long Count { get; }

    public bool IsReadOnly => false;

    public T this[params long[] indices]
    {
        get => Data[Offset(indices)];
        set => Data[Offset(indices)] = value;
    }

    private T* Data => (T*)_tensor.DataPointer;

    public static bool operator ==(TensorAccessor<T> left, TensorAccessor<T> right) => Equals(left, right);

    public static bool operator !=(TensorAccessor<T> left, TensorAccessor<T> right) => !(left == right);

    public T[] ToArray()
    {
        var array = new T[Count];
        CopyTo(array);
        return array;
    }

    /// <summary>An array of as many dimensions as the tensor has.</summary>
    public Array ToNDArray()
    {
        if (_shape.Length == 0) return new[] { Data[0] };
        var array = Array.CreateInstance(typeof(T), _shape);
        var indices = new long[_shape.Length];
        foreach (var item in this)
        {
            array.SetValue(item, indices);
            Next(indices);
        }

        return array;
    }

    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var count = Count - tensorIndex;
        if (count > array.Length - arrayIndex) throw new ArgumentException($"{count} elements do not fit into {array.Length - arrayIndex}.");
        if (_contiguous)
        {
            new ReadOnlySpan<T>(Data + tensorIndex, checked((int)count)).CopyTo(array[arrayIndex..]);
            GC.KeepAlive(_tensor);
            return;
        }

        for (var i = 0; i < count; i++) array[arrayIndex + i] = Data[Offset(tensorIndex + i)];
        GC.KeepAlive(_tensor);
    }

    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyFrom(array.AsSpan(), arrayIndex, tensorIndex);

    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var count = array.Length - arrayIndex;
        if (count > Count - tensorIndex) throw new ArgumentException($"{count} elements do not fit into {Count - tensorIndex}.");
        for (var i = 0; i < count; i++) Data[Offset(tensorIndex + i)] = array[arrayIndex + i];
        GC.KeepAlive(_tensor);
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (long i = 0; i < Count; i++) yield return At(i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override bool Equals(object? obj) => obj is TensorAccessor<T> other && Count == other.Count && this.SequenceEqual(other);

    public override int GetHashCode() => Count.GetHashCode();

    /// <summary>Nothing is held but the tensor, which is not disposed.</summary>
    public void Dispose()
    {
    }

    private T At(long index)
    {
        var value = Data[Offset(index)];
        GC.KeepAlive(_tensor);
        return value;
    }

    /// <summary>Where the element with this number in row order lies.</summary>
    private long Offset(long index)
    {
        if (_contiguous) return index;
        long offset = 0;
        for (var d = _shape.Length - 1; d >= 0; d--)
        {
            (index, var i) = Math.DivRem(index, _shape[d]);
            offset += i * _stride[d];
        }

        return offset;
    }

    private long Offset(long[] indices)
    {
        if (indices.Length != _shape.Length)
        {
            if (indices.Length == 1 && indices[0] >= 0 && indices[0] < Count) return Offset(indices[0]);
            throw new ArgumentException($"{_shape.Length} indices are needed, and {indices.Length} were given.", nameof(indices));
        }

        long offset = 0;
        for (var d = 0; d < indices.Length; d++)
        {
            if (indices[d] < 0 || indices[d] >= _shape[d])
                throw new ArgumentOutOfRangeException(nameof(indices), indices[d], $"Dimension {d} has {_shape[d]} elements.");
            offset += indices[d] * _stride[d];
        }

        return offset;
    }

    private void Next(long[] indices)
    {
        for (var d = indices.Length - 1; d >= 0 && ++indices[d] == _shape[d] && d > 0; d--) indices[d] = 0;
    }
}
