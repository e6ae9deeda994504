namespace Lectern.Cli.Commands;

/// <summary>What every command works with.</summary>
internal sealed record CommandContext(Terminal Terminal, string WorkingFolder, CancellationToken Cancel)
{
    public string Full(string path) => Path.GetFullPath(path, WorkingFolder);
}
