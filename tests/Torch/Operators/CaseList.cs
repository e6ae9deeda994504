namespace Lectern.Torch.Tests.Operators;

/// <summary>The cases of one family of operators.</summary>
internal sealed class CaseList(string family)
{
    public List<OperatorCase> Items { get; } = [];

    /// <summary>The same samples for each of the operators, whose names are separated by spaces.</summary>
    public void Add(string names, Func<Draw, IEnumerable<Sample>> samples)
    {
        foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var seed = name.Aggregate(17, (hash, letter) => unchecked(hash * 31 + letter));
            Items.Add(new OperatorCase(name, family, () => samples(new Draw(seed))));
        }
    }
}
