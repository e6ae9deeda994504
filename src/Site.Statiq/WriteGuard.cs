using System.Collections.Concurrent;
using Lectern.Site.Output;
using Statiq.Common;

namespace Lectern.Site.Statiq;

/// <summary>
/// Lets each file of the site be written once, nothing outside of it, and nothing be deleted, where Statiq itself warns or
/// says nothing. What is appended to may be appended to again.
/// </summary>
internal sealed class WriteGuard
{
    private readonly ConcurrentDictionary<string, bool> _appended = new(
        OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase) { [SiteWriter.Marker] = false };

    private NormalizedPath _output;
    private NormalizedPath _scratch;

    /// <summary>Paths of the files that were written, from the root of the site.</summary>
    public IEnumerable<string> Written => _appended.Keys;

    public IFileProvider Around(IFileProvider files, string output, string scratch)
    {
        (_output, _scratch) = (output, scratch);
        return new GuardedFiles(files, this);
    }

    public void Claim(NormalizedPath path, bool append)
    {
        if (_scratch.ContainsDescendantOrSelf(path))
            return;
        if (!_output.ContainsDescendant(path))
            throw new ExecutionException($"'{path}' would lie outside of the site");
        var name = _output.GetRelativePath(path).FullPath;
        if (!_appended.TryAdd(name, append) && !(append && _appended[name]))
            throw new ExecutionException($"'{name}' is written twice; two documents have this destination");
    }

    public void Keep(NormalizedPath path)
    {
        if (!_scratch.ContainsDescendantOrSelf(path))
            throw new ExecutionException($"'{path}' would be deleted; pipelines delete temporary files only");
    }

    private sealed class GuardedFiles(IFileProvider files, WriteGuard guard) : IFileProvider
    {
        public IFile GetFile(NormalizedPath path) => new GuardedFile(files.GetFile(path), guard);

        public IDirectory GetDirectory(NormalizedPath path) => files.GetDirectory(path);
    }
}
