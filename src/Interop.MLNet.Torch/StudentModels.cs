using Microsoft.ML;

namespace Lectern.Interop.MLNet.Torch;

/// <summary>A pipeline as ML.NET read it, with the student in it.</summary>
public sealed record LoadedPipeline(ITransformer Pipeline, DataViewSchema InputSchema, TextStudent Student) : IDisposable
{
    public void Dispose() => Student.Dispose();
}

/// <summary>Pipelines with a student, as <c>NAME.zip</c> and beside it <c>NAME.safetensors</c>.</summary>
public static class StudentModels
{
    public static void Save(MLContext context, ITransformer pipeline, DataViewSchema inputSchema, TextStudent student, string path)
    {
        StudentWeights.Save(student, WeightsBeside(path));
        context.Model.Save(pipeline, inputSchema, path);
    }

    public static LoadedPipeline Load(MLContext context, string path)
    {
        var student = StudentWeights.Load(WeightsBeside(path));
        try
        {
            context.ComponentCatalog.RegisterAssembly(typeof(StudentMappingFactory).Assembly);
            return StudentMappingFactory.With(student, () => new LoadedPipeline(context.Model.Load(path, out var schema), schema, student));
        }
        catch
        {
            student.Dispose();
            throw;
        }
    }

    public static string WeightsBeside(string path) => Path.ChangeExtension(path, ".safetensors");
}
