using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lectern.Evidence;

/// <summary>A run as a file. Reading checks what a reader relies on, so that a damaged file is an error with a reason.</summary>
public static class RunFile
{
    private const int Version = 1;

    public static void Write(string path, RunRecord run)
    {
        using var stream = File.Create(path);
        JsonSerializer.Serialize(stream, new Envelope(Version, run), RunJson.Default.Envelope);
    }

    /// <exception cref="FormatException">The file is not evidence, or evidence of a later version.</exception>
    public static RunRecord Read(string path)
    {
        using var stream = File.OpenRead(path);
        try
        {
            return Checked(JsonSerializer.Deserialize(stream, RunJson.Default.Envelope));
        }
        catch (JsonException problem)
        {
            throw new FormatException($"this is not evidence of a test run: {problem.Message}", problem);
        }
    }

    private static RunRecord Checked(Envelope? envelope)
    {
        if (envelope is null) throw new FormatException("this is not evidence of a test run: it is null");
        if (envelope.Version != Version) throw new FormatException($"this is evidence of version {envelope.Version}, and version {Version} is known");
        var run = envelope.Run;
        if (run.Device.Type is not ("cpu" or "cuda")) throw new FormatException($"'{run.Device.Type}' is no type of device");
        var twice = run.Tests.GroupBy(test => test.Name).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) throw new FormatException($"the test '{twice.Key}' has {twice.Count()} results");
        return run;
    }
}

internal sealed record Envelope(int Version, RunRecord Run);

[JsonSerializable(typeof(Envelope))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    WriteIndented = true)]
internal sealed partial class RunJson : JsonSerializerContext;
