using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lectern.Code.Source;

/// <summary>C# to what a page shows of it. The compiler's parser reads the text; nothing is bound or compiled.</summary>
public static class CodeReader
{
    private const string Formula = "eq-";

    public static CodeFile Read(string path, string text)
    {
        text = text.ReplaceLineEndings("\n");
        var tree = CSharpSyntaxTree.ParseText(text);
        var root = tree.GetCompilationUnitRoot();
        var regions = Regions(root, text);
        return new(
            path, text, Header(root), CodeClassifier.Spans(root), regions,
            [.. Comments.Departures(root).Select(found => found with { Region = regions.LastOrDefault(r => found.Start >= r.Start && found.Start < r.End)?.Name })],
            [.. tree.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(Message)]);
    }

    private static List<CodeRegion> Regions(CompilationUnitSyntax root, string text)
    {
        var regions = new List<CodeRegion>();
        for (var directive = root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            if (directive is not RegionDirectiveTriviaSyntax region || Name(region) is not { } name || !name.StartsWith(Formula, StringComparison.Ordinal))
                continue;
            var start = Math.Min(region.FullSpan.End, text.Length);
            var end = region.GetRelatedDirectives().OfType<EndRegionDirectiveTriviaSyntax>().FirstOrDefault()?.HashToken.SpanStart ?? text.Length;
            end = text.LastIndexOf('\n', Math.Max(start, end - 1), Math.Max(start, end - 1) - start + 1) + 1;
            regions.Add(new(name, start, Math.Max(0, end - start), region.GetLocation().GetLineSpan().StartLinePosition.Line + 1));
        }

        return regions;
    }

    private static string? Name(RegionDirectiveTriviaSyntax region) =>
        region.EndOfDirectiveToken.LeadingTrivia.FirstOrDefault(t => t.IsKind(SyntaxKind.PreprocessingMessageTrivia)).ToString().Split(' ')[0];

    private static string Header(CompilationUnitSyntax root)
    {
        var lines = root.GetLeadingTrivia().TakeWhile(t => t.IsKind(SyntaxKind.SingleLineCommentTrivia) || t.IsKind(SyntaxKind.EndOfLineTrivia) || t.IsKind(SyntaxKind.WhitespaceTrivia))
            .Where(t => t.IsKind(SyntaxKind.SingleLineCommentTrivia)).Select(t => t.ToString().TrimStart('/').Trim());
        return string.Join('\n', lines);
    }

    private static string Message(Diagnostic error)
    {
        var at = error.Location.GetLineSpan().StartLinePosition;
        return $"{at.Line + 1}:{at.Character + 1}: {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
    }
}
