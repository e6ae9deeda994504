namespace Lectern.Cli.Tests;

/// <summary>A folder with files for one test, removed after it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder(params (string Path, string Text)[] files)
    {
        Path = Directory.CreateTempSubdirectory("lectern-test-").FullName;
        foreach (var (path, text) in files)
            Write(path, text);
    }

    public string Path { get; }

    public string this[string path] => System.IO.Path.Combine(Path, path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[path])!);
        File.WriteAllText(this[path], text);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
