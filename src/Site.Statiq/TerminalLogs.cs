using Lectern.Cli;
using Microsoft.Extensions.Logging;

namespace Lectern.Site.Statiq;

/// <summary>What Statiq warns of, as messages of this program; its account of phases and times is left out.</summary>
internal sealed class TerminalLogs(Terminal terminal) : ILoggerProvider, ILogger
{
    private static readonly Lock OneAtATime = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Warning and < LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
            return;
        lock (OneAtATime)
            terminal.Note($"statiq: {(logLevel == LogLevel.Warning ? "warning" : "error")}: {formatter(state, exception)}");
    }

    public void Dispose()
    {
    }
}
