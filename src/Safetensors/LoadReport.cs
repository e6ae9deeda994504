namespace Lectern.Safetensors;

/// <summary>What did not fit: names that only the module has, names that only the file has, and tensors of other shapes.</summary>
public sealed record LoadReport(IReadOnlyList<string> Missing, IReadOnlyList<string> Unexpected, IReadOnlyList<Misshapen> Misshapen)
{
    public bool IsComplete => Missing.Count + Unexpected.Count + Misshapen.Count == 0;

    public override string ToString() => IsComplete
        ? "every tensor was loaded"
        : $"missing [{string.Join(", ", Missing)}], unexpected [{string.Join(", ", Unexpected)}], misshapen [{string.Join(", ", Misshapen)}]";
}

public sealed record Misshapen(string Name, IReadOnlyList<long> Wanted, IReadOnlyList<long> Found)
{
    public override string ToString() => $"{Name}: ({string.Join(", ", Wanted)}) but ({string.Join(", ", Found)}) in the file";
}
