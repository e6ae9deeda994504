namespace Lectern.Torch.Tests.Operators;

/// <summary>
/// One call of an operator: its arguments in the order of the C# methods, the tensor it is called on first, with <see cref="Nd"/> in the
/// place of tensors; and the results that plain C# gives.
/// </summary>
internal sealed record Sample(object?[] Arguments, Nd[] Expected)
{
    public Sample(object?[] arguments, Nd expected)
        : this(arguments, [expected])
    {
    }

    /// <summary>Pairs of what should be equal, worked out of the results, where a result is not given element by element.</summary>
    public Func<Nd[], IEnumerable<(Nd Expected, Nd Actual)>>? Check { get; init; }

    /// <summary>How the operator is called where its name is not the method's; else every method that names it is called.</summary>
    public Func<object?[], object>? Call { get; init; }

    public double Tolerance { get; init; } = 1e-11;

    /// <summary>The outputs have a gradient with respect to the inputs of type float64 or complex128.</summary>
    public bool Gradient { get; init; } = true;

    /// <summary>Only these results take part in the check of the gradient; the others are fixed up to a sign or phase.</summary>
    public int[]? Smooth { get; init; }

    /// <summary>Applied to the first tensor before the call whose gradient is checked, where the operator reads only a part of it.</summary>
    public Func<Tensor, Tensor>? Through { get; init; }

    /// <summary>Only tensors without gaps are legal.</summary>
    public bool Dense { get; init; }

    public bool Random { get; init; }
}
