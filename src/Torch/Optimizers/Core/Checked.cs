using System.Runtime.CompilerServices;

namespace TorchSharp.Modules;

internal static class Checked
{
    public static void Option(
        bool valid, double value, [CallerArgumentExpression(nameof(valid))] string condition = "", [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!valid) throw new ArgumentException($"{name} is {value}, and must be such that {condition}.", name);
    }
}
