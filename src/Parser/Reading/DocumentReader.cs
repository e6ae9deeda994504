using System.Text;
using Lectern.Forms.Admonitions;
using Lectern.Forms.ArticleHeaders;
using Lectern.Forms.BoldHeadings;
using Lectern.Forms.FrontMatter;
using Lectern.Forms.Items;
using Lectern.Forms.Links;
using Lectern.Forms.Resources;
using Lectern.Forms.Zettels;
using Lectern.Model;
using Lectern.Notation;
using Lectern.Text;
using Markdig.Syntax;

namespace Lectern.Reading;

/// <summary>
/// One walk over the syntax: the outline opens and closes, lines become entries and definitions, and what follows an
/// entry is bound to it by the rules of section 6 of the notation.
/// </summary>
internal sealed class DocumentReader(MarkdownDocument syntax, NotationContext context)
{
    private readonly EntryReader _reader = new(context);
    private readonly OutlineReader _outline = new(context);
    private readonly List<Entry> _entries = [];
    private readonly List<Definition> _definitions = [];
    private IReadOnlyList<string> _documentTags = [];
    private ZettelNotes? _zettel;
    private int _index;
    private (LeafBlock? Leaf, List<LineView> Lines) _linesOf = (null, []);

    public Document Read()
    {
        var front = FrontMatterReader.Read(syntax, context);
        var headers = syntax.OfType<ArticleHeaderBlock>().ToList();
        _documentTags = [.. FrontTags(front), .. headers.Where(h => h.IsTag).Select(h => h.Text)];
        VisitTop();
        var contents = ContentReader.Read(syntax, context);
        EncodingFindings.Report(context);
        context.Scan.Forget();
        var names = headers.Where(h => !h.IsTag).Select(h => h.Text).ToList();
        return new()
        {
            Source = context.Source,
            Dialect = context.Dialect,
            FrontMatter = front,
            Title = NonEmpty(front.Text("title")) ?? names.FirstOrDefault() ?? _outline.Sections.FirstOrDefault(s => s.Level == 1)?.Text,
            Aliases = [.. names.Skip(1)],
            Tags = _documentTags,
            Sections = _outline.Sections,
            Entries = _entries,
            Definitions = _definitions,
            Links = contents.Links,
            Math = contents.Formulas,
            Diagnostics = [.. context.Findings.OrderBy(d => d.At.Offset).ThenBy(d => d.Code.Id, StringComparer.Ordinal)],
            Syntax = syntax,
        };
    }

    private void VisitTop()
    {
        for (var i = 0; i < syntax.Count; i++)
        {
            var block = syntax[i];
            _index = i;
            if (i > 0 && IsBlankBefore(block))
                _outline.EndLabel(LineOf(syntax[i - 1].Span.End));
            switch (block)
            {
                case ZettelBlock zettel:
                    EndZettel();
                    Visit(zettel);
                    break;
                case HeadingBlock or BoldHeadingBlock:
                    EndZettel();
                    Visit(block);
                    break;
                case ItemBlock item when _zettel is not null:
                    VisitItemAfterZettel(item);
                    break;
                case AdmonitionBlock:
                    EndZettel();
                    Visit(block);
                    break;
                case QuoteBlock quote when _zettel is null && IsNoteOnPreviousItem(i):
                    BindQuote(quote);
                    break;
                default:
                    if (_zettel is null)
                        Visit(block);
                    else
                        AddNote(block);
                    break;
            }
        }

        EndZettel();
        _outline.EndAll(context.Source.LineCount);
        MarkSectionsAboutZettels();
    }

    private void Visit(Block block)
    {
        switch (block)
        {
            case HeadingBlock heading when heading.Parent == syntax:
                _outline.Heading(heading);
                break;
            case BoldHeadingBlock bold:
                _outline.Bold(bold);
                break;
            case ZettelBlock zettel:
                VisitZettel(zettel);
                break;
            case ItemBlock item:
                VisitItem(item);
                break;
            case AdmonitionBlock admonition:
                VisitAdmonition(admonition);
                break;
            case ParagraphBlock paragraph:
                VisitParagraph(paragraph);
                break;
            case ContainerBlock container:
                foreach (var child in container)
                    Visit(child);
                break;
        }
    }

    private void VisitZettel(ZettelBlock block)
    {
        var line = Lines(block).FirstOrDefault();
        var entry = line is null ? null : _reader.Read(line, LinePlace.Zettel);
        var at = context.Range(block.Span.Start, block.Span.Length);
        entry ??= new() { Kind = EntryKind.Zettel, At = at, EndLine = at.Line, Section = -1, Title = block.Id.Text, DisplayTitle = block.Id.Text };
        Add(entry with { Kind = EntryKind.Zettel, At = at, Zettel = block.Id });
        _zettel = new(_entries.Count - 1);
    }

    /// <summary>An item that is an entry of its own ends the notes of the zettel; a URL directly below belongs to it.</summary>
    private void VisitItemAfterZettel(ItemBlock item)
    {
        var entry = ReadItem(item);
        if (entry is { Kind: EntryKind.Url } && item.Count == 1 && !IsBlankBefore(item))
        {
            _zettel!.Related.AddRange(LinksOf(item));
            _zettel.EndLine = LineOf(item.Span.End);
            return;
        }

        if (entry is null or { Kind: EntryKind.Plain } && !HoldsEntry(item))
        {
            AddNote(item);
            return;
        }

        EndZettel();
        VisitItem(item, entry);
    }

    private bool HoldsEntry(ItemBlock item) =>
        item.Descendants<ItemBlock>().Any(nested => nested is [ParagraphBlock first, ..] && Lines(first) is [{ First: ResourceInline or LabelledLink }, ..]);

    private void AddNote(Block block)
    {
        _zettel!.Blocks.Add(block);
        _zettel.EndLine = LineOf(block.Span.End);
        foreach (var leaf in block.Descendants<ParagraphBlock>().Prepend(block as ParagraphBlock).OfType<ParagraphBlock>())
            ReadDefinitions(leaf, leaf.Parent is ItemBlock);
    }

    private void EndZettel()
    {
        if (_zettel is not { } notes)
            return;
        _zettel = null;
        var entry = _entries[notes.Entry];
        _entries[notes.Entry] = entry with
        {
            EndLine = Math.Max(entry.EndLine, notes.EndLine),
            Notes = SourceOf(notes.Blocks),
            NoteBlocks = notes.Blocks,
            Related = notes.Related.Count > 0 ? [.. entry.Related, .. notes.Related] : entry.Related,
        };
    }

    private void VisitItem(ItemBlock item) => VisitItem(item, ReadItem(item));

    private void VisitItem(ItemBlock item, Entry? entry)
    {
        var first = item.Count > 0 ? item[0] as ParagraphBlock : null;
        if (first is not null && (entry is null || entry.Kind == EntryKind.Plain) && ReadDefinitions(first, isItem: true))
            entry = null;
        if (entry is null)
        {
            foreach (var child in item)
            {
                if (child != first)
                    Visit(child);
            }

            return;
        }

        var index = _entries.Count;
        Add(entry);
        SplitFirstLine.Of(item);
        var notes = new List<Block>();
        var related = new List<Link>(entry.Related);
        foreach (var child in item.Skip(1))
        {
            if (child is ItemBlock nested && ReadItem(nested) is { Kind: not EntryKind.Plain } inner)
            {
                if (inner.Kind == EntryKind.Url || (inner.Kind == EntryKind.MdLink && RelatedLabels.Contains(inner.Title)))
                    related.AddRange(LinksOf(nested));
                else
                    VisitItem(nested, inner);
            }
            else
            {
                notes.Add(child);
            }
        }

        _entries[index] = _entries[index] with { EndLine = LineOf(item.Span.End), Notes = SourceOf(notes), NoteBlocks = notes, Related = related };
    }

    private void VisitAdmonition(AdmonitionBlock admonition)
    {
        var lines = admonition.Heading is { } title ? Lines(title) : [];
        var entry = lines.Count > 0 ? _reader.Read(lines[0], LinePlace.Admonition) : null;
        var body = admonition.Where(child => child is not AdmonitionTitle).ToList();
        if (entry is null or { Kind: EntryKind.Plain })
        {
            body.ForEach(Visit);
            return;
        }

        var at = context.Range(admonition.Span.Start, admonition.Span.Length);
        Add(entry with
        {
            Kind = EntryKind.Admonition,
            At = at,
            EndLine = LineOf(admonition.Span.End),
            AdmonitionKind = admonition.Kind,
            Collapsed = admonition.Collapsed,
            Trailing = entry.Trailing is { } trailing ? OneLine.Of(trailing) : null,
            Notes = SourceOf(body),
            NoteBlocks = body,
            Related = [.. entry.Related, .. body.SelectMany(LinksOf).Where(link => link.Form is LinkForm.Markdown or LinkForm.Bare or LinkForm.Autolink)],
        });
    }

    private void VisitParagraph(ParagraphBlock paragraph)
    {
        var lines = Lines(paragraph);
        if (context.Dialect == Dialect.Slides && lines.Count == 1 && SlideTitles.IsTitle(paragraph, lines[0], _index, context))
        {
            _outline.SlideTitle(paragraph, InlineText.Of(lines[0].Content).TrimEnd(':'));
            return;
        }

        LineView? previous = null;
        foreach (var line in lines)
        {
            if (context.Dialect == Dialect.Zortex && paragraph.Parent == syntax && Labels.TryRead(line, context, out var label))
                _outline.Label(new(line.Start, line.End - 1), label);
            else if (DefinitionReader.Read(line, isItem: false, context) is { } definition)
                _definitions.Add(definition);
            else if ((_reader.Read(line, LinePlace.Paragraph) ?? (lines.Count == 1 ? _reader.ReadClosingLink(line) : null)) is { } entry)
                Add(Labels.WithLabelledNote(entry, previous, context));
            previous = line;
        }
    }

    private bool ReadDefinitions(ParagraphBlock paragraph, bool isItem)
    {
        var before = _definitions.Count;
        foreach (var line in Lines(paragraph))
        {
            if (DefinitionReader.Read(line, isItem, context) is { } definition)
                _definitions.Add(definition);
        }

        return _definitions.Count > before;
    }

    private List<LineView> Lines(LeafBlock leaf)
    {
        if (!ReferenceEquals(_linesOf.Leaf, leaf))
            _linesOf = (leaf, LineView.Of(leaf));
        return _linesOf.Lines;
    }

    private Entry? ReadItem(ItemBlock item) =>
        item.Count > 0 && item[0] is ParagraphBlock paragraph && Lines(paragraph) is [var line, ..] && _reader.Read(line, LinePlace.Item) is { } entry
            ? entry with { At = context.Range(item.Span.Start, entry.At.End - item.Span.Start) }
            : null;

    /// <summary>A quotation at the margin, between an entry's item and the next item, comments on the entry.</summary>
    private bool IsNoteOnPreviousItem(int index) =>
        index > 0 && index + 1 < syntax.Count
        && syntax[index - 1] is ItemBlock item && syntax[index + 1] is ItemBlock
        && _entries is [.., { Kind: not (EntryKind.Plain or EntryKind.Url) } last] && last.At.Offset == item.Span.Start;

    private void BindQuote(QuoteBlock quote)
    {
        context.Report(DiagnosticCodes.QuoteBound, quote.Span.Start, 1, "this quotation is taken for a note on the entry above", "an indented quotation", "  > …");
        var entry = _entries[^1];
        IReadOnlyList<Block> notes = [.. entry.NoteBlocks, quote];
        _entries[^1] = entry with { NoteBlocks = notes, Notes = SourceOf(notes), EndLine = LineOf(quote.Span.End) };
    }

    /// <summary>Sections between a zettel with notes and the next entry go on with what the zettel is about.</summary>
    private void MarkSectionsAboutZettels()
    {
        var next = int.MaxValue;
        var section = _outline.Sections.Count - 1;
        for (var i = _entries.Count - 1; i >= 0; i--)
        {
            var entry = _entries[i];
            for (; section >= 0 && _outline.Sections[section].At.Line > entry.EndLine; section--)
            {
                if (entry is { Kind: EntryKind.Zettel, Notes: not null } && next < int.MaxValue && _outline.Sections[section].EndLine < next)
                    _outline.MarkAbout(section, i);
            }

            if (entry.Kind != EntryKind.Plain)
                next = entry.At.Line;
        }
    }

    private void Add(Entry entry) =>
        _entries.Add(entry with { Section = _outline.Current, InheritedTags = [.. _documentTags, .. _outline.InheritedTags()] });

    private List<Link> LinksOf(Block block) => ContentReader.LinksOf(block, context);

    /// <summary>The whole lines of the blocks; what stands between two of them is left out, unless it is white space.</summary>
    private string? SourceOf(IReadOnlyList<Block> blocks)
    {
        var text = new StringBuilder();
        var at = 0;
        foreach (var block in blocks)
        {
            var start = Math.Max(at, context.Source.LineStart(LineOf(block.Span.Start)));
            var gap = context.Source.Text.AsSpan(at, start - at);
            if (text.Length > 0)
                text.Append(gap.IsWhiteSpace() ? gap : "\n");
            at = Math.Max(start, block.Span.End + 1);
            text.Append(context.Source.Text, start, at - start);
        }

        var source = text.ToString().TrimEnd();
        return source.Length > 0 ? source : null;
    }

    private bool IsBlankBefore(Block block) => LineOf(block.Span.Start) is var line and > 1 && context.Source.Line(line - 1).IsWhiteSpace();

    private int LineOf(int offset) => context.Source.Locate(Math.Clamp(offset, 0, context.Source.Text.Length)).Line;

    private static string? NonEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static IEnumerable<string> FrontTags(Model.FrontMatter front) => front.Values.GetValueOrDefault("tags") switch
    {
        string text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        IEnumerable<object?> list => list.OfType<string>(),
        _ => [],
    };

    /// <summary>What follows the zettel line that is being read.</summary>
    private sealed class ZettelNotes(int entry)
    {
        public int Entry { get; } = entry;

        public List<Block> Blocks { get; } = [];

        public List<Link> Related { get; } = [];

        public int EndLine { get; set; }
    }
}
