using System.Text;

namespace TorchSharp;

/// <summary>Nested brackets as NumPy prints them; the middle of a long dimension is left out.</summary>
internal class BracketPrinter(ElementTexts elements, PrintOptions options)
{
    protected StringBuilder Text { get; } = new();

    protected virtual (char Open, char Close) Brackets => ('[', ']');

    /// <summary>What stands after an element, as the L of a long.</summary>
    protected virtual string Suffix => "";

    /// <summary>Between two parts, each of <paramref name="dimensions"/> dimensions.</summary>
    protected virtual string Break(int dimensions) => string.Concat(Enumerable.Repeat(options.NewLine, dimensions));

    public string Print()
    {
        if (elements.Shape.Length == 0) return elements[0];
        Part(0, 0, false);
        return Text.ToString();
    }

    protected void Part(int dim, long first, bool indented)
    {
        if (indented) Text.Append(' ', dim);
        Text.Append(Brackets.Open);
        Inside(dim, first);
        Text.Append(Brackets.Close);
    }

    protected void Inside(int dim, long first)
    {
        if (dim == elements.Shape.Length - 1) Row(first, elements.Shape[dim]);
        else Parts(dim, first, elements.Shape[dim]);
    }

    private void Row(long first, long count)
    {
        var (head, tail) = Ends(count, options.MaxColumns);
        for (long i = 0; i < count; i++)
        {
            if (i == head && head + tail < count)
            {
                Text.Append("... ");
                i = count - tail;
                if (i == count) break;
            }

            Text.Append(elements[first + i]).Append(Suffix);
            if (i + 1 < count) Text.Append(", ");
        }
    }

    private void Parts(int dim, long first, long count)
    {
        var (head, tail) = Ends(count, options.MaxRows);
        var step = elements.Shape[(dim + 1)..].Aggregate(1L, (product, size) => product * size);
        for (long i = 0; i < count; i++)
        {
            if (i == head && head + tail < count)
            {
                Text.Append(' ', dim).Append(" ...").Append(options.NewLine);
                i = count - tail;
                if (i == count) break;
            }

            Part(dim + 1, first + i * step, i > 0);
            if (i + 1 < count) Text.Append(Break(elements.Shape.Length - dim - 1));
        }
    }

    private static (long Head, long Tail) Ends(long count, int most) => count <= most ? (count, 0) : (most - most / 2, most / 2);
}
