using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lectern.Code;

namespace Lectern.Mutations;

/// <summary>What became of the mutants of one implementation.</summary>
public sealed record Report(string Implementation, string Hash, IReadOnlyList<Outcome> Outcomes)
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Converters = { new JsonStringEnumConverter() } };

    public static Report Of(Implementation implementation, IReadOnlyList<Outcome> outcomes) => new(implementation.Name, implementation.Hash, outcomes);

    [JsonIgnore]
    public IReadOnlyList<Outcome> Real => [.. Outcomes.Where(o => o.Fate != Fate.NotCompiled)];

    public int Killed => Real.Count(o => o.Noticed);

    [JsonIgnore]
    public IEnumerable<Outcome> Survivors => Real.Where(o => !o.Noticed);

    public double Percent => Real.Count == 0 ? 0 : 100.0 * Killed / Real.Count;

    public string Summary => string.Create(CultureInfo.InvariantCulture, $"{Implementation}: {Killed} of {Real.Count} mutants killed ({Percent:0.0} %), {Outcomes.Count - Real.Count} do not compile");

    public string Markdown()
    {
        var text = new StringBuilder($"# Mutants of {Implementation}\n\n{Summary}.\n");
        if (Survivors.Any())
            text.Append("\n## Survivors\n\n| mutant | change | why |\n|--|--|--|\n");
        foreach (var (mutant, _, _, _) in Survivors)
            text.Append($"| `{mutant.Id}` | {Cell(mutant.Sentence)} | {Cell(mutant.Explanation ?? "not explained")} |\n");
        text.Append("\n## All\n\n| mutant | change | fate | by |\n|--|--|--|--|\n");
        foreach (var (mutant, fate, by, _) in Outcomes)
            text.Append($"| `{mutant.Id}` | {Cell(mutant.Sentence)} | {fate} | {Cell(by ?? "")} |\n");
        return text.ToString();
    }

    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, Implementation + ".md"), Markdown());
        File.WriteAllText(Path.Combine(folder, Implementation + ".json"), JsonSerializer.Serialize(this, Json));
    }

    private static string Cell(string text) => text.Replace("|", "\\|").ReplaceLineEndings(" ");
}
