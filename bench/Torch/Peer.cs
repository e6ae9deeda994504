using System.Diagnostics;
using System.Globalization;

namespace Lectern.Torch.Bench;

/// <summary>A Python process with PyTorch that is asked for one measurement at a time, so that the two sides take turns.</summary>
internal sealed class Peer : IDisposable
{
    private readonly Process _process;

    public Peer(string python, int threads)
    {
        var start = new ProcessStartInfo(python) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "peer.py"));
        start.ArgumentList.Add(threads.ToString(CultureInfo.InvariantCulture));
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{python} does not start.");
        Version = Read();
    }

    public string Version { get; }

    /// <summary>Seconds that <paramref name="count"/> runs of a Python statement take.</summary>
    public double Time(string statement, int count) => Numbers($"time {count} {statement}")[0];

    public double[] Numbers(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
        return [.. Read().Split(' ').Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(5000)) _process.Kill();
        _process.Dispose();
    }

    private string Read() =>
        _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The Python side of the bench has ended; its message is above.");
}
