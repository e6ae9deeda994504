namespace TorchSharp;

/// <summary>Sizes written as tuples, as the arrays that operators take.</summary>
internal static class Pairs
{
    public static T[] ToArray<T>(this (T, T) pair) => [pair.Item1, pair.Item2];

    public static T[] ToArray<T>(this (T, T, T) triple) => [triple.Item1, triple.Item2, triple.Item3];
}
