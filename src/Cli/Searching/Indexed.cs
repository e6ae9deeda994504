using Lectern.Catalog;
using Lectern.Cli.Commands;
using Lectern.Cli.Sources;
using Lectern.Code;

namespace Lectern.Cli.Searching;

/// <summary>What an index is made of.</summary>
internal sealed record Indexed(KnowledgeBase Knowledge, IReadOnlyList<Implementation> Implementations)
{
    public static Indexed Read(CommandContext context, SourceSet sources) => new(
        KnowledgeReader.Read(context, sources),
        sources.SettingsFolder is { } root ? new ImplementationReader(root).Read() : []);
}
