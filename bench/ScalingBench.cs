using System.Text;

namespace Lectern.Bench;

/// <summary>Inputs on which a careless parser takes quadratic time, at three sizes.</summary>
internal static class ScalingBench
{
    private const int Smallest = 64 * 1024;

    /// <summary>
    /// Time per byte may grow by this from the smallest size to sixteen times that: a tree that outgrows the processor's
    /// cache and the collector's first generation takes up to twice the time, a quadratic parser sixteen times.
    /// </summary>
    public const double Allowed = 3;

    private static readonly (string Name, Func<int, string> Make)[] Inputs =
    [
        ("`[[[[…`", n => new string('[', n)),
        ("`]]]]…`", n => new string(']', n)),
        ("`{{{{…`", n => new string('{', n)),
        ("`$$$$…`", n => new string('$', n)),
        ("`((((…`", n => new string('(', n)),
        ("`****…`", n => new string('*', n)),
        ("`<<<<…`", n => new string('<', n)),
        ("`>>>>…`", n => new string('>', n)),
        ("`!!!!…`", n => new string('!', n)),
        ("`\"\"\"\"…`", n => new string('"', n)),
        ("backtick runs of growing length", n => Runs(n)),
        ("`[a](`", n => Repeat("[a](", n)),
        ("`[a]{`", n => Repeat("[a]{", n)),
        ("`![a](b){`", n => Repeat("![a](b){", n)),
        ("`$a `", n => Repeat("$a ", n)),
        ("`$a` + line end", n => Repeat("$a\n", n)),
        ("`*a `", n => Repeat("*a ", n)),
        ("`**a *b `", n => Repeat("**a *b ", n)),
        ("`#a#a#a…`", n => "- #" + Repeat("a#", n) + " [t]{}"),
        ("`- #a` lines", n => Repeat("- #a#b\n", n)),
        ("`<a `", n => Repeat("<a ", n)),
        ("`<!-- `", n => Repeat("<!-- ", n)),
        ("`[z:1125.23023.45031] ` on one line", n => Repeat("[z:1125.23023.45031] ", n)),
        ("zettel lines", n => Repeat("[z:1125.23023.45031] #a# [t]{}\n", n)),
        ("`http://a(` on one line", n => Repeat("http://a(", n)),
        ("`??? tip \"a` lines", n => Repeat("??? tip \"a\n", n)),
        ("nested admonitions", n => Nested(n, "??? tip\n", 4)),
        ("quotes nested on one line", n => Repeat("> ", n) + "a"),
        ("quotes nested line by line", n => Stairs(n, "> ")),
        ("bullets nested on one line", n => Repeat("- ", n) + "a"),
        ("bullets nested by indentation", n => Nested(n, "- a\n", 1)),
        ("bullets, then their notes", n => Repeat("- [t]{}\n  note\n", n)),
        ("`$$` opened on every line", n => Repeat("$$ a\n", n)),
        ("fences opened on every line", n => Repeat("``` a\n\n", n)),
        ("labels", n => Repeat("Some label:\n", n)),
        ("equal headings", n => Repeat("# a\n", n)),
        ("one line of words", n => Repeat("word and word ", n)),
        ("blank lines", n => new string('\n', n)),
        ("spaces", n => new string(' ', n)),
        ("front matter that never ends", n => "---\n" + Repeat("a: b\n", n)),
        ("pipes", n => Repeat("|a", n)),
        ("table rows", n => "|a|b|\n|--|--|\n" + Repeat("|$a$|[b](c)|\n", n)),
        ("`[Name]` in one paragraph", n => Repeat("[Name] ", n)),
        ("`[Name]` lines", n => Repeat("- [Name]\n", n)),
        ("`- a := b` lines", n => Repeat("- a := b\n", n)),
        ("`- \"A\" by B (2020)` lines", n => Repeat("- \"A\" by B (2020)\n", n)),
        ("URL lines", n => Repeat("https://a.b/c\n", n)),
        ("`A:` and URL lines", n => Repeat("Abc: https://a.b/c\n", n)),
        ("slide titles", n => Repeat("Some words\n\n- a\n\n", n)),
        ("`**a**` lines", n => Repeat("**a**\n\n", n)),
        ("`[^1]` and `[^1]: a`", n => Repeat("a [^1]\n\n[^1]: b\n\n", n)),
    ];

    public static List<ScalingResult> Run(int rounds)
    {
        NotationParser.Parse("warm", string.Concat(Corpus.Generate(500_000, 7).Select(f => f.Text)));
        foreach (var (_, make) in Inputs)
            NotationParser.Parse("warm", make(4096));
        var results = new List<ScalingResult>();
        foreach (var (name, make) in Inputs)
        {
            var perByte = new List<double>();
            foreach (var size in (int[])[Smallest, 4 * Smallest, 16 * Smallest])
            {
                var text = make(size);
                var times = new List<double>();
                for (var round = 0; round < rounds && times.Sum() < 5; round++)
                    times.Add(Timing.Seconds(() => GC.KeepAlive(NotationParser.Parse("input", text))));

                // The fastest round: what disturbs one only ever makes it slower.
                perByte.Add(times.Min() / Encoding.UTF8.GetByteCount(text) * 1e9);
                if (times.Min() > 5)
                    break;
            }

            results.Add(new(name, perByte));
            Console.Error.WriteLine($"scaling: {name}: {string.Join(", ", perByte.Select(p => $"{p:0} ns/B"))}");
        }

        // Indentation makes this one 50 MB long, so it stands alone: ten thousand levels.
        var deep = Nested(50_000_000, "- a\n", 1);
        var seconds = Timing.Seconds(() => GC.KeepAlive(NotationParser.Parse("input", deep)));
        var depth = deep.AsSpan().Count('\n');
        Console.Error.WriteLine($"scaling: {depth} bullets nested by indentation, {deep.Length / 1e6:0} MB: {seconds:0.0} s, {seconds / deep.Length * 1e9:0} ns/B");
        return results;
    }

    private static string Repeat(string part, int length) =>
        new StringBuilder(length + part.Length).Insert(0, part, Math.Max(1, length / part.Length)).ToString();

    private static string Runs(int length)
    {
        var text = new StringBuilder(length);
        for (var run = 1; text.Length < length; run = run % 300 + 1)
            text.Append('`', run).Append('a');
        return text.ToString();
    }

    private static string Nested(int length, string line, int indent)
    {
        var text = new StringBuilder(length);
        for (var depth = 0; text.Length < length; depth++)
            text.Append(' ', depth * indent).Append(line);
        return text.ToString();
    }

    private static string Stairs(int length, string marker)
    {
        var text = new StringBuilder(length);
        for (var depth = 1; text.Length < length; depth++)
            text.Insert(text.Length, marker, depth).Append("a\n");
        return text.ToString();
    }
}

/// <summary>Nanoseconds per byte at one, four and sixteen times the smallest size; fewer where one took too long.</summary>
internal sealed record ScalingResult(string Name, IReadOnlyList<double> PerByte)
{
    public double Growth => PerByte[^1] / PerByte[0];

    public bool Linear => PerByte.Count == 3 && Growth < ScalingBench.Allowed;
}
