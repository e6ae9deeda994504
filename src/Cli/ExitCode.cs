namespace Lectern.Cli;

/// <summary>What a script can tell apart.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>The command did its work and found something, or could not finish it.</summary>
    public const int Failed = 1;

    public const int Usage = 2;

    public const int Interrupted = 130;
}

/// <summary>Ends a command with a message for its user: what is wrong, and what to type instead.</summary>
internal sealed class CommandException(string message, int exitCode, params string[] hints) : Exception(message)
{
    public int ExitCode { get; } = exitCode;

    public IReadOnlyList<string> Hints { get; } = hints;
}
