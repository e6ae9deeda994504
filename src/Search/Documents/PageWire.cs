using System.Text;

namespace Lectern.Search.Documents;

/// <summary>Pages as bytes: what is known of a page by itself, since it is read for every hit, and its texts by themselves.</summary>
internal static class PageWire
{
    public static byte[] Facts(PageFacts page) => Written(to =>
    {
        to.Write((byte)page.Kind);
        to.Write(page.Id);
        to.Write(page.Url);
        to.Write(page.Title);
        to.Write(page.ShortName ?? "");
        Write(to, page.Authors);
        Write(to, page.Tags);
        to.Write(page.Year ?? int.MinValue);
        Write(to, page.Identifiers);
        Write(to, page.Having);
        to.Write(page.Verified);
    });

    public static PageFacts ReadFacts(BinaryReader from) => new(
        (PageKind)from.ReadByte(), from.ReadString(), from.ReadString(), from.ReadString(), from.ReadString() is { Length: > 0 } name ? name : null,
        ReadList(from), ReadList(from), from.ReadInt32() is var year && year == int.MinValue ? null : year, ReadList(from), ReadList(from), from.ReadBoolean());

    public static byte[] Texts(IReadOnlyList<SearchSection> sections) => Written(to =>
    {
        to.Write(sections.Count);
        foreach (var section in sections)
        {
            to.Write(section.Anchor);
            to.Write(section.Heading);
            to.Write(section.Note);
            to.Write(section.Code);
            Write(to, section.Math);
        }
    });

    public static SearchSection[] ReadTexts(byte[] bytes)
    {
        using var from = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        var sections = new SearchSection[from.ReadInt32()];
        for (var i = 0; i < sections.Length; i++)
            sections[i] = new(from.ReadString(), from.ReadString(), from.ReadString(), from.ReadString(), ReadList(from));
        return sections;
    }

    private static byte[] Written(Action<BinaryWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var to = new BinaryWriter(bytes, Encoding.UTF8))
            write(to);
        return bytes.ToArray();
    }

    private static void Write(BinaryWriter to, IReadOnlyList<string> values)
    {
        to.Write(values.Count);
        foreach (var value in values)
            to.Write(value);
    }

    private static string[] ReadList(BinaryReader from)
    {
        var values = new string[from.ReadInt32()];
        for (var i = 0; i < values.Length; i++)
            values[i] = from.ReadString();
        return values;
    }
}
