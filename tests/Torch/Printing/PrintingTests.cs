using System.Globalization;

namespace Lectern.Torch.Tests.Printing;

public sealed class PrintingTests
{
    private static readonly CultureInfo s_plain = CultureInfo.InvariantCulture;

    [Fact]
    public void ToStringNamesShapeTypeAndDevice()
    {
        using var t = zeros(2, 3);
        Assert.Equal("[2x3], type = Float32, device = cpu", t.ToString());
        Assert.Equal(t.ToString(), t.metastr());
    }

    [Fact]
    public void JuliaAlignsColumns()
    {
        using var t = tensor(new double[] { 1, -2.5, 10, 4 }, [2, 2]);
        Assert.Equal("[2x2], type = Float64, device = cpu\n  1 -2.5\n 10    4\n", t.jlstr(newLine: "\n", cultureInfo: s_plain));
    }

    [Fact]
    public void JuliaCutsARowThatIsLongerThanTheLine()
    {
        using var t = arange(20);
        Assert.Equal("[20], type = Int64, device = cpu\n 0 1 2 3 ...\n", t.jlstr(width: 12, newLine: "\n"));
    }

    [Fact]
    public void JuliaPutsEachMatrixUnderItsIndex()
    {
        using var t = arange(4).reshape(2, 1, 2);
        Assert.Equal("[2x1x2], type = Int64, device = cpu\n[0,..,..] =\n 0 1\n\n[1,..,..] =\n 2 3\n", t.jlstr(newLine: "\n"));
    }

    [Fact]
    public void NumpyNestsBrackets()
    {
        using var t = arange(6).reshape(2, 3);
        Assert.Equal("[[0, 1, 2]\n [3, 4, 5]]", t.npstr(newLine: "\n"));
    }

    [Fact]
    public void NumpyLeavesOutTheMiddleOfALongRow()
    {
        using var t = arange(10);
        Assert.Equal("[0, 1, 2, ... 7, 8, 9]", t.npstr(newLine: "\n"));
    }

    [Fact]
    public void NumpyLeavesOutTheMiddleOfManyRows()
    {
        using var t = arange(8).reshape(8, 1);
        Assert.Equal("[[0]\n [1]\n [2]\n ...\n [5]\n [6]\n [7]]", t.npstr(newLine: "\n"));
    }

    [Fact]
    public void CSharpWritesAnArray()
    {
        using var row = tensor(new float[] { 1.5f, 2 });
        using var matrix = arange(4).reshape(2, 2);
        Assert.Equal("[2], type = Float32, device = cpu, value = float [] {1.5f, 2f}", row.cstr(newLine: "\n", cultureInfo: s_plain));
        Assert.Equal("[2x2], type = Int64, device = cpu, value = \nlong [,] {\n {0L, 1L},\n {2L, 3L}\n}", matrix.cstr(newLine: "\n"));
    }

    [Fact]
    public void AComplexNumberLeavesOutAPartThatIsZero()
    {
        using var t = tensor(new[] { (1f, 2f), (0f, 3f), (4f, 0f), (0f, 0f) });
        Assert.Equal("[1+2i, 3i, 4, 0]", t.npstr(cultureInfo: s_plain));
    }

    [Fact]
    public void ATensorWithoutElementsPrints()
    {
        using var t = zeros(0, 3);
        Assert.Equal("[0x3], type = Float32, device = cpu\n", t.jlstr(newLine: "\n"));
        Assert.Equal("[]", t.npstr());
    }

    [Fact]
    public void TheDefaultStyleCannotBeItself()
    {
        Assert.Throws<ArgumentException>(() => torch.TensorStringStyle = TorchSharp.TensorStringStyle.Default);
    }
}
