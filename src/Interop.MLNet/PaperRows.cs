using Lectern.Catalog;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Lectern.Interop.MLNet;

/// <summary>A knowledge base as rows, and rows as a data view.</summary>
public static class PaperRows
{
    /// <summary>One row per work, in the order of their identifiers, without vectors.</summary>
    public static IReadOnlyList<PaperRow> Of(KnowledgeBase knowledge) =>
    [
        .. knowledge.Papers.AsParallel().Select(paper => new PaperRow
        {
            Id = paper.Id,
            Title = paper.Title,
            Text = PaperText.Of(paper),
            Tags = [.. paper.Tags],
            Year = paper.Year ?? float.NaN,
        }).OrderBy(row => row.Id, StringComparer.Ordinal),
    ];

    /// <summary>The rows as ML.NET reads them. Vectors have to be of one length; the column then has that length as its size.</summary>
    public static IDataView View(MLContext context, IReadOnlyList<PaperRow> rows)
    {
        var sizes = rows.Select(row => row.Vector.Length).Distinct().ToList();
        if (sizes.Count > 1)
            throw new ArgumentException($"The vectors of the rows are of the lengths {string.Join(", ", sizes.Order())}; they have to be of one.", nameof(rows));
        var schema = SchemaDefinition.Create(typeof(PaperRow));
        schema[nameof(PaperRow.Vector)].ColumnType = sizes is [> 0 and var size] ? new VectorDataViewType(NumberDataViewType.Single, size) : new VectorDataViewType(NumberDataViewType.Single);
        return context.Data.LoadFromEnumerable(rows, schema);
    }
}
