using System.Text;

namespace Lectern.Search.Tests.Support;

/// <summary>Reading lists of any number of papers, the same for the same seed: made-up words of uneven frequency, authors, tags, formulas and identifiers.</summary>
public static class GeneratedLibrary
{
    private const int PapersInList = 200;
    private const int Words = 6000;

    private static readonly string[] Syllables = ["ba", "co", "de", "fi", "gu", "ha", "jo", "ka", "le", "mi", "no", "pu", "qua", "re", "si", "to", "va", "xe", "zu"];
    private static readonly string[] Endings = ["", "s", "ing", "ed", "ation", "ly", "ness", "al"];
    private static readonly string[] Known = ["attention", "transformer", "layer", "normalization", "model", "training", "quantization", "adapter", "position", "softmax", "gradient", "learning"];
    private static readonly string[] Formulas = [@"O(n^2)", @"\mathrm{softmax}(QK^\top)", @"d_{model} = 512", @"\sqrt{d_k}", @"W_0 + \Delta W", @"2^{-8h/n}"];
    private static readonly string[] Names = ["LayerNorm", "d_model", "GPT-2", "ScaledDotProduct", "relu_forward"];

    public static void Write(string folder, int papers, int seed)
    {
        var random = new Random(seed);
        Directory.CreateDirectory(Path.Combine(folder, "papers"));
        for (var first = 0; first < papers; first += PapersInList)
        {
            var text = new StringBuilder();
            for (var i = first; i < Math.Min(papers, first + PapersInList); i++)
                Append(text, random, i);
            File.WriteAllText(Path.Combine(folder, "papers", $"list-{first / PapersInList:000}.md"), text.ToString());
        }
    }

    private static void Append(StringBuilder text, Random random, int paper)
    {
        var tags = string.Join('#', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Known[random.Next(Known.Length)]).Distinct());
        var authors = string.Join("; ", Enumerable.Range(0, random.Next(1, 5)).Select(_ => $"author={(char)('A' + random.Next(26))}. {Upper(Word(random.Next(800)))}"));
        var title = Upper(string.Join(' ', Enumerable.Range(0, random.Next(4, 9)).Select(_ => AnyWord(random))));
        text.Append($"- #{tags}# [({Upper(Word(random.Next(Words)))}{paper}) {title}]{{{authors}; ref=https://arxiv.org/abs/{10 + paper % 14:00}{1 + paper % 12:00}.{paper % 100000:00000}}}\n");
        for (var line = 0; line < random.Next(1, 4); line++)
        {
            text.Append("    - ").AppendJoin(' ', Enumerable.Range(0, random.Next(12, 40)).Select(_ => AnyWord(random)));
            if (random.Next(3) == 0)
                text.Append($" ${Formulas[random.Next(Formulas.Length)]}$");
            if (random.Next(4) == 0)
                text.Append($" `{Names[random.Next(Names.Length)]}`");
            text.Append(".\n");
        }
    }

    private static string AnyWord(Random random) => random.Next(6) == 0
        ? Known[random.Next(Known.Length)]
        : Word((int)(Words * Math.Pow(random.NextDouble(), 3)));

    private static string Word(int number)
    {
        var word = new StringBuilder();
        for (var rest = number; word.Length == 0 || rest > 0; rest /= Syllables.Length)
            word.Append(Syllables[rest % Syllables.Length]);
        return word.Append(Endings[number % Endings.Length]).ToString();
    }

    private static string Upper(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
