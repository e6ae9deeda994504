namespace Lectern.Search.Indexing;

/// <summary>What writing an index did.</summary>
/// <param name="Problem">Why an index that was there could not be used; null where it could, or where there was none.</param>
public sealed record IndexUpdate(int Pages, int Sections, int Added, int Changed, int Removed, bool Fresh, string? Problem);
