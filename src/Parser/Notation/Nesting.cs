using Lectern.Model;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Lectern.Notation;

internal static class Nesting
{
    /// <summary>Whether one more container may open here; the first refusal on a line is reported.</summary>
    public static bool MayOpen(BlockProcessor processor)
    {
        var depth = 0;
        for (ContainerBlock? block = processor.GetCurrentContainerOpened(); block is not null; block = block.Parent)
            depth++;
        if (depth <= NotationContext.MaximumDepth)
            return true;
        var context = NotationContext.Of(processor);
        if (context.Findings.Count == 0 || context.Findings[^1].Code != DiagnosticCodes.NestingTooDeep)
        {
            context.Report(
                DiagnosticCodes.NestingTooDeep, processor.Start, 1, $"more than {NotationContext.MaximumDepth} levels are nested here; the rest is read as text");
        }

        return false;
    }
}
