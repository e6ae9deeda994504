using Lectern.Model;
using Lectern.Notation;
using Markdig.Helpers;
using Markdig.Parsers;

namespace Lectern.Forms.Resources;

/// <summary>
/// A bracket with braces directly behind it. Braces without a single <c>key=</c> are not a resource; braces that are
/// not closed on their line take the rest of it.
/// </summary>
internal sealed class ResourceParser : NotationInlineParser
{
    public ResourceParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var context = NotationContext.Of(processor);
        if (!context.Scan.TryFind(processor, slice, slice.Start, SpanKind.Bracket, out var bracket)
            || bracket.End >= slice.End || slice.Text[bracket.End + 1] != '{')
            return false;
        var bodyStart = bracket.End + 2;
        var rest = slice.Text.AsSpan(bodyStart, slice.End + 1 - bodyStart);
        if (!ResourceBody.Begins(rest))
            return false;
        var title = slice.Text.AsSpan(bracket.Start + 1, bracket.End - bracket.Start - 1);
        if (title.IsWhiteSpace() || title.IndexOfAny('\n', '\r') >= 0)
            return false;
        var end = rest.IndexOfAny('}', '\n', '\r');
        var closed = end >= 0 && rest[end] == '}';
        var body = end < 0 ? rest : rest[..end];
        var resource = ResourceInline.Of(title.Trim().ToString(), ResourceBody.Read(body, processor.GetSourcePosition(bodyStart), context));
        if (!Emit(processor, ref slice, bodyStart + body.Length + (closed ? 1 : 0), resource))
            return false;
        if (!closed)
        {
            context.Report(
                DiagnosticCodes.ResourceUnclosed, processor.GetSourcePosition(bodyStart - 1), 1,
                $"the fields of \"{resource.Title}\" are not closed", "`}` on the same line", "}");
        }

        return true;
    }
}

/// <summary>F43. The form before July 2023: <c>{title=…; ref=…;}</c> at the head of an item or zettel, lines allowed between pairs.</summary>
internal sealed class LegacyResourceParser : NotationInlineParser
{
    private const int MaximumLength = 4096;

    public LegacyResourceParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var rest = slice.AsSpan()[1..Math.Min(slice.Length, MaximumLength)];
        var trimmed = rest.TrimStart();
        if (!trimmed.StartsWith("title=") || processor.Root!.LastChild is Markdig.Syntax.Inlines.LiteralInline { Content.IsEmpty: false } text && !text.Content.AsSpan().IsWhiteSpace())
            return false;
        var length = rest.IndexOf('}');
        if (length < 0)
            return false;
        var pairs = ResourceBody.Read(rest[..length], processor.GetSourcePosition(slice.Start + 1), NotationContext.Of(processor));
        return pairs[0].Value.Length > 0 && Emit(processor, ref slice, slice.Start + length + 2, new ResourceInline(pairs[0].Value, pairs));
    }
}
