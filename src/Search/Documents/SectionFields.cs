using Lectern.Search.Analysis;
using Lectern.Search.Engines;

namespace Lectern.Search.Documents;

/// <summary>The fields of a section. What is known of the page counts half in sections that are not the page as a whole.</summary>
public static class SectionFields
{
    public const double SectionShare = 0.5;

    /// <param name="numbers">Of the documents, one for each section.</param>
    public static IReadOnlyList<EngineDocument> Of(SearchPage page, IReadOnlyList<int> numbers)
    {
        var (head, rest, constant) = (OfPage(page.Facts, 1), OfPage(page.Facts, SectionShare), Filters(page.Facts));
        return [.. page.Sections.Select((section, i) => new EngineDocument(numbers[i], Address(page.Facts, section), [.. i == 0 ? head : rest, .. OfSection(section), .. constant]))];
    }

    private static string Address(PageFacts page, SearchSection section) => page.Url + (section.Anchor.Length > 0 ? "#" + section.Anchor : "");

    private static IReadOnlyList<EngineField> OfPage(PageFacts page, double boost) => Analysed(
        boost,
        (Field.Short, page.ShortName is { } name ? [name] : []),
        (Field.Title, [page.Title]),
        (Field.Tag, page.Tags),
        (Field.Author, page.Authors));

    private static IReadOnlyList<EngineField> OfSection(SearchSection section) => Analysed(
        1,
        (Field.Heading, section.Heading.Length > 0 ? [section.Heading] : []),
        (Field.Note, section.Note.Length > 0 ? [section.Note] : []),
        (Field.Code, section.Code.Length > 0 ? [section.Code] : []),
        (Field.Math, section.Math));

    private static IReadOnlyList<EngineField> Filters(PageFacts page) => Analysed(
        1,
        (Field.Id, page.Kind == PageKind.Paper ? [page.Id, .. page.Identifiers] : []),
        (Field.Year, page.Year is { } year ? [year.ToString()] : []),
        (Field.Has, page.Having),
        (Field.Verified, page.Kind == PageKind.Paper ? [page.Verified ? "yes" : "no"] : []));

    private static IReadOnlyList<EngineField> Analysed(double boost, params ReadOnlySpan<(Field Field, IReadOnlyList<string> Values)> fields)
    {
        var analysed = new List<EngineField>();
        foreach (var (field, values) in fields)
        {
            if (Analyzer.Analyze(field.Kind, values) is { Count: > 0 } tokens)
                analysed.Add(new(field, boost, tokens));
        }

        return analysed;
    }
}
