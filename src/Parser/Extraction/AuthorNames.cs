using Lectern.Model;

namespace Lectern.Extraction;

/// <summary>Names as they are indexed: without footnote marks, one spelling for a house that is written in two ways.</summary>
internal static class AuthorNames
{
    private const string FootnoteMarks = "∗†‡*§";

    /// <summary>Membership, not names: these follow names in the lists of one publisher.</summary>
    private static readonly string[] NotNames = ["Fellow", "IEEE", "Member", "Senior Member", "Student Member"];

    public static Author Of(string verbatim)
    {
        var name = verbatim.Trim().TrimEnd(FootnoteMarks.ToCharArray()).Trim();
        return new(name == "Deep Mind" ? "DeepMind" : name, verbatim);
    }

    /// <summary>Splits a list at commas and a final "and"; true where it ends in "et al.".</summary>
    public static (List<Author> Authors, bool More) Split(string list)
    {
        var authors = new List<Author>();
        var more = false;
        foreach (var part in list.Split(','))
        {
            foreach (var piece in part.Split(" and ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var name = piece.StartsWith("and ", StringComparison.Ordinal) ? piece[4..].Trim() : piece;
                if (name.EndsWith("et al.", StringComparison.Ordinal) || name.EndsWith("et al", StringComparison.Ordinal))
                {
                    more = true;
                    name = name[..name.LastIndexOf("et al", StringComparison.Ordinal)].Trim();
                }

                if (name.Length > 0 && !NotNames.Contains(name))
                    authors.Add(Of(name));
            }
        }

        return (authors, more);
    }
}
