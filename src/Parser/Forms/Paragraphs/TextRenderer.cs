using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Lectern.Forms.Paragraphs;

/// <summary>Plain text. F64: operators between spaces are shown as the signs they stand for.</summary>
internal sealed class TextRenderer : HtmlObjectRenderer<LiteralInline>
{
    private static readonly (string Written, string Shown)[] Operators =
        [(" <-> ", " ↔ "), (" -> ", " → "), (" <- ", " ← "), (" ~> ", " ⇝ "), (" => ", " ⇒ "), (" <=> ", " ⇔ "), (" := ", " ≔ "), (" != ", " ≠ ")];

    protected override void Write(HtmlRenderer renderer, LiteralInline obj)
    {
        var text = obj.Content.AsSpan();
        if (text.IndexOfAny('<', '>', '=') < 0)
        {
            renderer.WriteEscape(text);
            return;
        }

        var shown = text.ToString();
        foreach (var (written, sign) in Operators)
            shown = shown.Replace(written, sign, StringComparison.Ordinal);
        renderer.WriteEscape(shown);
    }
}
