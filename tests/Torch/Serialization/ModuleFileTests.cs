using Lectern.Torch.Tests.Support;
using TorchSharp.Modules;

namespace Lectern.Torch.Tests.Serialization;

public sealed class ModuleFileTests
{
    [Fact]
    public void AModuleComesBackFromItsFile()
    {
        using var scope = NewDisposeScope();
        var (saved, loaded) = (new Pair(1), new Pair(2));
        var path = Path.GetTempFileName();
        try
        {
            Assert.Same(saved, saved.save(path));
            Assert.Same(loaded, loaded.load(path));
        }
        finally
        {
            File.Delete(path);
        }

        foreach (var (name, tensor) in saved.state_dict()) TensorAssert.Close(tensor, loaded.state_dict()[name], 0);
        Assert.All(loaded.parameters(), parameter => Assert.True(parameter.requires_grad && parameter.is_leaf));
    }

    [Fact]
    public void TheFileIsCountedAndEachTensorStandsAfterItsPath()
    {
        using var scope = NewDisposeScope();
        var bytes = Saved(new Pair(3));
        using var reader = new BinaryReader(new MemoryStream(bytes));
        Assert.Equal(3, reader.Read7BitEncodedInt64());
        var paths = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            paths.Add(reader.ReadString());
            TensorFormat.Skip(reader);
        }

        Assert.Equal(["weight", "bias", "count"], paths);
        Assert.Equal(bytes.Length, reader.BaseStream.Position);
    }

    [Fact]
    public void WhatIsSkippedIsNotSavedAndNotLoaded()
    {
        using var scope = NewDisposeScope();
        var bytes = Saved(new Pair(1), "bias");
        var loaded = new Pair(2);
        var bias = loaded.state_dict()["bias"].clone();
        var found = new Dictionary<string, bool>();
        loaded.load(new MemoryStream(bytes), strict: false, skip: ["weight"], found);
        Assert.Equal(new Dictionary<string, bool> { ["weight"] = true, ["count"] = true }, found);
        TensorAssert.Close(bias, loaded.state_dict()["bias"], 0);
        TensorAssert.Close(new Pair(2).state_dict()["weight"], loaded.state_dict()["weight"], 0);
        Assert.Equal(1, loaded.state_dict()["count"].item<long>());
    }

    [Fact]
    public void AStrictLoadNamesWhatTheModuleLacks()
    {
        using var scope = NewDisposeScope();
        var bytes = Saved(new Pair(1));
        var few = Assert.Throws<ArgumentException>(() => new Single().load(new MemoryStream(bytes)));
        Assert.Contains("3", few.Message, StringComparison.Ordinal);
        var single = new Single();
        var found = new Dictionary<string, bool>();
        single.load(new MemoryStream(bytes), strict: false, loadedParameters: found);
        Assert.False(found["bias"]);
        TensorAssert.Close(new Pair(1).state_dict()["weight"], single.state_dict()["weight"], 0);
    }

    [Fact]
    public void EveryTruncationIsAnErrorThatNamesThePath()
    {
        using var scope = NewDisposeScope();
        var bytes = Saved(new Pair(1));
        var module = new Pair(2);
        for (var length = 0; length < bytes.Length; length++)
            Assert.Throws<EndOfStreamException>(() => module.load(new MemoryStream(bytes, 0, length)));
        var last = Assert.Throws<EndOfStreamException>(() => module.load(new MemoryStream(bytes, 0, bytes.Length - 1)));
        Assert.Contains("'count'", last.Message, StringComparison.Ordinal);
    }

    private static byte[] Saved(nn.Module module, params string[] skip)
    {
        using var stream = new MemoryStream();
        module.save(stream, skip);
        return stream.ToArray();
    }

    private sealed class Pair : nn.Module
    {
        private readonly Parameter weight;
        private readonly Parameter bias;

        public Pair(int number)
            : base(nameof(Pair))
        {
            weight = new Parameter(full([2, 3], number * 0.5, device: TestDevice.Current));
            bias = new Parameter(full([3], -number, ScalarType.Float64, TestDevice.Current));
            register_parameter(nameof(weight), weight);
            register_parameter(nameof(bias), bias);
            register_buffer("count", tensor((long)number, device: TestDevice.Current));
        }
    }

    private sealed class Single : nn.Module
    {
        public Single()
            : base(nameof(Single)) => register_parameter("weight", new Parameter(zeros(2, 3, device: TestDevice.Current)));
    }
}
