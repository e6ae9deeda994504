using System.Text;

namespace Lectern.Site.Rendering;

/// <summary>A growing text that can be read in place and is used again for the next page.</summary>
internal sealed class HtmlText : TextWriter
{
    private char[] _text = new char[64 * 1024];
    private int _length;

    public override Encoding Encoding => Encoding.UTF8;

    public ReadOnlySpan<char> Written => _text.AsSpan(0, _length);

    public void Clear() => _length = 0;

    public byte[] ToUtf8()
    {
        var bytes = GC.AllocateUninitializedArray<byte>(Encoding.UTF8.GetByteCount(Written));
        Encoding.UTF8.GetBytes(Written, bytes);
        return bytes;
    }

    public override void Write(char value)
    {
        Reserve(1);
        _text[_length++] = value;
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        Reserve(buffer.Length);
        buffer.CopyTo(_text.AsSpan(_length));
        _length += buffer.Length;
    }

    public HtmlText Raw(ReadOnlySpan<char> html)
    {
        Write(html);
        return this;
    }

    public HtmlText Encoded(string? text)
    {
        Write(Html.Encode(text));
        return this;
    }

    private void Reserve(int count)
    {
        if (_length + count > _text.Length)
            Array.Resize(ref _text, Math.Max(_length + count, _text.Length * 2));
    }
}
