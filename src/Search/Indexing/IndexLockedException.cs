namespace Lectern.Search.Indexing;

/// <summary>Another program is writing the index.</summary>
public sealed class IndexLockedException(string folder)
    : IOException($"another program is writing the index in {folder}; wait for it to end, then try again");
