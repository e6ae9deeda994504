using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lectern.Code.Source;

/// <summary>The comments that mean something to a page.</summary>
internal static partial class Comments
{
    /// <param name="departure">The departure on the lines above, as far as it goes; null where there is none.</param>
    public static CodeKind Kind(SyntaxTrivia comment, ref string? departure)
    {
        var text = comment.ToString();
        departure = DepartureTag().IsMatch(text) || (departure is not null && Continues(departure, text)) ? text : null;
        return departure is not null ? CodeKind.Departure : ShapeTag().IsMatch(text) ? CodeKind.Shape : CodeKind.Comment;
    }

    /// <summary>A comment goes on with the line above where its words are set in, or where that line ends within a sentence.</summary>
    private static bool Continues(string above, string comment) => Indented().IsMatch(comment) || above[^1] is not ('.' or '!' or '?');

    /// <summary>Each departure, with the lines that continue it.</summary>
    public static IEnumerable<Departure> Departures(SyntaxNode root)
    {
        var comments = root.DescendantTrivia().Where(t => t.IsKind(SyntaxKind.SingleLineCommentTrivia)).ToList();
        for (var i = 0; i < comments.Count; i++)
        {
            if (DepartureTag().Match(comments[i].ToString()) is not { Success: true } tag)
                continue;
            var (text, line) = (tag.Groups["text"].Value.Trim(), Line(comments[i]));
            for (var next = 1; i + next < comments.Count && Line(comments[i + next]) == line + next && Alone(comments[i + next]) && Continues(text, comments[i + next].ToString()); next++)
                text += " " + comments[i + next].ToString().TrimStart('/').Trim();
            yield return new(text, comments[i].SpanStart, line, null);
        }
    }

    private static bool Alone(SyntaxTrivia comment) => comment.Token.LeadingTrivia.Contains(comment);

    private static int Line(SyntaxTrivia trivia) => trivia.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    [GeneratedRegex(@"^//\s*DEPARTS:(?<text>.*)$")]
    private static partial Regex DepartureTag();

    [GeneratedRegex(@"^//\s{2,}\S")]
    private static partial Regex Indented();

    [GeneratedRegex(@"^//\s*(→\s*|—\s*)?\([A-Z0-9][^()]*(, [^()]+)*\)(\s*,\s.*)?\s*$")]
    private static partial Regex ShapeTag();
}
