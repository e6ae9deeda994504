namespace Lectern.Torch.Tests.Operators;

/// <summary>An operator by the name of its schema, such as <c>add.Tensor</c>, and the calls it is checked by.</summary>
internal sealed record OperatorCase(string Name, string Family, Func<IEnumerable<Sample>> Samples)
{
    /// <summary>Writes into its first tensor and returns it.</summary>
    public bool InPlace => Name.Split('.')[0].EndsWith('_');
}
