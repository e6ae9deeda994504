namespace Lectern.Search.Engines.Lucene;

/// <summary>Debian's Lucene++, a port of Lucene 3.0 to C++ that computes scores in double precision.</summary>
public sealed class LuceneEngine : ISearchEngine
{
    /// <summary>The field whose only term is the number of a document.</summary>
    internal const string Number = "number";

    public string Name => "Lucene++ 3.0";

    public double Precision => 1e-9;

    public IEngineWriter Write(string folder, bool create) => new LuceneWriter(folder, create);

    public IEngineReader Read(string folder) => new LuceneReader(folder);
}
