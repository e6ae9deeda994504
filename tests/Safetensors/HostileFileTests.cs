using System.Text;

namespace Lectern.Safetensors.Tests;

public sealed class HostileFileTests
{
    private const string Tensor = """{"t":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""";

    [Theory]
    [InlineData("""{"t":{"dtype":"F32","shape":[2],"data_offsets":[0,16]}}""", 8, "bytes of elements")]
    [InlineData("""{"t":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}""", 8, "lies at")]
    [InlineData("""{"t":{"dtype":"F32","shape":[2],"data_offsets":[-8,0]}}""", 8, "whole numbers")]
    [InlineData("""{"t":{"dtype":"F32","shape":[2],"data_offsets":[0,18446744073709551616]}}""", 8, "whole numbers")]
    [InlineData("""{"t":{"dtype":"F32","shape":[2],"data_offsets":[9223372036854775800,9223372036854775807]}}""", 8, "lies at")]
    [InlineData("""{"t":{"dtype":"F32","shape":[2],"data_offsets":[0,8.5]}}""", 8, "whole numbers")]
    [InlineData("""{"t":{"dtype":"F32","shape":[2],"data_offsets":[0,4,8]}}""", 8, "more than 2")]
    [InlineData("""{"t":{"dtype":"F32","shape":[2],"data_offsets":[0]}}""", 8, "two offsets")]
    [InlineData("""{"t":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}""", 8, "needs 12 bytes")]
    [InlineData("""{"t":{"dtype":"F64","shape":[2],"data_offsets":[0,8]}}""", 8, "needs 16 bytes")]
    [InlineData("""{"t":{"dtype":"F33","shape":[2],"data_offsets":[0,8]}}""", 8, "not known")]
    [InlineData("""{"t":{"dtype":32,"shape":[2],"data_offsets":[0,8]}}""", 8, "is a text")]
    [InlineData("""{"t":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}""", 8, "whole numbers")]
    [InlineData("""{"t":{"dtype":"F32","shape":["2"],"data_offsets":[0,8]}}""", 8, "whole numbers")]
    [InlineData("""{"t":{"dtype":"F32","shape":2,"data_offsets":[0,8]}}""", 8, "an array")]
    [InlineData("""{"t":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,0]}}""", 0, "can be counted")]
    [InlineData("""{"t":{"dtype":"F32","shape":[0,9223372036854775807],"data_offsets":[0,0]}}""", 0, "can be counted")]
    [InlineData("""{"t":{"dtype":"F32","shape":[2]}}""", 8, "needs a dtype")]
    [InlineData("""{"t":[1]}""", 0, "is an object")]
    [InlineData("""{"t":{"dtype":"F32","dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 8, "stands twice")]
    [InlineData("""{"t":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"t":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8, "stands twice")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[2,6]}}""", 6, "overlaps")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 4, "overlaps")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}}""", 12, "of no tensor")]
    [InlineData("""{"t":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8, "of no tensor")]
    [InlineData(Tensor, 9, "After the last tensor")]
    [InlineData("{}", 1, "After the last tensor")]
    [InlineData("""{"__metadata__":{"a":1}}""", 0, "is a text")]
    [InlineData("""{"__metadata__":{"a":"b","a":"c"}}""", 0, "stands twice")]
    [InlineData("""{"__metadata__":{},"__metadata__":{}}""", 0, "stands twice")]
    [InlineData("""{"__metadata__":[]}""", 0, "is an object")]
    [InlineData("[]", 0, "is an object")]
    [InlineData("", 0, "not JSON")]
    [InlineData("{", 0, "not JSON")]
    [InlineData("{} {}", 0, "JSON")]
    [InlineData("""{"t":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}""", 8, "not JSON")]
    [InlineData("""{"\ud800":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 8, "not JSON")]
    [InlineData("""{"t":{"x":[[[[[[[[[[[[1]]]]]]]]]]]],"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 8, "not JSON")]
    public void AWrongHeaderIsAnErrorThatSaysWhatAndWhere(string header, int elements, string says)
    {
        using var file = TemporaryFile.With(header, elements);
        var error = Assert.Throws<SafetensorsException>(() => SafetensorsFile.Open(file.Name));
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.InRange(error.Position, 0, 8 + Encoding.UTF8.GetByteCount(header) + elements);
    }

    [Fact]
    public void DeepNestingIsAnErrorAndNotAStackOverflow()
    {
        using var file = TemporaryFile.With("""{"t":{"x":""" + new string('[', 1_000_000));
        Assert.Contains("not JSON", Assert.Throws<SafetensorsException>(() => SafetensorsFile.Open(file.Name)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TooManyDimensionsAreAnError()
    {
        var ones = string.Join(",", Enumerable.Repeat(1, 65));
        using var file = TemporaryFile.With("{\"t\":{\"dtype\":\"F32\",\"shape\":[" + ones + "],\"data_offsets\":[0,4]}}", 4);
        Assert.Contains("more than 64", Assert.Throws<SafetensorsException>(() => SafetensorsFile.Open(file.Name)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void AFileTooShortForTheLengthIsAnError(int length)
    {
        using var file = TemporaryFile.With(new byte[length]);
        Assert.Equal(length, Assert.Throws<SafetensorsException>(() => SafetensorsFile.Open(file.Name)).Position);
    }

    [Theory]
    [InlineData(ulong.MaxValue)]
    [InlineData(long.MaxValue)]
    [InlineData(100_000_001)]
    [InlineData(1000)]
    public void AHeaderBeyondTheFileIsAnErrorWithoutAnAllocation(ulong length)
    {
        using var file = TemporaryFile.With([.. BitConverter.GetBytes(length), .. Encoding.UTF8.GetBytes(Tensor)]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<SafetensorsException>(() => SafetensorsFile.Open(file.Name));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void ATruthValueThatIsNeitherIsAnErrorWhereItStands()
    {
        var bytes = TemporaryFile.Bytes("""{"t":{"dtype":"BOOL","shape":[3],"data_offsets":[0,3]}}""", 3);
        bytes[^1] = 2;
        using var temporary = TemporaryFile.With(bytes);
        using var file = SafetensorsFile.Open(temporary.Name);
        Assert.Equal(bytes.Length - 1, Assert.Throws<SafetensorsException>(() => file.Load("t")).Position);
    }

    [Fact]
    public void ATypeWithoutATensorIsListedButNotLoaded()
    {
        using var temporary = TemporaryFile.With("""{"t":{"dtype":"F8_E4M3","shape":[3],"data_offsets":[0,3]}}""", 3);
        using var file = SafetensorsFile.Open(temporary.Name);
        Assert.Equal("t: F8_E4M3 [3]", file.Entries["t"].ToString());
        Assert.Throws<NotSupportedException>(() => file.Load("t"));
    }

    [Fact]
    public void TenThousandMutationsGiveTensorsOrErrorsWithinTheirBounds()
    {
        var golden = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "golden.safetensors"));
        var random = new Random(20261121);
        using var temporary = new TemporaryFile();
        var (opened, refused) = (0, 0);
        for (var i = 0; i < 10_000; i++)
        {
            File.WriteAllBytes(temporary.Name, Mutated(golden, random));
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                using var scope = NewDisposeScope();
                using var file = SafetensorsFile.Open(temporary.Name);
                foreach (var entry in file.Entries.Values.Where(entry => entry.Length > 0)) Load(file, entry);
                opened++;
            }
            catch (SafetensorsException)
            {
                refused++;
            }

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
        }

        // Both outcomes occur: a changed element or name is still a file, a changed bracket is not.
        Assert.InRange(opened, 500, 9500);
        Assert.Equal(10_000, opened + refused);
    }

    private static void Load(SafetensorsFile file, SafetensorsEntry entry)
    {
        try
        {
            using var tensor = file.Load(entry.Name);
            Assert.Equal(entry.Length, tensor.numel() * tensor.element_size());
        }
        catch (NotSupportedException)
        {
            Assert.StartsWith("U", entry.ElementType, StringComparison.Ordinal);
        }
    }

    /// <summary>One to four bytes changed, inserted or removed, mostly in the header; sometimes the file is cut.</summary>
    private static byte[] Mutated(byte[] golden, Random random)
    {
        var bytes = golden.ToList();
        for (var n = random.Next(1, 5); n > 0; n--)
        {
            var at = random.Next(random.Next(4) == 0 ? bytes.Count : Math.Min(bytes.Count, 900));
            var value = random.Next(2) == 0 ? (byte)random.Next(256) : (byte)"0123456789{}[],:\"-eF "[random.Next(21)];
            switch (random.Next(6))
            {
                case 0: bytes.Insert(at, value); break;
                case 1: bytes.RemoveAt(at); break;
                default: bytes[at] = value; break;
            }
        }

        return random.Next(20) == 0 ? [.. bytes.Take(random.Next(bytes.Count))] : [.. bytes];
    }
}
