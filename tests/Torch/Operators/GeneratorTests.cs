using Lectern.Torch.Tests.Operators.Cases;
using Lectern.Torch.Tests.Support;

namespace Lectern.Torch.Tests.Operators;

/// <summary>Every random operator follows the seed, and a generator of its own follows its own.</summary>
public sealed class GeneratorTests
{
    public static TheoryData<string> Random => AllCases.Of("Randomness");

    /// <summary>Those whose methods take a generator.</summary>
    public static TheoryData<string> WithGenerator => new(AllCases.ByName.Values.Where(it => it.Family == "Randomness")
        .Select(it => it.Name).Where(name => Methods.ByOperator[name].Any(method => method.GetParameters().Any(p => p.ParameterType == typeof(Generator)))));

    [Theory, MemberData(nameof(Random))]
    public void TheSameSeedGivesTheSameNumbersAndAnotherGivesOthers(string name)
    {
        using var scope = NewDisposeScope();
        var (first, again, other) = (Drawn(name, 5, null), Drawn(name, 5, null), Drawn(name, 6, null));
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    [Theory, MemberData(nameof(WithGenerator))]
    public void AGeneratorOfItsOwnFollowsItsSeedAndLeavesTheDefaultOneAlone(string name)
    {
        using var scope = NewDisposeScope();
        var state = get_rng_state().data<byte>().ToArray();
        using var generator = new Generator(5, TestDevice.Current);
        using var same = new Generator(5, TestDevice.Current);
        var first = Drawn(name, null, generator);
        Assert.Equal(first, Drawn(name, null, same));
        Assert.NotEqual(first, Drawn(name, null, generator));
        Assert.Equal(state, get_rng_state().data<byte>().ToArray());
    }

    [Fact]
    public void AStateThatIsSetBackGivesTheSameNumbersAgain()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(5);
        var state = generator.get_state();
        var first = Nd.Read(randn(10, generator: generator)).Data;
        generator.set_state(state);
        Assert.Equal(first, Nd.Read(randn(10, generator: generator)).Data);
        Assert.Equal(5, generator.initial_seed());
    }

    /// <summary>The first result of the first method that takes the case's arguments, and a generator where one is given.</summary>
    private static double[] Drawn(string name, long? seed, Generator? generator)
    {
        if (seed is { } s) _ = manual_seed(s);
        var sample = AllCases.ByName[name].Samples().First();
        object?[] arguments = [.. sample.Arguments.Select(argument => argument is Nd nd ? nd.ToTensor() : argument)];
        if (sample.Call is { } call && generator is null) return Nd.Read(Methods.Results(call(arguments))[0]).Data;
        if (sample.Call is not null) return Nd.Read(normal(1.5, 2, [100], generator: generator)).Data;
        foreach (var method in Methods.ByOperator[name])
        {
            if (Methods.Bind(method, arguments) is not { } bound) continue;
            var place = Array.FindIndex(method.GetParameters(), p => p.ParameterType == typeof(Generator));
            if (generator is not null && place < 0) continue;
            if (generator is not null) bound[place] = generator;
            return Nd.Read(Methods.Call(method, arguments, bound)[0]).Data;
        }

        throw new ArgumentException(name);
    }
}
