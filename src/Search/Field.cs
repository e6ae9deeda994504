using Lectern.Search.Analysis;

namespace Lectern.Search;

/// <summary>A field of the index: what a query calls it, how its text is read, and how much a word found in it counts.</summary>
/// <param name="Weight">0 for fields that only filter.</param>
/// <param name="IsDefault">True where a word without a field looks.</param>
public sealed record Field(string Name, AnalysisKind Kind, double Weight, bool IsDefault, bool HasNorms, bool HasPositions)
{
    /// <summary>The short name of the work, or of the thing the page is about.</summary>
    public static readonly Field Short = Text("short", 8);

    public static readonly Field Title = Text("title", 5);

    public static readonly Field Tag = Text("tag", 2.5);

    public static readonly Field Author = Text("author", 3) with { Kind = AnalysisKind.Names };

    public static readonly Field Heading = Text("heading", 2);

    public static readonly Field Note = Text("note", 1);

    public static readonly Field Code = Text("code", 0.8);

    public static readonly Field Math = Text("math", 1) with { Kind = AnalysisKind.Math };

    /// <summary>Identifiers: of the page, of arXiv, the DOI.</summary>
    public static readonly Field Id = Filter("id") with { Weight = 8, IsDefault = true };

    public static readonly Field Year = Filter("year") with { Weight = 1, IsDefault = true };

    public static readonly Field Has = Filter("has");

    public static readonly Field Verified = Filter("verified");

    /// <summary>The order in which the fields of a word stand in a query, which is the order of the sum of its score.</summary>
    public static readonly IReadOnlyList<Field> All = [Short, Title, Tag, Author, Heading, Note, Code, Math, Id, Year, Has, Verified];

    public static readonly IReadOnlyList<Field> Default = [.. All.Where(f => f.IsDefault)];

    /// <summary>Fields whose words are worth completing, correcting and expanding.</summary>
    public bool HasWords => Kind != AnalysisKind.Keyword;

    public override string ToString() => Name;

    private static Field Text(string name, double weight) => new(name, AnalysisKind.Text, weight, true, true, true);

    private static Field Filter(string name) => new(name, AnalysisKind.Keyword, 0, false, false, false);
}
