using System.Text.RegularExpressions;

namespace Lectern.Torch.Generator;

/// <summary>The signature of an operator as libtorch prints it: <c>aten::add.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor</c>.</summary>
internal sealed class Schema
{
    private static readonly Regex s_alias = new(@"\([a-z](?:!|\|[a-z]|!\|[a-z]| -> \*)?\)", RegexOptions.Compiled);

    private Schema(string name, string overload, IReadOnlyList<SchemaArgument> arguments, int returns, bool inPlace)
    {
        Name = name;
        Overload = overload;
        Arguments = arguments;
        Returns = returns;
        InPlace = inPlace;
    }

    public string Name { get; }

    public string Overload { get; }

    public IReadOnlyList<SchemaArgument> Arguments { get; }

    public int Returns { get; }

    /// <summary>The first argument is written to and is the result.</summary>
    public bool InPlace { get; }

    public static Schema Parse(string line)
    {
        var inPlace = Regex.IsMatch(line, @"\(Tensor\(a!\) self");
        var text = s_alias.Replace(line, "");
        var open = text.IndexOf('(');
        var arrow = text.LastIndexOf(" -> ", StringComparison.Ordinal);
        var close = text.LastIndexOf(')', arrow);
        var full = text.Substring("aten::".Length, open - "aten::".Length);
        var dot = full.IndexOf('.');
        var results = text.Substring(arrow + " -> ".Length).Trim('(', ')');
        return new Schema(
            dot < 0 ? full : full.Substring(0, dot),
            dot < 0 ? "" : full.Substring(dot + 1),
            [.. SplitArguments(text.Substring(open + 1, close - open - 1)).Where(a => a != "*").Select(SchemaArgument.Parse)],
            results.Length == 0 ? 0 : results.Split(',').Length,
            inPlace);
    }

    /// <summary>Splits at the commas that are not within a default such as <c>[0, 1]</c> or <c>"a, b"</c>.</summary>
    private static IEnumerable<string> SplitArguments(string text)
    {
        var (start, depth, quoted) = (0, 0, false);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"') quoted = !quoted;
            else if (text[i] == '[') depth++;
            else if (text[i] == ']') depth--;
            else if (text[i] == ',' && depth == 0 && !quoted)
            {
                yield return text.Substring(start, i - start).Trim();
                start = i + 1;
            }
        }

        if (start < text.Length) yield return text.Substring(start).Trim();
    }
}

internal sealed class SchemaArgument
{
    private SchemaArgument(string type, string name)
    {
        Type = type;
        Name = name;
    }

    /// <summary>The type without its fixed length: <c>int[2]?</c> is <c>int[]?</c>.</summary>
    public string Type { get; }

    public string Name { get; }

    public bool IsList => Type.EndsWith("[]", StringComparison.Ordinal) || Type.EndsWith("[]?", StringComparison.Ordinal);

    public static SchemaArgument Parse(string text)
    {
        var equals = text.IndexOf('=');
        var declaration = equals < 0 ? text : text.Substring(0, equals);
        var space = declaration.LastIndexOf(' ');
        var type = Regex.Replace(declaration.Substring(0, space), @"\[\d+\]", "[]").Replace("SymInt", "int");
        return new SchemaArgument(type, declaration.Substring(space + 1));
    }
}
