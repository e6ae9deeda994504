using System.Collections;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The sizes of a tensor along its dimensions.</summary>
    public readonly struct Size : IEnumerable<long>
    {
        public static readonly Size Empty = new(Array.Empty<long>());

        private readonly long[]? _shape;

        public Size(long[] shape) => _shape = [.. shape];

        public Size(int[] shape) => _shape = [.. shape.Select(size => (long)size)];

        public Size(IEnumerable<long> shape) => _shape = [.. shape];

        public Size(long size) => _shape = [size];

        public Size(int size) => _shape = [size];

        public Size((long, long) size) => _shape = [size.Item1, size.Item2];

        public Size((long, long, long) size) => _shape = [size.Item1, size.Item2, size.Item3];

        public Size((long, long, long, long) size) => _shape = [size.Item1, size.Item2, size.Item3, size.Item4];

        public Size((int, int) size) => _shape = [size.Item1, size.Item2];

        public Size((int, int, int) size) => _shape = [size.Item1, size.Item2, size.Item3];

        public Size((int, int, int, int) size) => _shape = [size.Item1, size.Item2, size.Item3, size.Item4];

        public long[] Shape => [.. Sizes];

        public int Length => Sizes.Length;

        public bool IsEmpty => Length == 0;

        public bool IsScalar => Length == 0;

        private long[] Sizes => _shape ?? [];

        public long this[int idx] => Sizes[idx < 0 ? Length + idx : idx];

        public long this[long idx] => Sizes[idx < 0 ? Length + idx : idx];

        public static implicit operator Size(long size) => new(size);

        public static implicit operator Size(long[] size) => new(size);

        public static implicit operator Size((long, long) size) => new(size);

        public static implicit operator Size((long, long, long) size) => new(size);

        public static implicit operator Size((long, long, long, long) size) => new(size);

        public static bool operator ==(Size left, Size right) => left.Equals(right);

        public static bool operator !=(Size left, Size right) => !left.Equals(right);

        public static Size operator +(Size left, Size right) => new([.. left.Sizes, .. right.Sizes]);

        public static Size operator +(Size left, IEnumerable<long> right) => new([.. left.Sizes, .. right]);

        public long numel() => Sizes.Aggregate(1L, (product, size) => product * size);

        public Size Slice(int first, int next) => new(Sizes[first..next]);

        public IEnumerable<long> Take(int i) => Sizes.Take(i);

        public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)Sizes).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public override bool Equals(object? obj) => obj is Size other && Sizes.SequenceEqual(other.Sizes);

        public override int GetHashCode() => Sizes.Aggregate(17, HashCode.Combine);
    }
}
