using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lectern.Search.Export;

/// <summary>A file of the site: a script of one call, so that it can be loaded from disk.</summary>
public sealed record ExportFile(string Path, byte[] Content)
{
    internal static ExportFile Of(string name, ShardBytes bytes) => Of(name, $"\"{bytes.ToBase64()}\"");

    internal static ExportFile Of(string name, Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true }))
            write(json);
        return Of(name, Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    // The two line separators of Unicode are none in JSON, but were once in scripts.
    private static ExportFile Of(string name, string value) =>
        new($"search/{name}.js", Encoding.UTF8.GetBytes($"lecternShard(\"{name}\",{value.Replace("\u2028", "\\u2028").Replace("\u2029", "\\u2029")})\n"));
}
