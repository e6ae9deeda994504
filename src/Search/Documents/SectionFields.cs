using Lectern.Search.Analysis;
using Lectern.Search.Engines;

namespace Lectern.Search.Documents;

/// <summary>The fields of a section. What is known of the page counts half in sections that are not the page as a whole.</summary>
public static class SectionFields
{
    public const double SectionShare = 0.5;

    public static EngineDocument Of(PageFacts page, SearchSection section, int number, bool isHead)
    {
        var share = isHead ? 1 : SectionShare;
        var fields = new List<EngineField>();
        Add(Field.Short, share, page.ShortName is { } name ? [name] : []);
        Add(Field.Title, share, [page.Title]);
        Add(Field.Tag, share, page.Tags);
        Add(Field.Author, share, page.Authors);
        Add(Field.Heading, 1, section.Heading.Length > 0 ? [section.Heading] : []);
        Add(Field.Note, 1, section.Note.Length > 0 ? [section.Note] : []);
        Add(Field.Code, 1, section.Code.Length > 0 ? [section.Code] : []);
        Add(Field.Math, 1, section.Math);
        Add(Field.Id, 1, page.Kind == PageKind.Paper ? [page.Id, .. page.Identifiers] : []);
        Add(Field.Year, 1, page.Year is { } year ? [year.ToString()] : []);
        Add(Field.Has, 1, page.Having);
        Add(Field.Verified, 1, page.Kind == PageKind.Paper ? [page.Verified ? "yes" : "no"] : []);
        return new(number, page.Url + (section.Anchor.Length > 0 ? "#" + section.Anchor : ""), fields);

        void Add(Field field, double boost, IReadOnlyList<string> values)
        {
            var tokens = Analyzer.Analyze(field.Kind, values);
            if (tokens.Count > 0)
                fields.Add(new(field, boost, tokens));
        }
    }
}
