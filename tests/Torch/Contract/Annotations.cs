using System.Reflection;

namespace Lectern.Torch.Tests.Contract;

/// <summary>
/// May the result, and may each parameter be null, a letter for each in this order: <c>n</c> yes, <c>-</c> no, <c>.</c> nothing is said;
/// then <c>*</c> when the last parameter takes its elements one by one.
/// </summary>
internal static class Annotations
{
    private static readonly NullabilityInfoContext s_context = new();

    public static string Of(FieldInfo field) => Letter(s_context.Create(field).ReadState);

    public static string Of(PropertyInfo property) => Letter(s_context.Create(property).ReadState);

    public static string Of(MethodBase method) =>
        (method is MethodInfo { ReturnParameter: var result } ? Letter(s_context.Create(result).ReadState) : "-")
        + string.Concat(method.GetParameters().Select(parameter => Letter(s_context.Create(parameter).WriteState)))
        + (method.GetParameters().LastOrDefault()?.IsDefined(typeof(ParamArrayAttribute), false) == true ? "*" : "");

    /// <summary>What compiles against <paramref name="ours"/> compiles against <paramref name="theirs"/>.</summary>
    public static bool Fits(string ours, string theirs) =>
        ours.EndsWith('*') == theirs.EndsWith('*')
        && (theirs[0] != 'n' || ours[0] != '-')
        && ours.Skip(1).Zip(theirs.Skip(1)).All(pair => pair.First != 'n' || pair.Second != '-');

    private static string Letter(NullabilityState state) => state switch
    {
        NullabilityState.Nullable => "n",
        NullabilityState.NotNull => "-",
        _ => ".",
    };
}
