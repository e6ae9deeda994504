using System.Text;
using System.Text.Json;

namespace Lectern.Site.Formulas;

/// <summary>
/// Set formulas of earlier builds, one JSON line each in a file per KaTeX version. A line that cannot be read, such as
/// the last one of a killed build, is a formula to set again.
/// </summary>
internal sealed class FormulaCache
{
    private readonly string? _file;
    private readonly Dictionary<string, SetFormula> _entries = new(StringComparer.Ordinal);
    private readonly StringBuilder _unsaved = new();

    public FormulaCache(string? folder, string version)
    {
        _file = folder is null ? null : Path.Combine(folder, $"katex-{version}.jsonl");
        if (_file is null || !File.Exists(_file))
            return;
        foreach (var line in File.ReadLines(_file))
            Read(line);
    }

    public SetFormula? Find(string tex, bool display) => _entries.GetValueOrDefault(Key(tex, display));

    public void Add(string tex, bool display, SetFormula formula)
    {
        var key = Key(tex, display);
        if (_entries.TryAdd(key, formula))
            _unsaved.Append(JsonSerializer.Serialize(new Line(key, formula.Html, formula.Error))).Append('\n');
    }

    public void Save()
    {
        if (_file is null || _unsaved.Length == 0)
            return;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
            File.AppendAllText(_file, "\n" + _unsaved);
            _unsaved.Clear();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _unsaved.Clear();
        }
    }

    private void Read(string line)
    {
        try
        {
            if (JsonSerializer.Deserialize<Line>(line) is { Key: { } key } entry)
                _entries[key] = new(entry.Html, entry.Error);
        }
        catch (JsonException)
        {
            return;
        }
    }

    private static string Key(string tex, bool display) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes((display ? "D" : "I") + tex)).AsSpan(0, 16));

    private sealed record Line(string Key, string? Html, string? Error);
}
