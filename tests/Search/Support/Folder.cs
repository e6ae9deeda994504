namespace Lectern.Search.Tests.Support;

/// <summary>An empty folder that is deleted in the end.</summary>
public sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("lectern-search-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
