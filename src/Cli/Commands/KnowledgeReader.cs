using Lectern.Catalog;
using Lectern.Cli.Output;
using Lectern.Cli.Sources;

namespace Lectern.Cli.Commands;

/// <summary>The knowledge base of the <c>--source</c> options, for the commands that ask it something.</summary>
internal static class KnowledgeReader
{
    public static (KnowledgeBase Knowledge, SourceSet Sources) Read(CommandContext context, string[] sources)
    {
        var set = SourceFolder.Find(sources, context.WorkingFolder);
        if (set.Files.Count == 0)
            throw new CommandException($"{string.Join(", ", set.Roots)}: no reading lists (.md, .markdown, .txt, .zortex)", ExitCode.Failed);
        return (KnowledgeBase.From(new DocumentCache().Read(set.Files, context.Cancel)), set);
    }

    /// <summary>For completions: what there is to choose from, or nothing where there is no knowledge base.</summary>
    public static IEnumerable<string> Suggest(CommandContext context, Func<KnowledgeBase, IEnumerable<string>> names)
    {
        try
        {
            return names(Read(context, []).Knowledge);
        }
        catch (Exception e) when (e is CommandException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
