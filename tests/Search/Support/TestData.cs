using System.Text.Json;

namespace Lectern.Search.Tests.Support;

/// <summary>The files beside the tests that other engines are bound by too.</summary>
internal static class TestData
{
    public static IReadOnlyList<string> Conformance { get; } = Read<List<string>>("conformance.json");

    public static IReadOnlyList<Judged> Relevance { get; } = Read<List<Judged>>("relevance.json");

    public static Vectors Vectors { get; } = Read<Vectors>("vectors.json");

    private static T Read<T>(string name) =>
        JsonSerializer.Deserialize<T>(File.ReadAllText(Path.Combine(Repository.Root, "tests", "Search", name)), JsonSerializerOptions.Web)!;
}

internal sealed record Judged(string Kind, string Query, IReadOnlyList<string> Relevant);

internal sealed record Vectors(IReadOnlyList<AnalysisVector> Analysis, IReadOnlyList<QueryVector> Queries);

/// <param name="Tokens">Each as <c>term@position[start,length]</c>.</param>
internal sealed record AnalysisVector(string Kind, string Text, IReadOnlyList<string> Tokens);

/// <param name="Problems">Each as <c>code[start,length] suggestion</c>.</param>
internal sealed record QueryVector(string Query, string Parsed, IReadOnlyList<string> Problems);
