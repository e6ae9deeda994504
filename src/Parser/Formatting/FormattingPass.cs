using Lectern.Forms.Items;
using Lectern.Forms.Links;
using Lectern.Forms.Resources;
using Lectern.Model;
using Lectern.Text;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lectern.Formatting;

/// <summary>One pass over the syntax that notes every stretch which is not in canonical form.</summary>
internal sealed class FormattingPass
{
    private readonly SourceText _source;
    private readonly TextEdits _edits;
    private readonly HashSet<int> _hardBreaks = [];
    private readonly HashSet<int> _verbatim = [];

    private FormattingPass(SourceText source) => (_source, _edits) = (source, new(source.Text));

    public static string Apply(Document document)
    {
        var pass = new FormattingPass(document.Source);
        pass.Visit(document.Syntax);
        pass.FormatLines();
        return pass._edits.Apply();
    }

    /// <summary>True where a code block is inside: its own indentation hangs on that of the marks around it, which stay.</summary>
    private bool Visit(Block block)
    {
        switch (block)
        {
            case FencedCodeBlock or YamlFrontMatterBlock:
                KeepLines(block);
                return true;
            case HeadingBlock heading:
                FormatHeading(heading);
                break;
        }

        if (block is LeafBlock leaf)
        {
            Visit(leaf.Inline);
            return false;
        }

        var holdsCode = false;
        var number = -1;
        foreach (var child in (ContainerBlock)block)
        {
            var childHoldsCode = Visit(child);
            holdsCode |= childHoldsCode;
            var item = child as ItemBlock;
            number = item is null or { Number: < 0 } ? -1 : number < 0 ? item.Number : number + 1;
            if (item is not null && !childHoldsCode)
                FormatMark(item, number);
        }

        return holdsCode;
    }

    private void Visit(ContainerInline? container)
    {
        for (var inline = container?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LineBreakInline { IsHard: true, IsBackslash: false }:
                    _hardBreaks.Add(_source.Locate(inline.Span.Start).Line);
                    break;
                case ResourceInline resource:
                    FormatFields(resource);
                    break;
                case LabelledLink { Malformed: false } link:
                    FormatDestination(link);
                    Visit(link);
                    break;
                case ContainerInline inner:
                    Visit(inner);
                    break;
            }
        }
    }

    private void KeepLines(Block block)
    {
        var last = _source.Locate(Math.Min(block.Span.End, _source.Text.Length)).Line;
        for (var line = _source.Locate(block.Span.Start).Line; line <= last; line++)
            _verbatim.Add(line);
    }

    private void FormatHeading(HeadingBlock heading)
    {
        if (heading.Inline is { FirstChild: { } first, LastChild: { } last })
        {
            var marks = heading.Span.Start + heading.Level;
            _edits.Replace(marks, first.Span.Start - marks, " ");
            var lineEnd = _source.LineStart(_source.Locate(heading.Span.Start).Line) + _source.Line(_source.Locate(heading.Span.Start).Line).Length;
            var end = last.Span.End + 1;
            if (_source.Text.AsSpan(end, lineEnd - end).Trim(" \t#").IsEmpty)
                _edits.Replace(end, lineEnd - end, "");
        }
    }

    /// <summary>Numbered neighbours count on from the first of them.</summary>
    private void FormatMark(ItemBlock item, int number)
    {
        if (item.Count == 0 || item.ContentStart <= item.Span.Start)
            return;
        var mark = number >= 0 ? $"{number}." : item.Mark is '*' or '+' ? "-" : _source.Text[item.Span.Start..item.ContentStart].Trim();
        _edits.Replace(item.Span.Start, item.ContentStart - item.Span.Start, $"{mark} ");
    }

    private void FormatFields(ResourceInline resource)
    {
        var text = _source.Text.AsSpan(resource.Span.Start, resource.Span.Length);
        var open = text.IndexOf("]{") is var bracket and >= 0 ? bracket + 1 : text[0] == '{' ? 0 : -1;
        if (open < 0 || text[^1] != '}' || resource.Pairs.Count != CountPairs(text[(open + 1)..^1]))
            return;
        var fields = string.Join("; ", resource.Pairs.Select(pair => $"{pair.Key}={pair.Value}"));
        _edits.Replace(resource.Span.Start + open, text.Length - open, $"{{{fields}}}");
    }

    private static int CountPairs(ReadOnlySpan<char> body)
    {
        var count = 0;
        foreach (var range in body.Split(';'))
            count += body[range].IsWhiteSpace() ? 0 : 1;
        return count;
    }

    private void FormatDestination(LabelledLink link)
    {
        var inner = link.LastChild is { } last ? last.Span.End + 1 : link.Span.Start + 1;
        var text = _source.Text.AsSpan(inner, link.Span.End + 1 - inner);
        if (text.StartsWith("](") && text[^1] == ')' && text[2..^1].Trim().SequenceEqual(link.Destination))
            _edits.Replace(inner, text.Length, $"]({link.Destination})");
    }

    /// <summary>Line ends, blank lines and white space before them.</summary>
    private void FormatLines()
    {
        var blank = true;
        var lastText = _source.Text.AsSpan().TrimEnd().Length;
        for (var line = 1; line <= _source.LineCount; line++)
        {
            var (start, next) = (_source.LineStart(line), _source.LineStart(line + 1));
            var text = _source.Line(line);
            var end = start + text.Length;
            if (_verbatim.Contains(line))
            {
                blank = false;
            }
            else if (text.IsWhiteSpace())
            {
                _edits.Replace(start, next - start, blank || start >= lastText ? "" : "\n");
                blank = true;
                continue;
            }
            else
            {
                blank = false;
                var kept = text.TrimEnd(" \t").Length;
                _edits.Replace(start + kept, end - start - kept, _hardBreaks.Contains(line) ? "  " : "");
            }

            _edits.Replace(end, next - end, "\n");
        }
    }
}
