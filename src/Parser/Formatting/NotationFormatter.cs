using Lectern.Model;
using Lectern.Text;

namespace Lectern.Formatting;

/// <summary>What formatting made of a text.</summary>
/// <param name="Text">The canonical form; the text itself where that would say something else.</param>
/// <param name="Kept">True where the text was left alone because its canonical form would change its meaning.</param>
public sealed record FormattedText(string Text, bool Kept);

/// <summary>
/// The canonical form: one space after marks, <c>-</c> for bullets, numbers in sequence, fields separated by <c>"; "</c>,
/// no white space at line ends, single blank lines, one line end at the end. Indentation and wording stay.
/// </summary>
/// <remarks>The result is read again: its model equals that of the source, and formatting it again changes nothing.</remarks>
public static class NotationFormatter
{
    private const int MaximumPasses = 4;

    public static FormattedText Format(SourceText source)
    {
        if (source.InvalidOffsets.Any())
            return new(source.Text, Kept: true);
        var original = NotationParser.Parse(source);
        var current = original;
        for (var pass = 0; pass < MaximumPasses; pass++)
        {
            var text = FormattingPass.Apply(current);
            if (text == current.Source.Text)
                return SameMeaning(original, current) ? new(text, Kept: false) : new(source.Text, Kept: true);
            current = NotationParser.Parse(source.Path, text);
        }

        return new(source.Text, Kept: true);
    }

    private static bool SameMeaning(Document a, Document b) => a == b || ModelPrinter.Print(a, places: false) == ModelPrinter.Print(b, places: false);
}
