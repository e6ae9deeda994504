using System.Collections.Concurrent;
using System.Reflection;
using Xunit.Sdk;

namespace Lectern.Torch.Tests.Operators;

/// <summary>What the calls of one operator came to: the worst errors, and how many calls and gradients were checked.</summary>
internal sealed record Outcome(double Forward, double? Gradient, int Calls, int Gradients);

/// <summary>Calls an operator in every way its case says, on tensors with and without gaps, and compares results and gradients.</summary>
internal static class OperatorRunner
{
    /// <summary>See <see cref="Gradcheck"/>; the margin is for functions with large derivatives of fifth order.</summary>
    private const double GradientTolerance = 1e-7;

    private static readonly ConcurrentDictionary<string, Lazy<Outcome>> s_outcomes = new();
    private static readonly ConcurrentDictionary<MethodInfo, bool> s_called = new();

    public static ICollection<MethodInfo> Called => s_called.Keys;

    /// <summary>The outcome of a case; each runs once.</summary>
    public static Outcome Run(OperatorCase it) => s_outcomes.GetOrAdd(it.Name, _ => new Lazy<Outcome>(() => OnOneThread(it))).Value;

    /// <summary>Tensors this small only lose time to a second thread.</summary>
    private static Outcome OnOneThread(OperatorCase it)
    {
        var before = get_num_threads();
        set_num_threads(1);
        try
        {
            return Check(it);
        }
        finally
        {
            set_num_threads(before);
        }
    }

    private static Outcome Check(OperatorCase it)
    {
        var (total, number) = (new Outcome(0, null, 0, 0), 0);
        foreach (var sample in it.Samples())
        {
            try
            {
                total = Add(total, Check(it, sample, number++));
            }
            catch (Exception wrong)
            {
                throw new XunitException($"{it.Name}, sample {number} of {Describe(sample)}: {wrong.Message}", wrong);
            }
        }

        return total.Calls > 0 ? total : throw new XunitException($"{it.Name} was never called.");
    }

    private static Outcome Add(Outcome a, Outcome b) =>
        new(Math.Max(a.Forward, b.Forward), a.Gradient is { } g ? Math.Max(g, b.Gradient ?? 0) : b.Gradient, a.Calls + b.Calls, a.Gradients + b.Gradients);

    private static Outcome Check(OperatorCase it, Sample sample, int number)
    {
        var (worst, calls) = (0.0, 0);
        var ways = Ways(it, sample);
        foreach (var layout in sample.Dense || sample.Random ? [Layout.Dense] : Enum.GetValues<Layout>())
        {
            foreach (var way in ways)
            {
                using var scope = NewDisposeScope();
                _ = manual_seed(20 + number);
                var arguments = Built(sample, layout);
                var results = way(arguments);
                if (it.InPlace) Assert.Same(arguments[0], results[0]);
                worst = Math.Max(worst, Compare(sample, results));
                calls++;
            }
        }

        if (!sample.Gradient) return new Outcome(worst, null, calls, 0);
        var gap = sample.Dense ? Layout.Dense : (Layout)(number % 3);
        return new Outcome(worst, Gradient(it, sample, ways[0], gap), calls, 1);
    }

    private static List<Func<object?[], Tensor[]>> Ways(OperatorCase it, Sample sample)
    {
        if (sample.Call is { } call) return [arguments => Methods.Results(call(arguments))];
        List<Func<object?[], Tensor[]>> ways = [];
        using var scope = NewDisposeScope();
        var example = Built(sample, Layout.Dense);
        foreach (var method in Methods.ByOperator[it.Name])
        {
            if (Methods.Bind(method, example) is null) continue;
            ways.Add(arguments => Methods.Call(method, arguments, Methods.Bind(method, arguments)!));
            _ = s_called.TryAdd(method, true);
        }

        return ways.Count > 0 ? ways : throw new XunitException("no method takes these arguments");
    }

    private static double Compare(Sample sample, Tensor[] results)
    {
        Nd[] actual = [.. results.Select(Nd.Read)];
        if (sample.Check is null) Assert.Equal(sample.Expected.Length, actual.Length);
        var pairs = sample.Check?.Invoke(actual) ?? sample.Expected.Zip(actual);
        var worst = 0.0;
        foreach (var (expected, got) in pairs)
        {
            var error = Nd.WorstError(expected, got);
            if (!(error <= sample.Tolerance))
                throw new XunitException($"error {error:E2}; expected {Text(expected)}, got {Text(got)}");
            worst = Math.Max(worst, error);
        }

        return worst;
    }

    /// <summary>Complex inputs are made of real leaves, so that the gradient of each part is checked for itself.</summary>
    private static double Gradient(OperatorCase it, Sample sample, Func<object?[], Tensor[]> way, Layout layout)
    {
        using var scope = NewDisposeScope();
        var arguments = Built(sample, layout);
        var first = arguments.FirstOrDefault();
        List<Tensor> leaves = [];
        List<Action<Tensor[]>> places = [];
        for (var i = 0; i < arguments.Length; i++)
        {
            if (sample.Arguments[i] is Nd one) Place(one, arguments, i);
            else if (sample.Arguments[i] is Nd[] many) for (var k = 0; k < many.Length; k++) Place(many[k], (Tensor[])arguments[i]!, k);
        }

        void Place<T>(Nd source, T[] into, int at)
            where T : class?
        {
            if (!source.Differentiable || source.Type is not (ScalarType.Float64 or ScalarType.ComplexFloat64)) return;
            var complex = source.Imaginary is not null;
            var given = (Tensor)(object)into[at]!;
            var leaf = (complex ? given.view_as_real().clone() : given).detach().requires_grad_();
            var number = leaves.Count;
            leaves.Add(leaf);
            places.Add(all => into[at] = (T)(object)(complex ? all[number].view_as_complex() : all[number]));
        }

        var error = Gradcheck.WorstError(
            inputs =>
            {
                arguments[0] = first;
                foreach (var place in places) place(inputs);
                if (it.InPlace) arguments[0] = ((Tensor)arguments[0]!).clone();
                if (sample.Through is { } through) arguments[0] = through((Tensor)arguments[0]!);
                var results = way(arguments);
                return sample.Smooth is { } smooth ? [.. smooth.Select(i => results[i])] : results;
            },
            [.. leaves]) ?? throw new XunitException("no result has a gradient");
        return error <= GradientTolerance ? error : throw new XunitException($"the gradient is wrong by {error:E2}");
    }

    private static object?[] Built(Sample sample, Layout layout) => [.. sample.Arguments.Select(argument => argument switch
    {
        Nd one => Layouts.Build(one, layout),
        Nd[] many => many.Select(one => Layouts.Build(one, layout)).ToArray(),
        _ => argument,
    })];

    private static string Text(Nd values) => $"({string.Join(", ", values.Shape)}): {string.Join(" ", values.Data.Take(8).Select(x => x.ToString("G6")))}";

    private static string Describe(Sample sample) => string.Join(", ", sample.Arguments.Select(argument => argument switch
    {
        Nd one => $"{one.Type}({string.Join(",", one.Shape)})",
        Nd[] many => $"[{string.Join(" ", many.Select(one => $"({string.Join(",", one.Shape)})"))}]",
        long[] numbers => $"[{string.Join(",", numbers)}]",
        Scalar scalar => scalar.ToComplexFloat64().ToString(),
        null => "null",
        _ => argument.ToString(),
    }));
}
