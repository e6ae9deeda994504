using System.Globalization;
using Lectern.Catalog;

namespace Lectern.Interop.MLNet.Tests;

/// <summary>Invented works on four subjects, each subject with words of its own.</summary>
internal static class Corpus
{
    public static readonly IReadOnlyDictionary<string, string[]> Subjects = new Dictionary<string, string[]>
    {
        ["attention"] = ["attention", "query", "transformer", "encoder", "token", "heads"],
        ["games"] = ["reward", "policy", "agent", "games", "planning", "environment"],
        ["neurons"] = ["spike", "cortex", "synapse", "membrane", "dendrite", "axon"],
        ["pictures"] = ["diffusion", "image", "pixel", "noise", "texture", "colour"],
    };

    private static readonly string[] s_common = ["method", "results", "training", "data", "model", "experiments"];

    /// <summary>Works <c>attention-00</c>, <c>games-01</c>, … in turn.</summary>
    public static IReadOnlyList<PaperRow> Rows(int count)
    {
        var random = new Random(11);
        string Draw(string[] words, int many) => string.Join(' ', Enumerable.Range(0, many).Select(_ => words[random.Next(words.Length)]));
        return
        [
            .. Enumerable.Range(0, count).Select(i => (Number: i, Subject: Subjects.Keys.Order(StringComparer.Ordinal).ElementAt(i % Subjects.Count)))
                .Select(it => new PaperRow { Id = $"{it.Subject}-{it.Number:00}", Title = it.Subject, Text = $"The {Draw(Subjects[it.Subject], 12)} and {Draw(s_common, 8)}" }),
        ];
    }

    public static string Subject(string id) => id[..id.IndexOf('-')];

    public static KnowledgeBase Knowledge(params string[] entries) =>
        KnowledgeBase.From([NotationParser.Parse("papers/list.md", string.Concat(entries.Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry}\n"))))]);
}
