namespace TorchSharp;

public static partial class torch
{
    public const TensorStringStyle julia = TensorStringStyle.Julia;
    public const TensorStringStyle numpy = TensorStringStyle.Numpy;
    public const TensorStringStyle csharp = TensorStringStyle.CSharp;

    /// <summary>The style of tensors that are printed without naming one.</summary>
    public static TensorStringStyle TensorStringStyle
    {
        get => PrintOptions.Current.Style;
        set => PrintOptions.Current = value != TensorStringStyle.Default
            ? PrintOptions.Current with { Style = value }
            : throw new ArgumentException("The default style is one of the others, not 'Default'.");
    }

    /// <summary>Numbers with <paramref name="precision"/> digits after the point.</summary>
    public static void set_printoptions(int precision, int? linewidth = null, string? newLine = null, bool sci_mode = false, int? maxRows = null, int? maxColumns = null) =>
        set_printoptions(null, $"{(sci_mode ? 'E' : 'F')}{precision}", linewidth, newLine, maxRows, maxColumns);

    public static void set_printoptions(TensorStringStyle? style = null, string? floatFormat = null, int? linewidth = null, string? newLine = null, int? maxRows = null, int? maxColumns = null)
    {
        var before = PrintOptions.Current;
        PrintOptions.Current = new PrintOptions(
            style ?? before.Style, floatFormat ?? before.FloatFormat, linewidth ?? before.Width, newLine ?? before.NewLine, maxRows ?? before.MaxRows, maxColumns ?? before.MaxColumns);
    }
}

/// <param name="Width">Characters of a line, in the style of Julia.</param>
/// <param name="MaxRows">More than these are abridged, in the other styles.</param>
internal sealed record PrintOptions(TensorStringStyle Style, string FloatFormat, int Width, string NewLine, int MaxRows, int MaxColumns)
{
    public static PrintOptions Current { get; set; } = new(TensorStringStyle.Julia, "g5", 100, Environment.NewLine, 6, 6);
}
