using System.Globalization;
using System.Text;

namespace Lectern.Torch.Bench;

/// <summary>What was measured, as the table of the README.</summary>
internal sealed class Report(string libtorch, int threads)
{
    private const string Begin = "<!-- results -->";
    private const string End = "<!-- end of results -->";

    public List<Overhead> Overhead { get; } = [];

    public List<Throughput> Training { get; } = [];

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.Append($"{DateTime.UtcNow.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}; {threads} threads of {Processor()}, .NET {Environment.Version}, libtorch {__version__}, PyTorch {libtorch}.\n");
        if (Overhead.Count > 0)
        {
            var mean = Math.Exp(Overhead.Average(one => Math.Log(one.Ratio)));
            text.Append("\n| one call | Python, µs | Lectern, µs | ratio (goal ≤ 0.8) |\n|--|--:|--:|--:|\n");
            foreach (var one in Overhead)
                text.Append($"| {one.Name} | {one.Python:0.00} | {one.Lectern:0.00} | **{one.Ratio:0.00}** |\n");
            text.Append($"| geometric mean of {Overhead.Count}; {Overhead.Count(one => one.Ratio <= 0.8)} within the goal | | | **{mean:0.00}** |\n");
        }

        if (Training.Count > 0)
        {
            text.Append("\n| training | weights | Python, steps/s | Lectern, steps/s | ratio (goal ≥ 1) |\n|--|--:|--:|--:|--:|\n");
            foreach (var one in Training)
                text.Append($"| {one.Name} | {one.Weights} | {one.Python:0.00} | {one.Lectern:0.00} | **{one.Ratio:0.00}** |\n");
        }

        return text.ToString();
    }

    public static void WriteTo(string readme, string table)
    {
        var text = File.ReadAllText(readme);
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        if (begin < 0 || end < begin) throw new InvalidOperationException($"{readme} has no place for results.");
        File.WriteAllText(readme, $"{text[..(begin + Begin.Length)]}\n{table}{text[end..]}");
    }

    private static string Processor() =>
        File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? "an unknown processor";
}
