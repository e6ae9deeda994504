using Lectern.Safetensors;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Lectern.Interop.MLNet.Torch.Tests;

public sealed class StudentPipelineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TextStudent _student = Toys.Student();
    private readonly MLContext _context = new(1);
    private readonly IDataView _view;
    private readonly ITransformer _pipeline;

    public StudentPipelineTests()
    {
        _view = View(_context);
        _pipeline = new StudentEstimator(_context, _student).Fit(_view);
    }

    public void Dispose()
    {
        _student.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void InAPipelineTheStudentGivesWhatItGivesWhenCalledDirectly() => Same(_pipeline.Transform(_view));

    [Fact]
    public void SavedAndReadInAnotherContextItGivesTheSame()
    {
        StudentModels.Save(_context, _pipeline, _view.Schema, _student, _folder["model.zip"]);
        Assert.True(File.Exists(_folder["model.safetensors"]));
        var fresh = new MLContext(2);
        using var loaded = StudentModels.Load(fresh, _folder["model.zip"]);
        Assert.Equal(["Text"], loaded.InputSchema.Select(column => column.Name));
        Same(loaded.Pipeline.Transform(View(fresh)));
    }

    [Fact]
    public void TheStudentIsAStepAmongOthers()
    {
        var pipeline = _context.Transforms.CopyColumns("Text", "Title").Append(new StudentEstimator(_context, _student))
            .Append(_context.Transforms.CopyColumns("Meaning", "Vector"));
        var titled = _context.Data.LoadFromEnumerable(Toys.Texts.Select(text => new Titled { Title = text }));
        var fitted = pipeline.Fit(titled);
        StudentModels.Save(_context, fitted, titled.Schema, _student, _folder["chain.zip"]);
        var fresh = new MLContext(2);
        using var loaded = StudentModels.Load(fresh, _folder["chain.zip"]);
        var read = loaded.Pipeline.Transform(fresh.Data.LoadFromEnumerable(Toys.Texts.Select(text => new Titled { Title = text })));
        Assert.Equal(Toys.Texts.Select(text => _student.Read(text).Vector), read.GetColumn<float[]>("Meaning"));
    }

    [Fact]
    public void TheWeightsOfTheFileDecideAndNotThoseOfTheProgram()
    {
        StudentModels.Save(_context, _pipeline, _view.Schema, _student, _folder["model.zip"]);
        using (var other = Toys.Student(seed: 4))
            StudentWeights.Save(other, _folder["model.safetensors"]);
        using var loaded = StudentModels.Load(new MLContext(2), _folder["model.zip"]);
        Assert.NotEqual(_student.Read("the cat").Vector, loaded.Student.Read("the cat").Vector);
    }

    [Fact]
    public void MissingWeightsAreNamed()
    {
        _context.Model.Save(_pipeline, _view.Schema, _folder["model.zip"]);
        Assert.Contains($"'{_folder["model.safetensors"]}' is missing", Problem(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "is damaged: The file has 0 bytes")]
    [InlineData(100, "is damaged: The header has")]
    [InlineData(-4, "is damaged:")]
    public void DamagedWeightsAreNamed(int kept, string problem)
    {
        StudentModels.Save(_context, _pipeline, _view.Schema, _student, _folder["model.zip"]);
        var bytes = File.ReadAllBytes(_folder["model.safetensors"]);
        File.WriteAllBytes(_folder["model.safetensors"], kept < 0 ? bytes[..^-kept] : bytes[..kept]);
        Assert.Contains($"'{_folder["model.safetensors"]}' {problem}", Problem(), StringComparison.Ordinal);
    }

    [Fact]
    public void WeightsOfSomethingElseAreNamed()
    {
        StudentModels.Save(_context, _pipeline, _view.Schema, _student, _folder["model.zip"]);
        SafetensorsWriter.Write(_folder["model.safetensors"], new Dictionary<string, Tensor> { ["x"] = zeros(2) });
        Assert.Contains("holds no student", Problem(), StringComparison.Ordinal);
    }

    [Fact]
    public void WeightsThatLackATensorAreNamedWithIt()
    {
        StudentModels.Save(_context, _pipeline, _view.Schema, _student, _folder["model.zip"]);
        Dictionary<string, string> metadata;
        using (var file = SafetensorsFile.Open(_folder["model.safetensors"]))
            metadata = new(file.Metadata);
        var tensors = _student.Model.state_dict().Where(pair => pair.Key != "vocab_transform.bias").ToDictionary();
        SafetensorsWriter.Write(_folder["model.safetensors"], tensors, metadata);
        Assert.Contains("does not hold the whole student: missing [vocab_transform.bias]", Problem(), StringComparison.Ordinal);
    }

    [Fact]
    public void ReadWithoutItsWeightsThePipelineSaysHowItIsRead()
    {
        StudentModels.Save(_context, _pipeline, _view.Schema, _student, _folder["model.zip"]);
        var problem = Record.Exception(() => new MLContext(2).Model.Load(_folder["model.zip"], out _));
        Assert.Contains("StudentModels.Load", problem?.ToString(), StringComparison.Ordinal);
    }

    private string Problem() => Assert.Throws<StudentWeightsException>(() => StudentModels.Load(new MLContext(2), _folder["model.zip"])).Message;

    private void Same(IDataView read)
    {
        Assert.Equal(Toys.Texts.Select(text => _student.Read(text).Vector), read.GetColumn<float[]>("Vector"));
        Assert.Equal(Toys.Texts.Select(text => _student.Read(text).Filled), read.GetColumn<string[]>("Filled"));
    }

    private static IDataView View(MLContext context) => context.Data.LoadFromEnumerable(Toys.Texts.Select(text => new StudentText { Text = text }));

    private sealed class Titled
    {
        public string Title { get; set; } = "";
    }
}
