using Lectern.Text;
using Markdig.Syntax;

namespace Lectern.Model;

/// <summary>How the author writes; decided once per file, it settles the few forms that mean different things.</summary>
public enum Dialect
{
    /// <summary>The notation proper: zettel lines, tag groups, <c>[title]{key=value;}</c>, <c>:=</c>.</summary>
    Zortex,

    /// <summary>A slide deck turned into text: titles without markup, one-space nesting.</summary>
    Slides,

    /// <summary>Nested bullets and nothing else.</summary>
    Bullets,

    /// <summary>GitHub's Markdown.</summary>
    Gfm,

    /// <summary>MkDocs with admonitions.</summary>
    MkDocs,
}

/// <summary>Everything one file says, with the place of every fact.</summary>
public sealed class Document
{
    public required SourceText Source { get; init; }

    public string Path => Source.Path;

    public required Dialect Dialect { get; init; }

    /// <summary>From the front matter, the first <c>@@</c> header or the first heading of level 1; else null.</summary>
    public required string? Title { get; init; }

    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>Tags of the front matter and of <c>@tag</c> lines; every entry inherits them.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    public required FrontMatter FrontMatter { get; init; }

    /// <summary>The outline in source order.</summary>
    public required IReadOnlyList<Section> Sections { get; init; }

    public required IReadOnlyList<Entry> Entries { get; init; }

    public required IReadOnlyList<Definition> Definitions { get; init; }

    public required IReadOnlyList<Link> Links { get; init; }

    public required IReadOnlyList<Formula> Math { get; init; }

    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>The syntax tree the model was read from.</summary>
    public required MarkdownDocument Syntax { get; init; }
}

/// <summary>The YAML block at the head of a file. Values are strings, lists or nested maps as written.</summary>
public sealed record FrontMatter(IReadOnlyDictionary<string, object?> Values)
{
    public static readonly FrontMatter Empty = new(new Dictionary<string, object?>());

    /// <summary>The value as text; null where the key is absent or not a plain value.</summary>
    public string? Text(string key) => Values.GetValueOrDefault(key) as string;
}

public enum SectionForm
{
    Atx,
    Bold,
    Label,
    SlideTitle,
}

/// <summary>A stretch of a document under one heading. <see cref="Parent"/> is an index into the outline, -1 at the top.</summary>
public sealed record Section(
    SectionForm Form, int Level, string Text, string Slug, IReadOnlyList<string> Tags, SourceRange At, int EndLine, int Parent)
{
    /// <summary>Index of the entry whose notes the section goes on with, -1 where it stands for itself.</summary>
    public int About { get; init; } = -1;
}

public enum DefinitionForm
{
    /// <summary><c>term := body</c></summary>
    Assignment,

    /// <summary><c>G_C: body</c></summary>
    Label,

    /// <summary><c>- term = body</c></summary>
    Equality,
}

public sealed record Definition(string Term, string Body, DefinitionForm Form, SourceRange At);

/// <summary>A formula; <see cref="Anchor"/> is the name given after the closing <c>$$</c>, as in <c>{#eq-loss}</c>.</summary>
public sealed record Formula(bool Display, string Tex, SourceRange At, string? Anchor);

public enum LinkForm
{
    /// <summary><c>[label](destination)</c></summary>
    Markdown,

    /// <summary>A URL standing by itself in the text.</summary>
    Bare,

    /// <summary><c>&lt;https://…&gt;</c></summary>
    Autolink,

    /// <summary><c>![alt](source){attributes}</c></summary>
    Image,

    /// <summary><c>&lt;img src="…"&gt;</c></summary>
    HtmlImage,

    /// <summary>The <c>ref</c> of a resource.</summary>
    Resource,

    /// <summary><c>[Name]</c></summary>
    Article,

    /// <summary><c>[z:HHMM.uUUgg.rrrrr]</c> inside text.</summary>
    Zettel,

    /// <summary>A tag of a tag group; only rendering asks where it leads.</summary>
    Tag,
}

/// <summary>
/// A link as written. <see cref="Resolved"/> is the destination that was meant where the written one is damaged or
/// hidden behind a redirect; the written one is never changed.
/// </summary>
public sealed record Link(LinkForm Form, string Label, string Destination, SourceRange At)
{
    public string? Resolved { get; init; }

    public bool Malformed { get; init; }

    public string Target => Resolved ?? Destination;
}
