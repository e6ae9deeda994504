namespace Lectern.Search.Engines;

/// <summary>The engine refused or failed; the message is its own.</summary>
public sealed class EngineException(string message) : Exception(message);
