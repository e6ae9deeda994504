namespace Lectern.Search.Documents;

/// <summary>The values of <c>has:</c>.</summary>
public static class Having
{
    public const string Code = "code";
    public const string Note = "note";
    public const string Math = "math";

    public static readonly IReadOnlyList<string> All = [Code, Note, Math];
}
