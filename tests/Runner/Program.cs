using Lectern.Evidence;
using Lectern.Tests.Runner;

if (args is not [var evidence, .. var names])
{
    Console.Error.WriteLine("lectern-tests EVIDENCE-FILE [NAME…]   runs the tests whose full name contains one of the names; LECTERN_DEVICE is the device");
    return 2;
}

var tests = Directory.GetFiles(AppContext.BaseDirectory, "Lectern.*.Tests.dll").Order(StringComparer.Ordinal).SelectMany(assembly => Execution.Of(assembly, names)).ToList();
var commit = Path.Combine(AppContext.BaseDirectory, "commit");
var run = new RunRecord(
    File.Exists(commit) && File.ReadAllText(commit).Trim() is { Length: > 0 } id ? id : null,
    DateTimeOffset.UtcNow,
    Machine.Device(Environment.GetEnvironmentVariable("LECTERN_DEVICE") ?? "cpu"),
    TorchSharp.torch.__version__,
    tests);
RunFile.Write(evidence, run);
Console.WriteLine(run.Summary);
return run.Failed == 0 && run.Passed > 0 ? 0 : 1;
