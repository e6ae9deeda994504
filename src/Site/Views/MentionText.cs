using Lectern.Model;

namespace Lectern.Site.Views;

internal static class MentionText
{
    /// <summary>True where an entry says more of its work than its title.</summary>
    public static bool Has(Entry entry) =>
        entry.NoteBlocks.Count > 0 || entry.Trailing is { Length: > 0 } || entry.Remark is { Length: > 0 };
}
