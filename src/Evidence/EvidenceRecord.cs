using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lectern.Evidence;

/// <summary>One run of an implementation's claims on one device: <c>evidence/NAME/DEVICE.json</c>.</summary>
/// <param name="Hash">Of the sources that were run; another hash makes the record stale.</param>
/// <param name="Device"><c>cpu</c> or <c>cuda</c>.</param>
/// <param name="DeviceName">The processor's or the card's own name.</param>
/// <param name="Library">The tensor library and its version.</param>
/// <param name="Form"><c>quick</c> or <c>full</c>.</param>
public sealed record EvidenceRecord(
    string Implementation,
    string Hash,
    string Device,
    string DeviceName,
    string Library,
    DateOnly Date,
    long Seed,
    string Form,
    double Seconds,
    IReadOnlyList<ClaimRecord> Claims,
    IReadOnlyList<FigureRecord> Figures)
{
    public static EvidenceRecord? Read(string path)
    {
        using var stream = File.OpenRead(path);
        return JsonSerializer.Deserialize(stream, EvidenceJson.Default.EvidenceRecord);
    }

    /// <summary>The record replaces the one before in one step.</summary>
    public void Write(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var beside = path + ".new";
        File.WriteAllText(beside, JsonSerializer.Serialize(this, EvidenceJson.Default.EvidenceRecord) + "\n");
        File.Move(beside, path, overwrite: true);
    }
}

[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(EvidenceRecord))]
internal sealed partial class EvidenceJson : JsonSerializerContext;
