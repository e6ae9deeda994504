using Lectern.Identifiers;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Lectern.Catalog;

/// <summary>Reads <c>works.yml</c> from the event stream: no reflection, because every run of the parser starts here.</summary>
internal static class WorksFile
{
    public static List<LexiconWork> Read(TextReader yaml)
    {
        var works = new List<LexiconWork>();
        var parser = new YamlDotNet.Core.Parser(yaml);
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
            return works;
        parser.Consume<DocumentStart>();
        parser.Consume<SequenceStart>();
        while (!parser.TryConsume<SequenceEnd>(out _))
            works.Add(ReadWork(parser));
        return works;
    }

    private static LexiconWork ReadWork(YamlDotNet.Core.Parser parser)
    {
        var start = parser.Consume<MappingStart>().Start;
        string? title = null, shortName = null, label = null, arxiv = null;
        var aliases = new List<string>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>();
            if (key.Value == "aliases")
                ReadAliases(parser, aliases);
            else if (key.Value == "title")
                title = parser.Consume<Scalar>().Value;
            else if (key.Value == "short")
                shortName = parser.Consume<Scalar>().Value;
            else if (key.Value == "label")
                label = parser.Consume<Scalar>().Value;
            else if (key.Value == "arxiv")
                arxiv = parser.Consume<Scalar>().Value;
            else
                throw new FormatException($"works.yml:{key.Start.Line}: unknown key '{key.Value}'; expected title, short, label, aliases or arxiv");
        }

        if (title is null)
            throw new FormatException($"works.yml:{start.Line}: a work needs a title");
        string[] names = [title, .. shortName is null ? [] : new[] { shortName }, .. aliases];
        return new(title, shortName ?? label, names, arxiv is null ? null : ArxivId.Find("arXiv:" + arxiv));
    }

    private static void ReadAliases(YamlDotNet.Core.Parser parser, List<string> aliases)
    {
        parser.Consume<SequenceStart>();
        while (!parser.TryConsume<SequenceEnd>(out _))
            aliases.Add(parser.Consume<Scalar>().Value);
    }
}
