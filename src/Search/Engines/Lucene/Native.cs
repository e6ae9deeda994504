using System.Runtime.InteropServices;
using System.Text;

namespace Lectern.Search.Engines.Lucene;

/// <summary>The functions of <c>native/lucene</c>. Each returns 0 or a code and a message, and never throws.</summary>
internal static unsafe partial class Native
{
    private const string Library = "lectern_lucene";
    private const int MessageBytes = 512;

    public delegate int Call(byte* message, int capacity);

    public static void Check(Call call)
    {
        var message = stackalloc byte[MessageBytes];
        message[0] = 0;
        if (call(message, MessageBytes) != 0)
            throw new EngineException("Lucene++: " + Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(message)));
    }

    /// <summary>Copies what the library hands out and gives it back.</summary>
    public static byte[] Take(byte* data, long length)
    {
        try
        {
            return new ReadOnlySpan<byte>(data, checked((int)length)).ToArray();
        }
        finally
        {
            Free(data);
        }
    }

    [LibraryImport(Library, EntryPoint = "lectern_writer_open", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int OpenWriter(string path, int create, out nint writer, byte* message, int capacity);

    [LibraryImport(Library, EntryPoint = "lectern_writer_add")]
    public static partial int Add(nint writer, byte* data, long length, byte* message, int capacity);

    [LibraryImport(Library, EntryPoint = "lectern_writer_delete", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Delete(nint writer, string field, string term, byte* message, int capacity);

    [LibraryImport(Library, EntryPoint = "lectern_writer_finish")]
    public static partial int Finish(nint writer, byte* message, int capacity);

    [LibraryImport(Library, EntryPoint = "lectern_writer_free")]
    public static partial void FreeWriter(nint writer);

    [LibraryImport(Library, EntryPoint = "lectern_reader_open", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int OpenReader(string path, out nint reader, out int documents, byte* message, int capacity);

    [LibraryImport(Library, EntryPoint = "lectern_reader_free")]
    public static partial void FreeReader(nint reader);

    [LibraryImport(Library, EntryPoint = "lectern_reader_numbers", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Numbers(nint reader, string field, int* numbers, byte* message, int capacity);

    [LibraryImport(Library, EntryPoint = "lectern_reader_terms", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Terms(nint reader, string field, string prefix, int limit, out byte* data, out long length, byte* message, int capacity);

    [LibraryImport(Library, EntryPoint = "lectern_reader_frequency", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Frequency(nint reader, string field, string term, out int count, byte* message, int capacity);

    [LibraryImport(Library, EntryPoint = "lectern_reader_postings", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Postings(nint reader, string field, out byte* data, out long length, byte* message, int capacity);

    [LibraryImport(Library, EntryPoint = "lectern_reader_search")]
    public static partial int Search(nint reader, byte* query, long queryLength, int milliseconds, out byte* data, out long length, byte* message, int capacity);

    [LibraryImport(Library, EntryPoint = "lectern_reader_explain")]
    public static partial int Explain(nint reader, byte* query, long queryLength, int document, out byte* data, out long length, byte* message, int capacity);

    [LibraryImport(Library, EntryPoint = "lectern_free")]
    private static partial void Free(byte* data);
}
