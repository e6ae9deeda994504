using System.Text.Json;
using System.Text.Json.Nodes;
using Lectern.Torch.Tests.Support;

namespace Lectern.Torch.Tests.Golden;

/// <summary>What one of the Python scripts beside this file printed: a first state, data, and the losses of gradient descent from there.</summary>
internal sealed class GoldenRun
{
    private readonly JsonObject _root;

    public GoldenRun(string json) => _root = JsonNode.Parse(json)!.AsObject();

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Golden");

    public double[] Losses => _root["losses"].Deserialize<double[]>()!;

    public static GoldenRun Read(string name) => new(File.ReadAllText(Path.Combine(Folder, name + ".json")));

    /// <summary>A tensor of the data, on the device of the tests.</summary>
    public Tensor Data(string name) => Read(_root["data"]![name]!);

    public Dictionary<string, Tensor> State() => _root["state"]!.AsObject().ToDictionary(entry => entry.Key, entry => Read(entry.Value!));

    /// <summary>Trains a module of the same names as in Python; the losses are those before each step.</summary>
    public double[] Train(torch.nn.Module module, Func<Tensor> loss)
    {
        _ = module.to(ScalarType.Float64).to(TestDevice.Current);
        _ = module.load_state_dict(State());
        var rate = _root["rate"]!.GetValue<double>();
        return [.. Losses.Select(_ => Step(module, loss, rate))];
    }

    private static double Step(torch.nn.Module module, Func<Tensor> loss, double rate)
    {
        using var scope = NewDisposeScope();
        module.zero_grad();
        var value = loss();
        value.backward();
        using var mode = no_grad();
        foreach (var parameter in module.parameters()) parameter.sub_(parameter.grad! * rate);
        return value.item<double>();
    }

    private static Tensor Read(JsonNode node)
    {
        var shape = node["shape"].Deserialize<long[]>()!;
        return node["type"]!.GetValue<string>() switch
        {
            "float64" => tensor(node["items"].Deserialize<double[]>()!, shape, device: TestDevice.Current),
            "int64" => tensor(node["items"].Deserialize<long[]>()!, shape, device: TestDevice.Current),
            var type => throw new NotSupportedException(type),
        };
    }
}
