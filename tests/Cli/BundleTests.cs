using System.Diagnostics;
using Xunit;

namespace Lectern.Cli.Tests;

/// <summary>What of the bundle can be checked without making one.</summary>
public sealed class BundleTests
{
    [Theory]
    [InlineData("bundle")]
    [InlineData("bundle", "--out", "tests.zip")]
    [InlineData("bundle", "--nonsense")]
    [InlineData("test", "--device", "abacus")]
    public async Task A_wrong_option_of_the_script_is_exit_2_with_a_reason(params string[] args)
    {
        var (code, error) = await Start(Path.Combine(SearchConformanceTests.Root, "lectern"), args, []);
        Assert.Equal(2, code);
        Assert.StartsWith($"lectern: {args[0]}: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_PyTorch_the_run_stops_and_says_so()
    {
        var (code, error) = await Start(Path.Combine(SearchConformanceTests.Root, "native", "bundle", "run.sh"), ["cpu"], new() { ["PYTHON"] = "false" });
        Assert.Equal(1, code);
        Assert.EndsWith("lectern: false cannot import torch; PYTHON=FILE names another Python.\n", error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Error)> Start(string script, string[] args, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(script, args) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, error);
    }
}
