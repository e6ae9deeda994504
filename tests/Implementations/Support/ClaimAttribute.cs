namespace Lectern.Implementations.Tests.Support;

/// <summary>
/// A test that measures a claim of the paper. Its name begins with the claim's id, as in <c>C2_AddingAConstantToARowChangesNothing</c>;
/// its body ends with <see cref="Claim.Measured"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ClaimAttribute(string text) : FactAttribute
{
    /// <summary>The claim as one sentence.</summary>
    public string Text { get; } = text;

    /// <summary>What the paper gives, with its table, figure or equation.</summary>
    public string Paper { get; init; } = "";
}
