namespace Lectern.Text;

/// <summary>Text that was wrapped in the source, on one line.</summary>
internal static class OneLine
{
    public static string Of(string text) =>
        text.AsSpan().IndexOfAny('\n', '\r') < 0 ? text : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
