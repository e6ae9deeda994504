using System.Diagnostics.CodeAnalysis;
using Lectern.Text;

namespace Lectern.Catalog;

/// <summary>
/// Names by their folded letters and digits; spaces, hyphens and dots do not count, so <c>DALL·E</c>, <c>DALL-E</c> and
/// <c>Dall E</c> are one path. A look-up reads at most the longest name and allocates nothing.
/// </summary>
internal sealed class NameTrie
{
    private readonly List<Node> _nodes = [new()];

    private sealed class Node
    {
        public char[] Letters = [];
        public int[] Next = [];
        public LexiconWork? Work;
        public List<string> Names = [];
    }

    /// <summary>The first work to claim a name keeps it; false where another has it already.</summary>
    public bool TryAdd(string name, LexiconWork work)
    {
        var node = _nodes[0];
        foreach (var c in name)
        {
            var folded = Folding.Fold(c);
            if (char.IsLetterOrDigit(folded))
                node = _nodes[Child(node, folded) is var next and >= 0 ? next : Append(node, folded)];
        }

        if (node == _nodes[0] || (node.Work is not null && node.Work != work))
            return false;
        node.Work = work;
        node.Names.Add(name);
        return true;
    }

    /// <summary>The longest name at the start of the text that <paramref name="accept"/> takes.</summary>
    public bool TryMatchStart(ReadOnlySpan<char> text, Accept accept, [NotNullWhen(true)] out LexiconWork? work, out int length)
    {
        (work, length) = (null, 0);
        var node = _nodes[0];
        for (int i = 0, signs = 0; i < text.Length && signs < 3; i++)
        {
            var folded = Folding.Fold(text[i]);
            if (!char.IsLetterOrDigit(folded))
            {
                // A name starts with a letter, and no name has three signs in a row.
                if (i == 0)
                    return false;
                signs += folded == '\0' ? 0 : 1;
                continue;
            }

            var next = Child(node, folded);
            if (next < 0)
                break;
            (node, signs) = (_nodes[next], 0);
            if (node.Work is not null && accept(text, i + 1, node.Names))
                (work, length) = (node.Work, Math.Max(i + 1, WrittenLength(text, node.Names)));
        }

        return work is not null;
    }

    public LexiconWork? Find(ReadOnlySpan<char> text)
    {
        var node = _nodes[0];
        foreach (var c in text)
        {
            var folded = Folding.Fold(c);
            if (!char.IsLetterOrDigit(folded))
                continue;
            var next = Child(node, folded);
            if (next < 0)
                return null;
            node = _nodes[next];
        }

        return node.Work;
    }

    /// <summary>Decides whether a name may end at <paramref name="end"/>; <paramref name="names"/> are its spellings.</summary>
    public delegate bool Accept(ReadOnlySpan<char> text, int end, List<string> names);

    /// <summary>Signs at the end of a name, as in <c>LLM.int8()</c>, belong to it where they are written.</summary>
    private static int WrittenLength(ReadOnlySpan<char> text, List<string> names)
    {
        var longest = 0;
        foreach (var name in names)
        {
            if (name.Length > longest && text.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                longest = name.Length;
        }

        return longest;
    }

    private static int Child(Node node, char letter)
    {
        var index = Array.IndexOf(node.Letters, letter);
        return index < 0 ? -1 : node.Next[index];
    }

    private int Append(Node node, char letter)
    {
        node.Letters = [.. node.Letters, letter];
        node.Next = [.. node.Next, _nodes.Count];
        _nodes.Add(new());
        return _nodes.Count - 1;
    }
}
