namespace Lectern.Cli.Output;

/// <summary>Rows with aligned columns; the last column takes what is left of the line.</summary>
internal static class Columns
{
    private const int Gap = 2;

    public static void Print(Terminal terminal, IReadOnlyList<string[]> rows, params int[] rightAligned)
    {
        if (rows.Count == 0)
            return;
        var count = rows[0].Length;
        var widths = Enumerable.Range(0, count).Select(i => Math.Min(40, rows.Max(r => r[i].Length))).ToArray();
        foreach (var row in rows)
        {
            var cells = row.Select((cell, i) => i == count - 1 ? cell : rightAligned.Contains(i) ? cell.PadLeft(widths[i]) : Cut(cell, widths[i]).PadRight(widths[i]));
            terminal.Line(string.Join(new string(' ', Gap), cells).TrimEnd());
        }
    }

    private static string Cut(string text, int width) => text.Length <= width ? text : text[..(width - 1)] + "…";
}
