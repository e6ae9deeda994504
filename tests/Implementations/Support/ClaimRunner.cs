using System.Diagnostics;
using System.Reflection;
using Lectern.Evidence;

namespace Lectern.Implementations.Tests.Support;

/// <summary>Runs the claims of one implementation, one after the other, and writes the record. This is what <c>lectern run</c> starts.</summary>
internal static class ClaimRunner
{
    private const string Usage = "usage: Lectern.Implementations.Tests TYPE (--tests [WITHOUT]… | --out FILE --hash HASH [--claim ID]…)";

    public static int Main(string[] arguments)
    {
        if (arguments is not [var typeName, ..])
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        var tests = typeof(ClaimRunner).Assembly.GetTypes().SingleOrDefault(type => type.Name == typeName + "Tests");
        if (tests is null)
        {
            Console.Error.WriteLine($"There are no tests named {typeName}Tests.");
            return 2;
        }

        if (Missing() is { } missing)
        {
            Console.Error.WriteLine(missing);
            return 2;
        }

        if (arguments is [_, "--tests", .. var without])
            return TestRunner.Run(tests, without);
        if (Option(arguments, "--out") is not [var file] || Option(arguments, "--hash") is not [var hash])
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        var wanted = Option(arguments, "--claim");
        var clock = Stopwatch.StartNew();
        List<ClaimRecord> claims = [];
        List<FigureRecord> figures = [];
        foreach (var method in Claims(tests).Where(method => wanted.Count == 0 || wanted.Contains(Id(method))))
        {
            Console.Error.Write($"{Id(method)} … ");
            var (claim, drawn) = Run(tests, method);
            Console.Error.WriteLine($"{claim.Status.ToString().ToLowerInvariant()} in {claim.Seconds:F1} s: {claim.Measured:G6} {claim.Unit} ({claim.Bound}) {claim.Message}");
            claims.Add(claim);
            figures.AddRange(drawn.Select(figure => figure with { Claim = claim.Id }));
        }

        new EvidenceRecord(
            typeName, hash, Experiment.Device.type.ToString().ToLowerInvariant(), DeviceName(), $"libtorch {torch.__version__}",
            DateOnly.FromDateTime(DateTime.UtcNow), Experiment.Seed, Experiment.Full ? "full" : "quick", Math.Round(clock.Elapsed.TotalSeconds, 1),
            claims, figures).Write(file);
        return claims.TrueForAll(claim => claim.Status == ClaimStatus.Passed) ? 0 : 1;
    }

    /// <summary>Why nothing can be run here: a library or a device that is missing is no failure of a claim.</summary>
    private static string? Missing()
    {
        try
        {
            return Experiment.Device is not null && torch.__version__.Length > 0 ? null : "This libtorch has no version.";
        }
        catch (Exception problem) when (problem is TypeInitializationException or DllNotFoundException or InvalidOperationException)
        {
            return problem.GetBaseException().Message;
        }
    }

    private static IEnumerable<MethodInfo> Claims(Type tests) => tests
        .GetMethods(BindingFlags.Public | BindingFlags.Instance)
        .Where(method => method.IsDefined(typeof(ClaimAttribute)))
        .OrderBy(method => int.Parse(Id(method)[1..], System.Globalization.CultureInfo.InvariantCulture));

    private static string Id(MethodInfo method) => method.Name.Split('_')[0];

    private static (ClaimRecord Claim, IReadOnlyList<FigureRecord> Figures) Run(Type tests, MethodInfo method)
    {
        var clock = Stopwatch.StartNew();
        string? message = null;
        try
        {
            var instance = Activator.CreateInstance(tests);
            using (instance as IDisposable) _ = method.Invoke(instance, null);
        }
        catch (TargetInvocationException failure)
        {
            message = failure.InnerException!.Message;
        }

        var (last, figures) = Claim.Take();
        var attribute = method.GetCustomAttribute<ClaimAttribute>()!;
        return (
            new ClaimRecord(
                Id(method), attribute.Text, attribute.Paper, last?.Value, last?.Spread, last?.Unit ?? "", last?.Bound.ToString() ?? "",
                message is null && last is not null ? ClaimStatus.Passed : ClaimStatus.Failed, Math.Round(clock.Elapsed.TotalSeconds, 2),
                message ?? (last is null ? "The claim has measured nothing." : null)),
            figures);
    }

    private static List<string> Option(string[] arguments, string name) =>
        [.. arguments.Zip(arguments.Skip(1)).Where(pair => pair.First == name).Select(pair => pair.Second)];

    private static string DeviceName() => Experiment.Device.type == DeviceType.CUDA
        ? Environment.GetEnvironmentVariable("LECTERN_DEVICE_NAME") ?? "cuda"
        : File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "cpu"
            : "cpu";
}
