using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lectern.Code.Source;

/// <summary>The comments that mean something to a page.</summary>
internal static partial class Comments
{
    /// <param name="before">The kind of the comment on the line above; null where there is none.</param>
    public static CodeKind Kind(SyntaxTrivia comment, CodeKind? before)
    {
        var text = comment.ToString();
        if (DepartureTag().IsMatch(text) || (before == CodeKind.Departure && Continued().IsMatch(text)))
            return CodeKind.Departure;
        return ShapeTag().IsMatch(text) ? CodeKind.Shape : CodeKind.Comment;
    }

    /// <summary>Each departure, with the lines that continue it: comments that are indented by two blanks or more after the slashes.</summary>
    public static IEnumerable<Departure> Departures(SyntaxNode root)
    {
        var comments = root.DescendantTrivia().Where(t => t.IsKind(SyntaxKind.SingleLineCommentTrivia)).ToList();
        for (var i = 0; i < comments.Count; i++)
        {
            if (DepartureTag().Match(comments[i].ToString()) is not { Success: true } tag)
                continue;
            var (text, line) = (tag.Groups["text"].Value.Trim(), Line(comments[i]));
            for (var next = 1; i + next < comments.Count && Line(comments[i + next]) == line + next && Continued().Match(comments[i + next].ToString()) is { Success: true } more; next++)
                text += " " + more.Groups["text"].Value.Trim();
            yield return new(text, comments[i].SpanStart, line, null);
        }
    }

    private static int Line(SyntaxTrivia trivia) => trivia.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    [GeneratedRegex(@"^//\s*DEPARTS:(?<text>.*)$")]
    private static partial Regex DepartureTag();

    [GeneratedRegex(@"^//\s{2,}(?<text>\S.*)$")]
    private static partial Regex Continued();

    [GeneratedRegex(@"^//\s*(→\s*|—\s*)?\([A-Z0-9][^()]*(, [^()]+)*\)\s*$")]
    private static partial Regex ShapeTag();
}
