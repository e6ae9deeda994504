using Lectern.Catalog;

namespace Lectern.Site.Maps;

/// <summary>A topic with the works of it that there are, in the order of all works.</summary>
public sealed record PlacedTopic(int Number, string Name, IReadOnlyList<PlacedWork> Works)
{
    public string Anchor => $"topic-{Number}";

    /// <summary>What a map says of this knowledge base; a work that it does not know is left out, and so is a topic without works.</summary>
    public static IReadOnlyList<PlacedTopic> Of(FieldMap? map, KnowledgeBase knowledge)
    {
        var known = knowledge.Papers.Index().DistinctBy(it => it.Item.Id).ToDictionary(it => it.Item.Id, StringComparer.Ordinal);
        var topics = (map?.Topics ?? []).Select(topic => (topic.Name, Works: topic.Places.Where(place => known.ContainsKey(place.PaperId) && double.IsFinite(place.X) && double.IsFinite(place.Y))
            .OrderBy(place => known[place.PaperId].Index)
            .Select(place => new PlacedWork(known[place.PaperId].Item, Math.Clamp(place.X, 0, 1), Math.Clamp(place.Y, 0, 1))).ToList()));
        return [.. topics.Where(topic => topic.Works.Count > 0).Select((topic, i) => new PlacedTopic(i + 1, topic.Name, topic.Works))];
    }
}

public sealed record PlacedWork(Paper Paper, double X, double Y);
