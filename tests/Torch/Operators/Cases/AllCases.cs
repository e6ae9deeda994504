namespace Lectern.Torch.Tests.Operators.Cases;

/// <summary>Every case by its operator, with the twins that write in place made out of those that do not.</summary>
internal static class AllCases
{
    /// <summary>Where the twin's name is not that of the other operator and an underscore.</summary>
    private static readonly Dictionary<string, string> s_twins = new()
    {
        ["pow_.Scalar"] = "pow.Tensor_Scalar",
        ["pow_.Tensor"] = "pow.Tensor_Tensor",
        ["ldexp_"] = "ldexp.Tensor",
        ["floor_divide_.Tensor"] = "floor_divide",
        ["transpose_"] = "transpose.int",
    };

    /// <summary>libtorch 1.13 has no derivative of these, or none where numbers are broadcast.</summary>
    private static readonly string[] s_withoutGradient = ["acosh_", "arccosh_", "asinh_", "arcsinh_", "atanh_", "arctanh_", "ldexp_"];

    /// <summary>libtorch 1.13 fills tensors with gaps in the order of memory, not of rows.</summary>
    private static readonly string[] s_dense = ["masked_scatter_"];

    public static IReadOnlyDictionary<string, OperatorCase> ByName { get; } = Collect();

    public static string[] Families { get; } = [.. ByName.Values.Select(it => it.Family).Distinct()];

    public static TheoryData<string> Of(string family) => new(ByName.Values.Where(it => it.Family == family).Select(it => it.Name).Order(StringComparer.Ordinal));

    private static Dictionary<string, OperatorCase> Collect()
    {
        CaseList[] lists =
        [
            Pointwise.Cases(), Binary.Cases(), Reductions.Cases(), Scans.Cases(), Shapes.Cases(), Indexing.Cases(),
            SpecialFunctions.Cases(), Fourier.Cases(), Splits.Cases(), Products.Cases(), LinearAlgebra.Cases(), Randomness.Cases(), Making.Cases(),
        ];
        var cases = lists.SelectMany(list => list.Items).GroupBy(it => it.Name)
            .ToDictionary(all => all.Key, all => all.First() with { Samples = () => all.SelectMany(it => it.Samples()) });
        foreach (var name in Methods.Operators.Where(name => !cases.ContainsKey(name)))
        {
            if (Plain(name) is { } plain && cases.TryGetValue(plain, out var other))
                cases.Add(name, new OperatorCase(name, "InPlace", () => other.Samples().Where(sample => Fits(name, sample)).Select(sample => Written(name, sample))));
        }

        return cases;
    }

    private static string? Plain(string name)
    {
        if (s_twins.TryGetValue(name, out var other)) return other;
        var parts = name.Split('.');
        return parts[0].EndsWith('_') ? string.Join('.', parts.Skip(1).Prepend(parts[0].TrimEnd('_'))) : null;
    }

    /// <summary>A result fits where shape and type allow; only views may change the shape.</summary>
    private static bool Fits(string name, Sample sample)
    {
        if (sample.Call is not null || sample.Arguments[0] is not Nd self || sample.Expected.Length != 1) return false;
        var expected = sample.Expected[0];
        var view = name.Split('.')[0] is "squeeze_" or "unsqueeze_" or "transpose_" or "t_" or "swapaxes_" or "swapdims_";
        return (view || self.Shape.SequenceEqual(expected.Shape)) && (self.Type == expected.Type || expected.Type == ScalarType.Bool);
    }

    private static Sample Written(string name, Sample sample)
    {
        var self = (Nd)sample.Arguments[0]!;
        return sample with
        {
            Expected = [sample.Expected[0].As(self.Type)],
            Gradient = sample.Gradient && !s_withoutGradient.Contains(name),
            Dense = sample.Dense || s_dense.Contains(name),
        };
    }
}
