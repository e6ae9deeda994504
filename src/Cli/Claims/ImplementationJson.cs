using System.Text.Json;
using Lectern.Cli.Output;
using Lectern.Code;
using Lectern.Code.Claims;
using Lectern.Evidence;

namespace Lectern.Cli.Claims;

/// <summary>Implementations and claims as JSON. A claim is one object for each device that has measured it.</summary>
internal static class ImplementationJson
{
    public static string Text(IReadOnlyList<Implementation> all) => Json.Text(json =>
    {
        json.WriteStartArray();
        foreach (var implementation in all)
        {
            json.WriteStartObject();
            json.WriteString("name", implementation.Name);
            json.WriteString("type", implementation.TypeName);
            json.WriteString("paper", implementation.Name);
            json.WriteStrings("files", implementation.Files.Select(file => file.Path));
            json.WriteString("hash", implementation.Hash);
            json.WriteObjects("devices", Implementation.Devices, device => Write(json, implementation, device));
            json.WriteObjects("claims", implementation.Claims.SelectMany(Rows), row => Write(json, row.Claim, row.Device, row.Status));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public static string Text(IEnumerable<ClaimRecord> claims, string device) => Json.Text(json =>
    {
        json.WriteStartArray();
        foreach (var claim in claims)
        {
            json.WriteStartObject();
            Write(json, claim, device, claim.Status);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public static string Name(ClaimStatus status) => status switch
    {
        ClaimStatus.NotRun => "not-run",
        _ => status.ToString().ToLowerInvariant(),
    };

    private static IEnumerable<(ClaimRecord Claim, string Device, ClaimStatus Status)> Rows(Claim claim) => claim.Measured.Count > 0
        ? claim.Measured.Select(measured => (measured.Record with { Text = claim.Text, PaperValue = claim.PaperValue }, measured.Device, measured.Status))
        : [(new ClaimRecord(claim.Id, claim.Text, claim.PaperValue, null, null, "", "", ClaimStatus.NotRun, 0, null), Implementation.Devices[0], ClaimStatus.NotRun)];

    private static void Write(Utf8JsonWriter json, ClaimRecord claim, string device, ClaimStatus status)
    {
        json.WriteString("id", claim.Id);
        json.WriteString("text", claim.Text);
        json.WriteString("paperValue", claim.PaperValue);
        json.WriteNullable("measured", claim.Measured);
        json.WriteString("bound", claim.Bound);
        json.WriteString("device", device);
        json.WriteString("status", Name(status));
        json.WriteNumber("seconds", claim.Seconds);
    }

    private static void Write(Utf8JsonWriter json, Implementation implementation, string device)
    {
        var record = implementation.Records.FirstOrDefault(r => r.Device == device);
        json.WriteString("device", device);
        json.WriteString("status", Name(implementation.On(device)));
        json.WriteString("deviceName", record?.DeviceName);
        json.WriteString("library", record?.Library);
        json.WriteString("date", record?.Date.ToString("yyyy-MM-dd"));
        json.WriteString("form", record?.Form);
    }
}
