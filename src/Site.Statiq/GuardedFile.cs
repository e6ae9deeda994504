using Statiq.Common;

namespace Lectern.Site.Statiq;

/// <summary>A file that asks before it is written or deleted.</summary>
internal sealed class GuardedFile(IFile file, WriteGuard guard) : IFile
{
    public NormalizedPath Path => file.Path;

    public IDirectory Directory => file.Directory;

    public bool Exists => file.Exists;

    public long Length => file.Length;

    public string MediaType => file.MediaType;

    public DateTime LastWriteTime => file.LastWriteTime;

    public DateTime CreationTime => file.CreationTime;

    public void Delete()
    {
        guard.Keep(file.Path);
        file.Delete();
    }

    public Task<string> ReadAllTextAsync(CancellationToken cancellationToken = default) => file.ReadAllTextAsync(cancellationToken);

    public Task<byte[]> ReadAllBytesAsync(CancellationToken cancellationToken = default) => file.ReadAllBytesAsync(cancellationToken);

    public Stream OpenRead() => file.OpenRead();

    public TextReader OpenText() => file.OpenText();

    public Task WriteAllTextAsync(string contents, bool createDirectory = true, CancellationToken cancellationToken = default) =>
        ToWrite().WriteAllTextAsync(contents, createDirectory, cancellationToken);

    public Task WriteAllBytesAsync(byte[] bytes, bool createDirectory = true, CancellationToken cancellationToken = default) =>
        ToWrite().WriteAllBytesAsync(bytes, createDirectory, cancellationToken);

    public Stream OpenWrite(bool createDirectory = true) => ToWrite().OpenWrite(createDirectory);

    public Stream OpenAppend(bool createDirectory = true) => ToWrite(append: true).OpenAppend(createDirectory);

    public Stream Open(bool createDirectory = true) => ToWrite().Open(createDirectory);

    public void Refresh() => file.Refresh();

    public IContentProvider GetContentProvider() => file.GetContentProvider();

    public IContentProvider GetContentProvider(string mediaType) => file.GetContentProvider(mediaType);

    public Task<int> GetCacheCodeAsync() => file.GetCacheCodeAsync();

    public string ToDisplayString() => file.ToDisplayString();

    public override string ToString() => file.ToString()!;

    private IFile ToWrite(bool append = false)
    {
        guard.Claim(file.Path, append);
        return file;
    }
}
