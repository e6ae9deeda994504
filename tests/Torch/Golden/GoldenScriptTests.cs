using System.Diagnostics;
using Lectern.Torch.Tests.Support;

namespace Lectern.Torch.Tests.Golden;

/// <summary>The golden files are what their scripts print; only a machine whose Python has torch can tell.</summary>
public sealed class GoldenScriptTests
{
    private const string Python = "/usr/bin/python3";

    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(GoldenRun.Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order()];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_script_prints_its_golden_file(string name)
    {
        if (!File.Exists(Python) || Run("-c", "import torch").Code != 0) return;
        var (code, output, error) = Run(Path.Combine(GoldenRun.Folder, name + ".py"));
        Assert.True(code == 0, error);
        var (golden, printed) = (GoldenRun.Read(name), new GoldenRun(output));
        TensorAssert.Close(golden.Losses, printed.Losses, 1e-6);
        var state = printed.State();
        foreach (var (path, tensor) in golden.State()) TensorAssert.Close(tensor, state[path], 0);
    }

    private static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Python, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
