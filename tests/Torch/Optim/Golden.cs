using System.Text.Json;

namespace Lectern.Torch.Tests.Optim;

/// <summary>What golden.py has written.</summary>
internal sealed record Golden(GoldenOptimizer[] Optimizers, double[] Lbfgs, Dictionary<string, double[][]> Schedulers)
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web);

    public static Golden Read() =>
        JsonSerializer.Deserialize<Golden>(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Optim", "golden.json")), s_options)!;
}

internal sealed record GoldenOptimizer(string Name, Dictionary<string, JsonElement> Options, double[] Float64, double[] Float32)
{
    public double Number(string option, double otherwise) => Options.TryGetValue(option, out var value) ? value.GetDouble() : otherwise;

    public bool Truth(string option) => Options.TryGetValue(option, out var value) && value.GetBoolean();

    public (double, double) Betas => Options.TryGetValue("betas", out var value) ? (value[0].GetDouble(), value[1].GetDouble()) : (0.9, 0.999);
}
