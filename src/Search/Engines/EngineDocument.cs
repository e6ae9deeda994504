using Lectern.Search.Analysis;

namespace Lectern.Search.Engines;

/// <param name="Number">Unique in the index.</param>
/// <param name="Key">Where it stands; kept so that the index can be read without Lectern.</param>
public sealed record EngineDocument(int Number, string Key, IReadOnlyList<EngineField> Fields);

/// <param name="Boost">Multiplied into the norm.</param>
public sealed record EngineField(Field Field, double Boost, IReadOnlyList<Token> Tokens);
