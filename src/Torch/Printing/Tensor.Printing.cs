using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Shape, type and device.</summary>
        public override string ToString() => $"[{string.Join('x', shape)}], type = {dtype}, device = {device}";

        public string ToString(bool disamb, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null) =>
            disamb ? ToString(torch.TensorStringStyle, fltFormat, width, cultureInfo, newLine) : ToString();

        public string ToString(TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null)
        {
            var options = PrintOptions.Current;
            options = options with
            {
                Style = style == TensorStringStyle.Default ? options.Style : style,
                FloatFormat = fltFormat ?? options.FloatFormat,
                Width = width ?? options.Width,
                NewLine = newLine ?? options.NewLine,
            };
            if (options.Style == TensorStringStyle.Metadata || is_meta) return ToString();
            var elements = new ElementTexts(this, options.FloatFormat, cultureInfo ?? CultureInfo.CurrentCulture);
            return options.Style switch
            {
                TensorStringStyle.Julia => new JuliaPrinter(elements, options).Print(ToString()),
                TensorStringStyle.Numpy => new BracketPrinter(elements, options).Print(),
                TensorStringStyle.CSharp => new CSharpPrinter(elements, options, dtype).Print(ToString()),
                _ => throw new ArgumentException($"A style '{style}' is not known.", nameof(style)),
            };
        }
    }
}
