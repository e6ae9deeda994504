using Lectern.Catalog;
using Lectern.Interop.MLNet;
using Lectern.Site.Maps;

namespace Lectern.Cli.Maps.MLNet;

/// <summary>Topics found by ML.NET, as the site shows them.</summary>
internal sealed class MLNetMapper : IFieldMapper
{
    public FieldMap? Map(KnowledgeBase knowledge) => TopicMaker.Make(PaperSpace.Of(PaperRows.Of(knowledge))) is { } map
        ? new([.. map.Topics.Select(topic => new FieldTopic(topic.Name, [.. topic.Papers.Select(paper => new FieldPlace(paper.Id, paper.X, paper.Y))]))])
        : null;
}
