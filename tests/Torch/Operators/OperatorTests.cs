using System.Reflection;
using Lectern.Torch.Tests.Operators.Cases;
using Xunit.Abstractions;

namespace Lectern.Torch.Tests.Operators;

/// <summary>Every operator that src/Torch wraps: its results against plain C#, its gradient against finite differences.</summary>
public sealed class OperatorTests(ITestOutputHelper output)
{
    /// <summary>Operators without a case, each with the reason.</summary>
    private static readonly Dictionary<string, string> s_exempt = new()
    {
        ["align_as"] = "needs tensors with named dimensions, which are not supported",
        ["pin_memory"] = "needs memory that a CUDA driver has locked",
        ["_cudnn_rnn_flatten_weight"] = "is for cuDNN alone",
        ["from_file"] = "reads a file; the tests of torch.from_file do",
    };

    public static TheoryData<string> Pointwise => AllCases.Of("Pointwise");

    public static TheoryData<string> Binary => AllCases.Of("Binary");

    public static TheoryData<string> Reductions => AllCases.Of("Reductions");

    public static TheoryData<string> Scans => AllCases.Of("Scans");

    public static TheoryData<string> Shapes => AllCases.Of("Shapes");

    public static TheoryData<string> Indexing => AllCases.Of("Indexing");

    public static TheoryData<string> Products => AllCases.Of("Products");

    public static TheoryData<string> LinearAlgebra => AllCases.Of("LinearAlgebra");

    public static TheoryData<string> Randomness => AllCases.Of("Randomness");

    public static TheoryData<string> Making => AllCases.Of("Making");

    public static TheoryData<string> SpecialFunctions => AllCases.Of("SpecialFunctions");

    public static TheoryData<string> Fourier => AllCases.Of("Fourier");

    public static TheoryData<string> Splits => AllCases.Of("Splits");

    public static TheoryData<string> InPlace => AllCases.Of("InPlace");

    [Theory, MemberData(nameof(Pointwise))]
    public void AFunctionOfOneNumberIsItsFormula(string name) => Check(name);

    [Theory, MemberData(nameof(Binary))]
    public void AFunctionOfSeveralTensorsIsItsFormulaOnBroadcastElements(string name) => Check(name);

    [Theory, MemberData(nameof(Reductions))]
    public void AReductionTakesInEveryElementOnce(string name) => Check(name);

    [Theory, MemberData(nameof(Scans))]
    public void AScanWorksAlongItsDimensionAlone(string name) => Check(name);

    [Theory, MemberData(nameof(Shapes))]
    public void AViewOrCopyPutsEveryElementInItsPlace(string name) => Check(name);

    [Theory, MemberData(nameof(Indexing))]
    public void AnIndexReadsAndWritesThePlacesItNames(string name) => Check(name);

    [Theory, MemberData(nameof(Products))]
    public void AProductIsItsSum(string name) => Check(name);

    [Theory, MemberData(nameof(LinearAlgebra))]
    public void AFactorizationSatisfiesItsIdentities(string name) => Check(name);

    [Theory, MemberData(nameof(Randomness))]
    public void ARandomOperatorHasTheMomentsOfItsDistribution(string name) => Check(name);

    [Theory, MemberData(nameof(Making))]
    public void ATensorIsMadeConvertedAndDescribedAsAsked(string name) => Check(name);

    [Theory, MemberData(nameof(SpecialFunctions))]
    public void ASpecialFunctionIsItsSeriesOrRecurrence(string name) => Check(name);

    [Theory, MemberData(nameof(Fourier))]
    public void AFourierTransformIsItsSum(string name) => Check(name);

    [Theory, MemberData(nameof(Splits))]
    public void PiecesAreWhereTheyWereCut(string name) => Check(name);

    [Theory, MemberData(nameof(InPlace))]
    public void AnOperatorInPlaceIsTheOtherOneAndReturnsItsTensor(string name) => Check(name);

    [Fact]
    public void EveryOperatorHasACaseOrAReasonNotTo()
    {
        var missing = Methods.Operators
            .Where(name => !AllCases.ByName.ContainsKey(name) && !s_exempt.ContainsKey(name) && CheckedByModules.Of(name) is null).ToArray();
        Assert.True(missing.Length == 0, $"{missing.Length} of {Methods.Operators.Length} operators have no case: {string.Join(" ", missing)}");
        Assert.InRange(s_exempt.Count, 0, Methods.Operators.Length / 20);
    }

    [Fact]
    public void NoCaseOrExemptionIsForAnOperatorThatIsNotWrapped()
    {
        Assert.Empty(AllCases.ByName.Keys.Except(Methods.Operators));
        Assert.Empty(s_exempt.Keys.Except(Methods.Operators));
        Assert.Empty(s_exempt.Keys.Intersect(AllCases.ByName.Keys));
    }

    [Fact]
    public void EveryFamilyHasATheory() =>
        Assert.All(AllCases.Families, family => Assert.NotNull(typeof(OperatorTests).GetProperty(family, BindingFlags.Static | BindingFlags.Public)));

    [Fact]
    public void TheWorstErrorOfAllOperatorsIsWithinTheTolerances()
    {
        var outcomes = AllCases.ByName.Values.Select(it => (it.Name, Outcome: OperatorRunner.Run(it))).ToArray();
        var forward = outcomes.MaxBy(o => o.Outcome.Forward);
        var gradient = outcomes.Where(o => o.Outcome.Gradient is not null).MaxBy(o => o.Outcome.Gradient);
        var methods = Methods.ByOperator.Sum(all => all.Count());
        output.WriteLine($"{outcomes.Length} of {Methods.Operators.Length} operators, {OperatorRunner.Called.Count} of {methods} methods");
        output.WriteLine($"{outcomes.Sum(o => o.Outcome.Calls)} calls, worst forward error {forward.Outcome.Forward:E2} ({forward.Name})");
        output.WriteLine($"{outcomes.Sum(o => o.Outcome.Gradients)} gradients, worst error {gradient.Outcome.Gradient:E2} ({gradient.Name})");
        foreach (var method in Methods.ByOperator.SelectMany(all => all).Except(OperatorRunner.Called)) output.WriteLine($"not called: {method.DeclaringType!.Name}.{method}");
        Assert.InRange(OperatorRunner.Called.Count, methods * 9 / 10, methods);
    }

    private void Check(string name)
    {
        var outcome = OperatorRunner.Run(AllCases.ByName[name]);
        var gradient = outcome.Gradient is { } error ? $"{error:E2} in {outcome.Gradients}" : "none";
        output.WriteLine($"{name}: worst forward error {outcome.Forward:E2} in {outcome.Calls} calls, worst gradient error {gradient}");
    }
}
