using Lectern.Model;
using Lectern.Text;

namespace Lectern;

/// <summary>Text in the notation to a <see cref="Document"/>. Never throws on any text; what is malformed becomes text and a diagnostic.</summary>
public static class NotationParser
{
    public static Document Parse(string path, string text) => Parse(SourceText.From(path, text));

    public static Document Parse(SourceText source) => throw new NotSupportedException(source.Path);
}
