using Lectern.Model;
using Lectern.Rendering;

namespace Lectern.Parser.Tests.Specs;

public sealed class SpecTests
{
    public static TheoryData<SpecExample> Examples() => new(SpecExample.All());

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example(SpecExample example)
    {
        var document = NotationParser.Parse("spec.md", example.Notation);
        if (example.Model is { } model)
            Assert.Equal(model.Trim(), ModelPrinter.Print(document).Trim());
        if (example.Html is { } html)
            Assert.Equal(html.Trim(), new ProseRenderer(new PlainHost()).Blocks(document.Syntax).Trim());
    }

    [Fact]
    public void EveryExampleStatesAModelOrHtml() => Assert.All(SpecExample.All(), example => Assert.True(example.Model is not null || example.Html is not null, example.ToString()));

    [Fact]
    public void EveryDiagnosticOfTheParserHasAnExample()
    {
        var shown = SpecExample.All().SelectMany(example => NotationParser.Parse("spec.md", example.Notation).Diagnostics).Select(d => d.Code).ToHashSet();
        // Bytes that are not UTF-8 cannot stand in a specification; SourceTextTests has them.
        var missing = DiagnosticCodes.All.Where(code => code.Id.StartsWith("LEC1", StringComparison.Ordinal) && !shown.Contains(code) && code != DiagnosticCodes.EncodingInvalid);
        Assert.Empty(missing.Select(code => code.Name));
    }
}
