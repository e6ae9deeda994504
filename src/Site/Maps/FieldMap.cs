using Lectern.Catalog;

namespace Lectern.Site.Maps;

/// <summary>Topics and where their works stand; made elsewhere and handed to the site.</summary>
public sealed record FieldMap(IReadOnlyList<FieldTopic> Topics);

public sealed record FieldTopic(string Name, IReadOnlyList<FieldPlace> Places);

/// <summary>A work by its identifier. Coordinates from 0 to 1, from the left and from the top.</summary>
public sealed record FieldPlace(string PaperId, double X, double Y);

/// <summary>Makes maps of knowledge bases. The same one gives the same map.</summary>
public interface IFieldMapper
{
    /// <summary>Null where there is too little to show.</summary>
    FieldMap? Map(KnowledgeBase knowledge);
}
