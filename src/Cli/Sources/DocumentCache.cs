using System.Collections.Concurrent;
using System.Security;
using Lectern.Catalog;
using Lectern.Model;
using Lectern.Text;

namespace Lectern.Cli.Sources;

/// <summary>Parsed documents, read again only where the file has changed.</summary>
internal sealed class DocumentCache
{
    private readonly ConcurrentDictionary<SourceFile, (DateTime Written, long Length, Document Document)> _documents = new();

    /// <summary>In the order of the files. All files that cannot be read are reported at once.</summary>
    public IReadOnlyList<Document> Read(IReadOnlyList<SourceFile> files, CancellationToken cancel)
    {
        var documents = new Document[files.Count];
        var unreadable = new ConcurrentBag<string>();
        Parallel.For(0, files.Count, new ParallelOptions { CancellationToken = cancel }, i =>
        {
            try
            {
                documents[i] = Read(files[i]);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException)
            {
                unreadable.Add($"{files[i].Name}: cannot be read: {Reason(e)}");
            }
        });
        if (!unreadable.IsEmpty)
            throw new CommandException(string.Join('\n', unreadable.Order(StringComparer.Ordinal)), ExitCode.Failed, "lectern check PATH");
        return documents;
    }

    private Document Read(SourceFile file)
    {
        var info = new FileInfo(file.FullPath);
        var (written, length) = (info.LastWriteTimeUtc, info.Exists ? info.Length : -1);
        if (_documents.TryGetValue(file, out var known) && known.Written == written && known.Length == length)
            return known.Document;
        var source = SourceText.From(file.Name, File.ReadAllBytes(file.FullPath));
        var document = NotationParser.Parse(source, Lexicon.Default.MatchLength);
        _documents[file] = (written, length, document);
        return document;
    }

    private static string Reason(Exception e) => e switch
    {
        FileNotFoundException or DirectoryNotFoundException => "it is gone",
        UnauthorizedAccessException => "permission denied",
        _ => e.Message,
    };
}
