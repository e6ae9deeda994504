namespace Lectern.Search.Documents;

/// <summary>A file of an implementation, read as text.</summary>
/// <param name="PaperId">The paper whose implementation it is part of.</param>
public sealed record SourceCode(string PaperId, string Name, string Text);
