using Lectern.Model;
using Markdig.Syntax;

namespace Lectern.Site.Views;

internal static class Prose
{
    /// <summary>The blocks of a document without a first heading of level 1: the page already bears the title.</summary>
    public static IEnumerable<Block> WithoutTitle(Document document)
    {
        var seen = false;
        foreach (var block in document.Syntax)
        {
            if (!seen && block is HeadingBlock { Level: 1 })
            {
                seen = true;
                continue;
            }

            yield return block;
        }
    }
}
