using Lectern.Model;
using Lectern.Notation;

namespace Lectern.Extraction;

/// <summary>What is not text in the file: counted, and shown at its first place.</summary>
internal static class EncodingFindings
{
    public static void Report(NotationContext context)
    {
        var invalid = context.Source.InvalidOffsets.ToList();
        if (invalid.Count > 0)
            context.Report(DiagnosticCodes.EncodingInvalid, invalid[0], 1, $"{invalid.Count} byte{(invalid.Count == 1 ? " is" : "s are")} not UTF-8, the first one here", "UTF-8");
        var nul = context.Source.Text.IndexOf('\0');
        var count = context.Source.Text.AsSpan().Count('\0');
        if (nul >= 0)
            context.Report(DiagnosticCodes.ControlCharacter, nul, 1, $"{count} NUL character{(count == 1 ? "" : "s")}, the first one here", "text");
    }
}
