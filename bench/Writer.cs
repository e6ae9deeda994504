using System.Globalization;
using System.Text;
using Lectern.Identifiers;

namespace Lectern.Bench;

/// <summary>The words, titles, names and small forms that all dialects are made of.</summary>
internal sealed class Writer(Random random)
{
    private readonly StringBuilder _text = new();

    public int Length => _text.Length;

    public override string ToString() => _text.ToString();

    public void Line(string text = "") => _text.Append(text).Append('\n');

    public bool Chance(double probability) => random.NextDouble() < probability;

    public int Next(int from, int to) => random.Next(from, to);

    public T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    public string Word() => Pick(Vocabulary.Words);

    public string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Word()));

    /// <summary>A sentence of the length people write, with an inline form in about a third of them.</summary>
    public string Sentence()
    {
        var words = Enumerable.Range(0, Next(6, 24)).Select(_ => Word()).ToList();
        words[0] = Capital(words[0]);
        if (Chance(0.35))
            words.Insert(Next(1, words.Count), Inline());
        if (Chance(0.15))
            words[Next(0, words.Count - 1)] += ",";
        return string.Join(' ', words) + Pick([".", ".", ".", ".", "?", "!", "…"]);
    }

    public string Prose(int sentences) => string.Join(' ', Enumerable.Range(0, sentences).Select(_ => Sentence()));

    /// <summary>F60–F66 and the links of running text.</summary>
    private string Inline() => Next(0, 20) switch
    {
        0 or 1 or 2 => $"${Formula()}$",
        3 or 4 => $"`{Word()}_{Word()}(x)`",
        5 => $"**{Words(2)}**",
        6 => $"*{Word()}*",
        7 => $"***{Word()}***",
        8 => $"[{Title()}]({Url()})",
        9 => $"[{System()}]",
        10 => Url(),
        11 => $"“{Words(3)}”",
        12 => $"{Word()} -> {Word()}",
        13 => $"{Word()} | {Word()}",
        14 => $"$100 {Word()}",
        15 => "A* and Q*",
        16 => "w_{ij} and \\bar{g}_i",
        17 => "O(n²) · G₂₃",
        18 => $"{Surname()} et al.^[{Next(1, 30)}]",
        _ => $"{Word()} – {Word()} — {Word()}",
    };

    public string Formula() => Pick(Vocabulary.Formulas).Replace('N', (char)('a' + Next(0, 26)));

    public string Title() =>
        string.Join(' ', Enumerable.Range(0, Next(3, 11)).Select(_ => Capital(Word())));

    public string System() => Pick(Vocabulary.Prefixes) + Pick(Vocabulary.Suffixes) + (Chance(0.3) ? $"-{Next(2, 9)}" : "");

    /// <summary>A title with a short name in one of its two spellings, or without.</summary>
    public string NamedTitle() => Next(0, 4) switch
    {
        0 => $"({System()}) {Title()}",
        1 => $"{System()}: {Title()}",
        2 => System(),
        _ => Title(),
    };

    public string Author() => $"{Pick(Vocabulary.GivenNames)} {Surname()}";

    public string Surname() => Pick(Vocabulary.Surnames);

    public string Arxiv() => $"{Next(7, 25):00}{Next(1, 13):00}.{Next(1, 20000):00000}";

    public string Url() => Next(0, 5) switch
    {
        0 => $"https://arxiv.org/abs/{Arxiv()}",
        1 => $"https://arxiv.org/pdf/{Arxiv()}v{Next(1, 6)}.pdf",
        2 => $"https://github.com/{Word()}/{Word()}-{Word()}",
        3 => $"https://www.youtube.com/watch?v={Word()}{Next(100, 999)}&t={Next(1, 900)}s",
        _ => $"https://en.wikipedia.org/wiki/{Capital(Word())}_({Word()})#{Word()}",
    };

    public string Tags(int count) => "#" + string.Concat(Enumerable.Range(0, count).Select(_ => Pick(Vocabulary.Tags) + "#"));

    public string Zettel()
    {
        var time = new DateTime(2022, 12, 27).AddMinutes(Next(0, 2 * 365 * 24 * 60));
        return $"[z:{time.ToString("HHmm", CultureInfo.InvariantCulture)}.{ZettelId.EncodeDay(time)}.{Next(0, 100000):00000}]";
    }

    /// <summary>F42, with the key sets that occur; a few end without their brace.</summary>
    public string Resource()
    {
        var pairs = new List<string>();
        if (Chance(0.2))
            pairs.Add($"subtitle={Title()}");
        if (Chance(0.1))
            pairs.Add($"subject={Title()}, doi:10.{Next(1000, 9999)}/{Word()}-{Next(1, 9999)}");
        var authors = Chance(0.5) ? Next(1, 9) : 0;
        for (var i = 0; i < authors; i++)
            pairs.Add($"author={Author()}{(Chance(0.05) ? "†" : "")}");
        if (Chance(0.03))
            pairs.Add($"author={Title()} - {Pick(Vocabulary.Labs)}");
        if (Chance(0.9))
            pairs.Add($"ref={Reference()}");
        if (Chance(0.45))
            pairs.Add($"resource={Pick(["pdf", "pdf", "pdf", "website", "image"])}");
        var body = string.Join("; ", pairs);
        return $"[{NamedTitle()}]{{{body}{(body.Length > 0 && Chance(0.5) ? ";" : "")}{(Chance(0.005) ? "" : "}")}";
    }

    private string Reference() => Next(0, 4) switch
    {
        0 => Url(),
        1 => $"./resources/reading/{Title().Replace(' ', '-')}-by-{Author().Replace(' ', '-')},{Author().Replace(' ', '-')}.pdf",
        _ => $"./resources/reading/{Arxiv()}.pdf",
    };

    /// <summary>F45 and F46: a link whose label follows the title convention, and what stands after it.</summary>
    public string TitledLink() => Next(0, 4) switch
    {
        0 => $"[{Title()} - {Author()}, {Author()},{Author()}](./resources/reading/{Arxiv()}.pdf)",
        1 => $"[{NamedTitle()}]({Url()}) {Sentence()}",
        2 => $"[{NamedTitle()}]({Url()}) [Github]({Url()})",
        _ => $"[{NamedTitle()}]({Url()})",
    };

    public static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
