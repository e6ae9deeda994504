using Lectern.Catalog;
using Lectern.Cli.Sources;

namespace Lectern.Cli.Commands;

/// <summary>The knowledge base of the <c>--source</c> options, for the commands that ask it something.</summary>
internal static class KnowledgeReader
{
    public static (KnowledgeBase Knowledge, SourceSet Sources) Read(CommandContext context, string[] sources)
    {
        var set = Find(context, sources);
        return (Read(context, set), set);
    }

    public static SourceSet Find(CommandContext context, string[] sources)
    {
        var set = SourceFolder.Find(sources, context.WorkingFolder);
        return set.Files.Count > 0 ? set
            : throw new CommandException($"{string.Join(", ", set.Roots)}: no reading lists (.md, .markdown, .txt, .zortex)", ExitCode.Failed);
    }

    public static KnowledgeBase Read(CommandContext context, SourceSet sources) =>
        KnowledgeBase.From(new DocumentCache().Read(sources.Files, context.Cancel));

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
