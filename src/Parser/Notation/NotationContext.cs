using Lectern.Model;
using Lectern.Text;
using Markdig;
using Markdig.Parsers;

namespace Lectern.Notation;

/// <summary>What the parsers of all forms share while one source is read: its dialect and the findings so far.</summary>
internal sealed class NotationContext(SourceText source, Dialect dialect, KnownTitle? knownTitle = null) : MarkdownParserContext
{
    /// <summary>Deepest nesting of items and quotes. Below it a marker is text, so that no input exhausts the stack.</summary>
    public const int MaximumDepth = 64;

    private readonly List<Diagnostic> _findings = [];

    public SourceText Source { get; } = source;

    public Dialect Dialect { get; } = dialect;

    /// <summary>Tells a title that stands alone from a thought.</summary>
    public KnownTitle KnownTitle { get; } = knownTitle ?? (_ => 0);

    public IReadOnlyList<Diagnostic> Findings => _findings;

    public InlineScan Scan { get; } = new();

    public InlineNesting Nesting { get; } = new();

    /// <summary>The leaf in which the search for the end of a comment failed.</summary>
    public Markdig.Syntax.LeafBlock? NoCommentEndIn { get; set; }

    public static NotationContext Of(BlockProcessor processor) => (NotationContext)processor.Context!;

    public static NotationContext Of(InlineProcessor processor) => (NotationContext)processor.Context!;

    public void Report(DiagnosticCode code, int offset, int length, string message, string? expected = null, string? suggestion = null) =>
        _findings.Add(new(code, Source.Path, Range(offset, length), message, expected, suggestion));

    public SourceRange Range(int offset, int length)
    {
        var (line, column) = Source.Locate(offset);
        return new(line, column, offset, length);
    }
}
