namespace TorchSharp;

/// <summary>
/// Puts the operator <c>aten::NAME</c> behind a partial method. Without <paramref name="arguments"/>, parameters go to the schema's
/// arguments of the same names, and the tensor it is called on (or the first parameter) to the first; with them, each expression goes
/// to the argument at its place, and <c>_</c> leaves it to its default.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AtenAttribute(string name, string? arguments = null) : Attribute
{
    public string Name { get; } = name;

    public string? Arguments { get; } = arguments;
}
