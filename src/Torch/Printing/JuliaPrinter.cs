using System.Text;

namespace TorchSharp;

/// <summary>Matrices with aligned columns, one below the other, each under its index in the outer dimensions.</summary>
internal sealed class JuliaPrinter(ElementTexts elements, PrintOptions options)
{
    private const string Ellipsis = "...";
    private readonly StringBuilder _text = new();

    public string Print(string heading)
    {
        var shape = elements.Shape;
        _text.Append(heading);
        switch (shape.Length)
        {
            case 0:
                _text.Append(", value = ").Append(elements[0]);
                break;
            case 1:
                _text.Append(options.NewLine);
                Matrix(0, 1, shape[0], aligned: false);
                break;
            case 2:
                _text.Append(options.NewLine);
                Matrix(0, shape[0], shape[1], aligned: true);
                break;
            default:
                Slices(shape);
                break;
        }

        return _text.ToString();
    }

    private void Slices(long[] shape)
    {
        var (rows, columns) = (shape[^2], shape[^1]);
        var count = shape[..^2].Aggregate(1L, (product, size) => product * size);
        for (long slice = 0; slice < count; slice++)
        {
            var index = new long[shape.Length - 2];
            for (var (dim, rest) = (index.Length - 1, slice); dim >= 0; rest /= shape[dim--]) index[dim] = rest % shape[dim];
            _text.Append(options.NewLine).Append('[').AppendJoin(',', index).Append(",..,..] =").Append(options.NewLine);
            Matrix(slice * rows * columns, rows, columns, aligned: true);
        }
    }

    private void Matrix(long first, long rows, long columns, bool aligned)
    {
        var texts = new List<List<string>>();
        for (long row = 0; row < rows; row++) texts.Add(Row(first + row * columns, columns));
        var shown = texts.Count == 0 ? 0 : texts.Min(row => row.Count);
        int[] widths = [.. Enumerable.Range(0, shown).Select(column => aligned ? texts.Max(row => row[column].Length) : 0)];
        foreach (var row in texts)
        {
            for (var column = 0; column < shown; column++) _text.Append(' ').Append(row[column].PadLeft(widths[column]));
            if (shown < columns) _text.Append(' ').Append(Ellipsis);
            _text.Append(options.NewLine);
        }
    }

    /// <summary>As many elements as fit into a line that ends in an ellipsis.</summary>
    private List<string> Row(long first, long columns)
    {
        var row = new List<string>();
        var width = options.Width;
        for (long column = 0; column < columns; column++)
        {
            var text = elements[first + column];
            if (width < text.Length + Ellipsis.Length + 1) break;
            row.Add(text);
            width -= text.Length + 1;
        }

        return row;
    }
}
