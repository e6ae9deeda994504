using Lectern.Model;

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

    public static FormattedText Format(Document document)
    {
        var source = document.Source.Text;
        if (document.Source.InvalidOffsets.Any())
            return new(source, Kept: true);
        var current = document;
        for (var pass = 0; pass < MaximumPasses; pass++)
        {
            var text = FormattingPass.Apply(current);
            if (text == current.Source.Text)
                return current == document || SameMeaning(document, current) ? new(text, Kept: false) : new(source, Kept: true);
            current = NotationParser.Parse(document.Path, text);
        }

        return new(source, Kept: true);
    }

    private static bool SameMeaning(Document a, Document b) => ModelPrinter.Print(a, places: false) == ModelPrinter.Print(b, places: false);
}
