using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lectern.Model;

namespace Lectern.Cli.Output;

/// <summary>JSON as this program prints it: indented, readable in any language, absent values as null.</summary>
internal static class Json
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static string Text(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
            write(json);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    public static void WriteArray<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            write(item);
        json.WriteEndArray();
    }

    public static void WriteObjects<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write) =>
        json.WriteArray(name, items, item =>
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        });

    public static void WriteStrings(this Utf8JsonWriter json, string name, IEnumerable<string> items) =>
        json.WriteArray(name, items, json.WriteStringValue);

    public static void WriteNullable(this Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } value)
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }

    /// <summary>JSON has no word for what is not finite; that is null.</summary>
    public static void WriteNullable(this Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } value && double.IsFinite(value))
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }

    public static void WriteFinding(this Utf8JsonWriter json, Diagnostic finding)
    {
        json.WriteString("code", finding.Code.Id);
        json.WriteString("name", finding.Code.Name);
        json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
        json.WriteNumber("line", finding.At.Line);
        json.WriteNumber("column", finding.At.Column);
        json.WriteString("message", finding.Message);
        json.WriteString("expected", finding.Expected);
        json.WriteString("suggestion", finding.Suggestion);
    }

    /// <summary>A value of the front matter: text, a list or a nested map.</summary>
    public static void WriteValue(this Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case IReadOnlyDictionary<string, object?> map:
                json.WriteMap(map);
                break;
            case System.Collections.IDictionary map:
                json.WriteMap(map.Keys.Cast<object>().Select(k => KeyValuePair.Create(k.ToString() ?? "", map[k])));
                break;
            case System.Collections.IEnumerable list:
                json.WriteStartArray();
                foreach (var item in list)
                    json.WriteValue(item);
                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture));
                break;
        }
    }

    public static void WriteMap(this Utf8JsonWriter json, IEnumerable<KeyValuePair<string, object?>> map)
    {
        json.WriteStartObject();
        foreach (var (key, value) in map)
        {
            json.WritePropertyName(key);
            json.WriteValue(value);
        }

        json.WriteEndObject();
    }
}
