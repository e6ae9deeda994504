using Markdig;
using Markdig.Syntax;
using Xunit.Abstractions;

namespace Lectern.Parser.Tests.Specs;

/// <summary>
/// One example of a specification: a <c>notation</c> fence, then a <c>model</c> fence, an <c>html</c> fence or both.
/// The heading above names the claim.
/// </summary>
public sealed class SpecExample : IXunitSerializable
{
    public string File { get; private set; } = "";

    public int Line { get; private set; }

    public string Claim { get; private set; } = "";

    public string Notation { get; private set; } = "";

    public string? Model { get; private set; }

    public string? Html { get; private set; }

    /// <summary>Examples of every file beside this one, in order.</summary>
    public static IEnumerable<SpecExample> All() =>
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Specs"), "*.md").Order(StringComparer.Ordinal).SelectMany(Read);

    public override string ToString() => $"{File}:{Line} {Claim}";

    public void Serialize(IXunitSerializationInfo info)
    {
        info.AddValue(nameof(File), File);
        info.AddValue(nameof(Line), Line);
        info.AddValue(nameof(Claim), Claim);
        info.AddValue(nameof(Notation), Notation);
        info.AddValue(nameof(Model), Model);
        info.AddValue(nameof(Html), Html);
    }

    public void Deserialize(IXunitSerializationInfo info)
    {
        File = info.GetValue<string>(nameof(File));
        Line = info.GetValue<int>(nameof(Line));
        Claim = info.GetValue<string>(nameof(Claim));
        Notation = info.GetValue<string>(nameof(Notation));
        Model = info.GetValue<string?>(nameof(Model));
        Html = info.GetValue<string?>(nameof(Html));
    }

    private static List<SpecExample> Read(string path)
    {
        var examples = new List<SpecExample>();
        var claim = "";
        foreach (var block in Markdown.Parse(System.IO.File.ReadAllText(path)))
        {
            if (block is HeadingBlock heading)
                claim = string.Concat(heading.Inline?.AsEnumerable() ?? []) ?? "";
            if (block is not FencedCodeBlock fence)
                continue;
            var text = fence.Lines.ToString();
            if (fence.Info == "notation")
                examples.Add(new() { File = Path.GetFileName(path), Line = fence.Line + 1, Claim = claim, Notation = Unescape(text) });
            else if (fence.Info == "model")
                examples[^1].Model = text;
            else if (fence.Info == "html")
                examples[^1].Html = text;
        }

        return examples;
    }

    /// <summary><c>␠</c> stands for a space at the end of a line, <c>␀</c> for NUL, <c>␍</c> for a carriage return.</summary>
    private static string Unescape(string text) => text.Replace('␠', ' ').Replace('␀', '\0').Replace('␍', '\r');
}
