using System.Text.RegularExpressions;
using Lectern.Model;
using Lectern.Notation;
using Markdig.Syntax.Inlines;

namespace Lectern.Extraction;

/// <summary>F15, F63. Definitions of one line: <c>term := body</c>, <c>G_C: body</c>, <c>- term = body.</c></summary>
internal static partial class DefinitionReader
{
    private const int MaximumTermWords = 3;

    public static Definition? Read(LineView line, bool isItem, NotationContext context)
    {
        if (line.Content is not [LiteralInline first, ..])
            return null;
        var text = context.Source.Text.AsSpan(line.Start, line.End - line.Start).TrimEnd();
        foreach (var inline in line.Content)
        {
            if (inline is not LiteralInline literal || literal.Content.AsSpan().IndexOf(":= ") is not (var at and >= 0))
                continue;
            var offset = literal.Span.Start + at - line.Start;
            if (offset > 0 && text[offset - 1] == ' ' && offset < text.Length - 3)
                return New(text[..offset].Trim(), text[(offset + 3)..].Trim(), DefinitionForm.Assignment);
        }

        if (context.Dialect == Dialect.Zortex && first.Content.AsSpan() is var head && head.Length < 4096 && Symbol().Match(head.ToString()) is { Success: true } symbol)
            return New(symbol.Groups[1].Value, text[symbol.Length..].Trim(), DefinitionForm.Label);
        if (isItem && context.Dialect is Dialect.Gfm or Dialect.Zortex && text.IndexOf(" = ") is var equals and > 0 && text.EndsWith(".") && IsTerm(text[..equals]))
            return New(text[..equals].Trim(), text[(equals + 3)..].Trim(), DefinitionForm.Equality);
        return null;

        Definition New(ReadOnlySpan<char> term, ReadOnlySpan<char> body, DefinitionForm form) =>
            new(term.ToString(), body.ToString(), form, context.Range(line.Start, line.End - line.Start));
    }

    private static bool IsTerm(ReadOnlySpan<char> text) =>
        char.IsUpper(text[0]) && text.IndexOfAnyExcept("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ -") < 0 && text.Count(' ') < MaximumTermWords;

    /// <summary>A capital with a subscript: <c>G₂₃</c>, <c>Gₙ</c>, <c>G_C</c>.</summary>
    [GeneratedRegex(@"^(\p{Lu}(?:[₀-₉ₐ-ₜ]+|_[\p{Lu}\d])): ")]
    private static partial Regex Symbol();
}
