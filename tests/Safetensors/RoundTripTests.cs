namespace Lectern.Safetensors.Tests;

public sealed class RoundTripTests
{
    private static readonly string s_golden = Path.Combine(AppContext.BaseDirectory, "golden.safetensors");

    [Fact]
    public void TheGoldenFileHasItsTensorsOfEveryType()
    {
        using var scope = NewDisposeScope();
        using var file = SafetensorsFile.Open(s_golden);
        Assert.Equal(new Dictionary<string, string> { ["format"] = "pt", ["note"] = "plain" }, file.Metadata);
        Assert.Equal(12, file.Entries.Count);
        Assert.Equal([2L, 3], file.Load("double").shape);
        Assert.Equal([3.0, 10, 6, 2, 9, 5], file.Load("double").data<double>().ToArray());
        Assert.Equal([3L, 10, 6, 2], file.Load("long").data<long>().ToArray());
        Assert.Equal([2L, 0, 3], file.Load("empty").shape);
        Assert.Equal([3f, 10, 6, 2, 9, 5], file.Load("float").data<float>().ToArray());
        Assert.Equal([-2, 5, 1, -3, 4], file.Load("int").data<int>().ToArray());
        Assert.Equal(ScalarType.BFloat16, file.Load("brain").dtype);
        Assert.Equal([3f, 10, 6, 2], file.Load("brain").to(ScalarType.Float32).data<float>().ToArray());
        Assert.Equal([(Half)3, (Half)10, (Half)6, (Half)2], file.Load("half").data<Half>().ToArray());
        Assert.Equal([(short)-2, 5, 1], file.Load("short").data<short>().ToArray());
        Assert.Equal([false, true, true, true, false], file.Load("bool").data<bool>().ToArray());
        Assert.Equal([3, 10, 6], file.Load("byte").data<byte>().ToArray());
        Assert.Equal([(sbyte)-2, 5, 1], file.Load("sbyte").data<sbyte>().ToArray());
        Assert.Empty(file.Load("scalar").shape);
        Assert.Equal(-2, file.Load("scalar").item<sbyte>());
    }

    [Fact]
    public void WhatIsReadIsWrittenAgainWithTheSameElements()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFile();
        using var golden = SafetensorsFile.Open(s_golden);
        var tensors = golden.Entries.Keys.ToDictionary(name => name, name => golden.Load(name));
        SafetensorsWriter.Write(folder.Name, tensors, golden.Metadata);
        using var again = SafetensorsFile.Open(folder.Name);
        Assert.Equal(golden.Metadata, again.Metadata);
        Assert.Equal(golden.Entries.Keys.Order(), again.Entries.Keys.Order());
        foreach (var (name, tensor) in tensors)
        {
            Assert.Equal(tensor.shape, again.Load(name).shape);
            Assert.Equal(tensor.dtype, again.Load(name).dtype);
            Assert.Equal(tensor.bytes.ToArray(), again.Load(name).bytes.ToArray());
        }
    }

    [Fact]
    public void ElementsLieAtMultiplesOfTheirSizeAndTheHeaderIsFilledUpToEight()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFile();
        SafetensorsWriter.Write(folder.Name, new Dictionary<string, Tensor>
        {
            ["a"] = ones(3, ScalarType.Int8), ["b"] = ones(1, ScalarType.Float64), ["ü"] = ones(5, ScalarType.Float16), ["c\"\\"] = ones(1),
        });
        using var file = SafetensorsFile.Open(folder.Name);
        Assert.Equal(["a", "b", "c\"\\", "ü"], file.Entries.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(0, file.Entries["b"].Position % 8);
        Assert.Equal(0, file.Entries["c\"\\"].Position % 4);
        Assert.Equal(0, file.Entries["ü"].Position % 2);
    }

    [Fact]
    public void AViewIsWrittenInTheOrderOfItsRows()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFile();
        SafetensorsWriter.Write(folder.Name, new Dictionary<string, Tensor> { ["t"] = arange(6, ScalarType.Float32).reshape(2, 3).t() });
        using var file = SafetensorsFile.Open(folder.Name);
        Assert.Equal([0f, 3, 1, 4, 2, 5], file.Load("t").data<float>().ToArray());
    }

    [Fact]
    public void AFailedWriteLeavesTheFileBeforeAndNothingElse()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFile();
        SafetensorsWriter.Write(folder.Name, new Dictionary<string, Tensor> { ["t"] = ones(2) });
        var disposed = ones(2);
        disposed.Dispose();
        // An ObjectDisposedException of this repository's layer, of TorchSharp's what that derives from.
        Assert.ThrowsAny<InvalidOperationException>(() => SafetensorsWriter.Write(folder.Name, new Dictionary<string, Tensor> { ["t"] = disposed }));
        Assert.Throws<NotSupportedException>(() =>
            SafetensorsWriter.Write(folder.Name, new Dictionary<string, Tensor> { ["t"] = zeros(1, ScalarType.ComplexFloat64) }));
        Assert.Equal([folder.Name], Directory.GetFiles(folder.Folder));
        using var file = SafetensorsFile.Open(folder.Name);
        Assert.Equal([1f, 1], file.Load("t").data<float>().ToArray());
    }

    [Fact]
    public void LoadingByNameReportsWhatDoesNotFit()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFile();
        SafetensorsWriter.Write(folder.Name, new Dictionary<string, Tensor> { ["fits"] = full(2, 3.5), ["extra"] = ones(1), ["wide"] = ones(4) });
        using var file = SafetensorsFile.Open(folder.Name);
        var target = new Dictionary<string, Tensor> { ["fits"] = zeros(2, ScalarType.Float64), ["wide"] = zeros(2), ["absent"] = zeros(1) };
        var report = file.LoadInto(target);
        Assert.Equal(["absent"], report.Missing);
        Assert.Equal(["extra"], report.Unexpected);
        Assert.Equal("wide: (2) but (4) in the file", Assert.Single(report.Misshapen).ToString());
        Assert.False(report.IsComplete);
        Assert.Equal([3.5, 3.5], target["fits"].data<double>().ToArray());
        Assert.Equal([0f, 0], target["wide"].data<float>().ToArray());
    }

    [Fact]
    public void AModuleTakesItsParametersByName()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFile();
        var (saved, loaded) = (new Scale(2), new Scale(5));
        SafetensorsWriter.Write(folder.Name, saved.state_dict());
        using var file = SafetensorsFile.Open(folder.Name);
        Assert.True(file.LoadInto(loaded).IsComplete);
        Assert.Equal(2, loaded.state_dict()["scale"].item<float>());
        Assert.True(loaded.parameters().Single().requires_grad);
    }

    [Fact]
    public void AnUnknownNameAndAClosedFileAreErrors()
    {
        var file = SafetensorsFile.Open(s_golden);
        Assert.Throws<KeyNotFoundException>(() => file.Load("no such"));
        file.Dispose();
        Assert.Throws<ObjectDisposedException>(() => file.Load("float"));
    }

    private sealed class Scale : nn.Module
    {
        public Scale(float value)
            : base(nameof(Scale)) => register_parameter("scale", new TorchSharp.Modules.Parameter(tensor(value)));
    }
}
