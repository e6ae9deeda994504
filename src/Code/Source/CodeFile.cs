namespace Lectern.Code.Source;

/// <summary>One file of an implementation, read as text and parsed, never compiled.</summary>
/// <param name="Path">From the root of the repository, with forward slashes.</param>
/// <param name="Header">The comment at the top, without its slashes.</param>
/// <param name="Spans">In the order of the text, without overlap.</param>
/// <param name="Errors">What the compiler's parser could not read, as <c>line:column: message</c>.</param>
public sealed record CodeFile(
    string Path,
    string Text,
    string Header,
    IReadOnlyList<CodeSpan> Spans,
    IReadOnlyList<CodeRegion> Regions,
    IReadOnlyList<Departure> Departures,
    IReadOnlyList<string> Errors)
{
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>The paper whose note a file is read with: <c>LlmInt8.cs</c> belongs to <c>llm-int8</c>.</summary>
    public string PaperId => TypeName.Id(System.IO.Path.GetFileNameWithoutExtension(Path));

    /// <summary>Where the whole file stands on the page of the paper.</summary>
    public string Anchor => $"code-{PaperId}";

    /// <summary>Where a region stands beside its formula on the page of the paper.</summary>
    public string AnchorOf(CodeRegion region) => $"{Anchor}-{region.Name}";

    public int LineCount => Text.AsSpan().TrimEnd('\n').Count('\n') + 1;
}

/// <summary>The lines between <c>#region eq-…</c> and its end.</summary>
/// <param name="Name">The name of the formula: <c>eq-slopes</c>.</param>
/// <param name="Start">Where its first line begins in the text of the file.</param>
/// <param name="Line">The line of the directive, from 1.</param>
public sealed record CodeRegion(string Name, int Start, int Length, int Line)
{
    public int End => Start + Length;
}

/// <summary>A place at which the code does something other than the paper.</summary>
/// <param name="Text">What the comment says after <c>DEPARTS:</c>.</param>
/// <param name="Region">The formula it belongs to; null outside of regions.</param>
public sealed record Departure(string Text, int Start, int Line, string? Region);
