using Lucene.Net.Documents;
using Lucene.Net.Index;

namespace Lectern.Search.Engines.LuceneNet;

internal sealed class LuceneNetWriter(IndexWriter writer) : IEngineWriter
{
    private bool _finished;

    public void Add(EngineDocument document)
    {
        var added = new Document
        {
            new StoredField("key", document.Key),
            new StringField(LuceneNetEngine.Number, document.Number.ToString(), Lucene.Net.Documents.Field.Store.NO),
        };
        foreach (var (field, boost, tokens) in document.Fields)
        {
            var type = new FieldType(TextField.TYPE_NOT_STORED)
            {
                OmitNorms = !field.HasNorms,
                IndexOptions = field.HasPositions ? IndexOptions.DOCS_AND_FREQS_AND_POSITIONS : IndexOptions.DOCS_ONLY,
            };
            var written = new Lucene.Net.Documents.Field(field.Name, new WrittenTokens(tokens), type);
            if (field.HasNorms)
                written.Boost = (float)boost;
            added.Add(written);
        }

        writer.AddDocument(added);
    }

    public void Delete(int number) => writer.DeleteDocuments(new Term(LuceneNetEngine.Number, number.ToString()));

    public void Finish()
    {
        writer.ForceMerge(1);
        writer.Commit();
        _finished = true;
    }

    public void Dispose()
    {
        if (!_finished)
            writer.Rollback();
        writer.Dispose();
        writer.Directory.Dispose();
    }
}
