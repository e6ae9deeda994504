using Lectern.Model;
using Lectern.Notation;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Lectern.Forms.FrontMatter;

/// <summary>The values of a front matter block; what YAML cannot read is a finding and leaves the map empty.</summary>
internal static class FrontMatterReader
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder().Build();

    public static Model.FrontMatter Read(MarkdownDocument syntax, NotationContext context)
    {
        if (syntax.Count == 0 || syntax[0] is not YamlFrontMatterBlock block)
        {
            ReportUnclosed(context);
            return Model.FrontMatter.Empty;
        }

        try
        {
            var text = string.Join('\n', (block.Lines.Lines ?? []).Take(block.Lines.Count).Select(line => line.Slice.ToString()));
            var values = Yaml.Deserialize<Dictionary<object, object?>?>(text) ?? [];
            return new(values.ToDictionary(pair => pair.Key.ToString() ?? "", pair => Value(pair.Value)));
        }
        catch (YamlException e)
        {
            var line = Math.Max(1, (int)e.Start.Line);
            context.Report(
                DiagnosticCodes.FrontMatterInvalid, context.Source.LineStart(line + 1), context.Source.Line(line + 1).Length,
                $"the front matter is not valid YAML: {FirstSentence(e)}", "one `key: value` per line", "quote a value that holds `: ` or starts with a sign");
            return Model.FrontMatter.Empty;
        }
    }

    private static void ReportUnclosed(NotationContext context)
    {
        if (context.Source.Line(1) is "---")
            context.Report(DiagnosticCodes.FrontMatterUnclosed, 0, 3, "the front matter is not closed", "a second line `---`", "---");
    }

    private static object? Value(object? value) => value switch
    {
        null => "",
        IEnumerable<object?> list => list.Select(Value).ToList(),
        IDictionary<object, object?> map => map.ToDictionary(pair => pair.Key.ToString() ?? "", pair => Value(pair.Value)),
        _ => value.ToString(),
    };

    private static string FirstSentence(YamlException e) => (e.InnerException ?? e).Message.Split('\n', '.')[0].Trim();
}
