using System.Diagnostics;

namespace Lectern.Mutations;

/// <summary>The built tests in a folder of their own, in which one assembly is exchanged for each mutant.</summary>
internal sealed class MutantRun : IDisposable
{
    private const string Program = "Lectern.Implementations.Tests.dll";

    private readonly string _folder = Directory.CreateTempSubdirectory("lectern-mutants-").FullName;
    private readonly string _typeName;
    private readonly MutantCompiler _compiler;
    private readonly IReadOnlyList<string> _without;

    /// <param name="without">Claims that are left out.</param>
    public MutantRun(string bin, string typeName, MutantCompiler compiler, IReadOnlyList<string> without)
    {
        _without = without;
        (_typeName, _compiler) = (typeName, compiler);
        foreach (var file in Directory.EnumerateFiles(bin, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(_folder, Path.GetRelativePath(bin, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    /// <summary>Runs the quick tests until the first red one; null for the code as it is.</summary>
    public Outcome Try(Mutant? mutant, TimeSpan limit)
    {
        var clock = Stopwatch.StartNew();
        var subject = mutant ?? new Mutant("none", "", 0, "", "", "the code as it is");
        if (!_compiler.Compile(mutant, Path.Combine(_folder, MutantCompiler.AssemblyName + ".dll")))
            return new(subject, Fate.NotCompiled, null, clock.Elapsed.TotalSeconds);
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(_folder, Program), _typeName, "--tests", .. _without]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            return new(subject, Fate.TimedOut, null, clock.Elapsed.TotalSeconds);
        }

        if (process.ExitCode == 0)
            return new(subject, Fate.Survived, null, clock.Elapsed.TotalSeconds);
        var red = said.GetAwaiter().GetResult().Trim();
        return new(subject, Fate.Killed, red.Length > 0 ? red : $"exit code {process.ExitCode}: {complained.GetAwaiter().GetResult().Split('\n')[0]}", clock.Elapsed.TotalSeconds);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
