namespace Lectern.Search.Engines;

/// <summary>A library that keeps an inverted index in a folder. It is given tokens and query trees and knows nothing of texts.</summary>
public interface ISearchEngine
{
    string Name { get; }

    /// <summary>The most that a score may be off the formulas, as a share of it.</summary>
    double Precision { get; }

    /// <summary>An empty index in a folder, or the one that is there.</summary>
    IEngineWriter Write(string folder, bool create);

    IEngineReader Read(string folder);
}

/// <summary>Changes one index. Nothing counts before <see cref="Finish"/>; disposing without it leaves the index as it was.</summary>
public interface IEngineWriter : IDisposable
{
    void Add(EngineDocument document);

    /// <summary>By the number it was added with.</summary>
    void Delete(int number);

    /// <summary>Writes the index as one segment without deleted documents.</summary>
    void Finish();
}

/// <summary>One state of an index. Documents are known by the numbers they were added with.</summary>
public interface IEngineReader : IDisposable
{
    int DocumentCount { get; }

    /// <summary>Every document that matches with its score, in no order; not all where the time ran out.</summary>
    EngineHits Search(Queries.QueryNode query, TimeSpan limit);

    /// <summary>How a document came by its score, as indented lines.</summary>
    string Explain(Queries.QueryNode query, int number);

    /// <summary>The first terms of a field that start with a prefix, in ordinal order.</summary>
    IReadOnlyList<TermCount> Terms(string field, string prefix, int limit);

    int DocumentFrequency(string field, string term);

    FieldPostings Postings(string field);
}

/// <summary>A term and the number of documents with it.</summary>
public sealed record TermCount(string Term, int Documents);

public sealed record EngineHits(int[] Numbers, double[] Scores, bool Complete);

/// <summary>A whole field: a norm byte for each document number (empty where the field has none), and the terms.</summary>
public sealed record FieldPostings(IReadOnlyDictionary<int, byte> Norms, IReadOnlyList<TermPostings> Terms);

public sealed record TermPostings(string Term, IReadOnlyList<Posting> Postings);

/// <summary>A document with a term, and where; a field without positions has one position 0.</summary>
public readonly record struct Posting(int Number, int[] Positions);
