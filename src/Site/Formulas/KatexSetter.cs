using System.Diagnostics;
using System.Text.Json;

namespace Lectern.Site.Formulas;

/// <summary>KaTeX in one Node process that lives as long as the setter and is started by the first formula it has not met.</summary>
public sealed class KatexSetter : IFormulaSetter, IDisposable
{
    private const int LongestFormula = 10_000;
    private static readonly SetFormula TooLong = new(null, $"longer than {LongestFormula} characters");

    private readonly string _folder;
    private readonly FormulaCache _cache;
    private Process? _node;
    private bool _failed;

    public KatexSetter(string assetFolder, string? cacheFolder)
    {
        _folder = assetFolder;
        Version = InstalledVersion(assetFolder);
        _cache = new(cacheFolder, Version ?? "none");
    }

    public string? Version { get; private set; }

    public IReadOnlyList<SetFormula> Set(IReadOnlyList<(string Tex, bool Display)> formulas)
    {
        var results = formulas.Select(f => f.Tex.Length > LongestFormula ? TooLong : _cache.Find(f.Tex, f.Display)).ToArray();
        var open = Enumerable.Range(0, formulas.Count).Where(i => results[i] is null).ToList();
        if (open.Count > 0 && Start() is { } node)
            Ask(node, formulas, open, results);
        _cache.Save();
        return [.. results.Select(r => r ?? new(null, null))];
    }

    public void Dispose()
    {
        if (_node is null)
            return;
        try
        {
            _node.StandardInput.Close();
            if (!_node.WaitForExit(500))
                _node.Kill();
        }
        catch (Exception e) when (e is InvalidOperationException or IOException)
        {
            _failed = true;
        }

        _node.Dispose();
        _node = null;
    }

    private void Ask(Process node, IReadOnlyList<(string Tex, bool Display)> formulas, List<int> open, SetFormula?[] results)
    {
        try
        {
            var writing = Task.Run(() =>
            {
                foreach (var id in open)
                    node.StandardInput.WriteLine(JsonSerializer.Serialize(new { id, tex = formulas[id].Tex, display = formulas[id].Display }));
                node.StandardInput.Flush();
            });
            for (var left = open.Count; left > 0 && node.StandardOutput.ReadLine() is { } line; left--)
            {
                using var answer = JsonDocument.Parse(line);
                var id = answer.RootElement.GetProperty("id").GetInt32();
                results[id] = answer.RootElement.TryGetProperty("html", out var html)
                    ? new(html.GetString(), null)
                    : new(null, answer.RootElement.GetProperty("error").GetString());
                _cache.Add(formulas[id].Tex, formulas[id].Display, results[id]!);
            }

            writing.GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is IOException or JsonException or InvalidOperationException)
        {
            _failed = true;
            Version = null;
        }
    }

    private Process? Start()
    {
        if (_node is { HasExited: false } || _failed || Version is null)
            return _failed ? null : _node;
        try
        {
            _node = Process.Start(new ProcessStartInfo("node", ["katex-worker.mjs"])
            {
                WorkingDirectory = _folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                StandardInputEncoding = new System.Text.UTF8Encoding(false),
                StandardOutputEncoding = System.Text.Encoding.UTF8,
            });
            _failed = _node?.StandardOutput.ReadLine() is null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            _failed = true;
        }

        if (_failed)
            Version = null;
        return _failed ? null : _node;
    }

    private static string? InstalledVersion(string assetFolder)
    {
        var package = Path.Combine(assetFolder, "node_modules", "katex", "package.json");
        if (!File.Exists(package) || !File.Exists(Path.Combine(assetFolder, "katex-worker.mjs")))
            return null;
        using var json = JsonDocument.Parse(File.ReadAllBytes(package));
        return json.RootElement.GetProperty("version").GetString();
    }
}
