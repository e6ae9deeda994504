using Lectern.Model;
using Lectern.Notation;
using Lectern.Extraction;
using Lectern.Text;
using Markdig;

namespace Lectern;

/// <summary>How many characters at the start of a text are the name of a known work; 0 for none.</summary>
public delegate int KnownTitle(ReadOnlySpan<char> text);

/// <summary>Text in the notation to a <see cref="Document"/>. Never throws on any text; what is malformed becomes text and a diagnostic.</summary>
public static class NotationParser
{
    public static Document Parse(string path, string text) => Parse(SourceText.From(path, text));

    public static Document Parse(SourceText source, KnownTitle? knownTitle = null)
    {
        var context = new NotationContext(source, DialectDetector.Detect(source.Text), knownTitle);
        var syntax = Markdown.Parse(source.Text, NotationPipeline.Instance, context);
        return new DocumentReader(syntax, context).Read();
    }
}
