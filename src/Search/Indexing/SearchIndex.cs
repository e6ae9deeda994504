using Lectern.Search.Engines;

namespace Lectern.Search.Indexing;

/// <summary>One state of an index, open for reading. It stays readable while a newer one takes its place.</summary>
public sealed class SearchIndex : IDisposable
{
    private const int Attempts = 3;

    private SearchIndex(IEngineReader reader, Catalogue catalogue) => (Reader, Catalogue) = (reader, catalogue);

    public IEngineReader Reader { get; }

    /// <summary>Of the sources that the index was made from.</summary>
    public string Stamp => Catalogue.Stamp;

    public int PageCount => Catalogue.Pages.Count;

    internal Catalogue Catalogue { get; }

    /// <param name="problem">Why there is an index but none that can be read; null where there simply is none.</param>
    /// <returns>Null where no sound index is there.</returns>
    public static SearchIndex? Open(string folder, ISearchEngine engine, out string? problem)
    {
        problem = null;
        for (var attempt = 1; ; attempt++)
        {
            if (new Generations(folder).Current() is not { } current)
                return null;
            try
            {
                problem = Directory.Exists(current) ? Manifest.Problem(current, engine.Name) : "the folder it names is missing";
                if (problem is null)
                    return new(engine.Read(Path.Combine(current, IndexWriter.EngineFolder)), Catalogue.Open(current));
            }
            catch (Exception e) when (e is IOException or EngineException or ArgumentException or OverflowException or FormatException or UnauthorizedAccessException)
            {
                problem = e.Message;
            }

            // A writer may have put a newer index in place of the one that was being opened.
            if (attempt == Attempts || new Generations(folder).Current() == current)
                return null;
        }
    }

    public void Dispose()
    {
        Reader.Dispose();
        Catalogue.Dispose();
    }
}
