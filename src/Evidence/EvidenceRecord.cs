using System.Text.Encodings.Web;
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
    /// <summary>Signs such as ≤ stand in the file as themselves.</summary>
    private static readonly EvidenceJson Json = new(new(EvidenceJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    [JsonIgnore]
    public ClaimRun Run => new(Hash, Date, Seed, Form, DeviceName, Library);

    /// <summary>
    /// This run in the place of what it measured again. What it did not measure is kept, with the run it came from;
    /// what is no longer declared goes.
    /// </summary>
    /// <param name="declared">The ids of all claims, in their order.</param>
    public EvidenceRecord Onto(EvidenceRecord? last, IReadOnlyList<string> declared)
    {
        if (last is null)
            return this;
        var measured = Claims.Select(claim => claim.Id).ToHashSet();
        var kept = last.Claims.Where(claim => !measured.Contains(claim.Id) && declared.Contains(claim.Id))
            .Select(claim => claim with { Earlier = (claim.Earlier ?? last.Run) is var run && run == Run ? null : run });
        var figures = last.Figures.Where(figure => figure.Claim is { } claim && !measured.Contains(claim) && declared.Contains(claim));
        return this with
        {
            Claims = [.. Claims.Concat(kept).OrderBy(claim => declared.Index().FirstOrDefault(id => id.Item == claim.Id).Index)],
            Figures = [.. figures.Concat(Figures).OrderBy(figure => figure.Id, StringComparer.Ordinal)],
        };
    }

    public static EvidenceRecord? Read(string path)
    {
        using var stream = File.OpenRead(path);
        return JsonSerializer.Deserialize(stream, Json.EvidenceRecord);
    }

    /// <summary>The record replaces the one before in one step.</summary>
    public void Write(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var beside = path + ".new";
        File.WriteAllText(beside, JsonSerializer.Serialize(this, Json.EvidenceRecord) + "\n");
        File.Move(beside, path, overwrite: true);
    }
}

[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(EvidenceRecord))]
internal sealed partial class EvidenceJson : JsonSerializerContext;
