using System.Text.Json;
using Lectern.Implementations.Distilbert;
using Lectern.Safetensors;
using Student = Lectern.Implementations.Distilbert.Distilbert;

namespace Lectern.Interop.MLNet.Torch;

/// <summary>A student in one safetensors file: its weights, and as metadata its sizes and its vocabulary.</summary>
public static class StudentWeights
{
    private const string Sizes = "distilbert";
    private const string Vocabulary = "vocabulary";

    public static void Save(TextStudent student, string path) => SafetensorsWriter.Write(path, student.Model.state_dict(), new Dictionary<string, string>
    {
        [Sizes] = JsonSerializer.Serialize(ModelSizes.Of(student.Config)),
        [Vocabulary] = string.Join('\n', student.Vocabulary),
    });

    public static TextStudent Load(string path)
    {
        if (!File.Exists(path))
            throw new StudentWeightsException($"'{path}' is missing: the weights of the student belong beside the pipeline.");
        Student? model = null;
        try
        {
            using var file = SafetensorsFile.Open(path);
            if (!file.Metadata.TryGetValue(Sizes, out var sizes) || !file.Metadata.TryGetValue(Vocabulary, out var vocabulary))
                throw new StudentWeightsException($"'{path}' holds no student: it does not say its sizes and its vocabulary.");
            model = new(JsonSerializer.Deserialize<ModelSizes>(sizes)!.Config());
            if (file.LoadInto(model) is { IsComplete: false } report)
                throw new StudentWeightsException($"'{path}' does not hold the whole student: {report}.");
            return new(model, vocabulary.Split('\n'));
        }
        catch (Exception problem) when (problem is SafetensorsException or JsonException or ArgumentException or NotSupportedException)
        {
            model?.Dispose();
            throw new StudentWeightsException($"'{path}' is damaged: {problem.Message}", problem);
        }
        catch (StudentWeightsException)
        {
            model?.Dispose();
            throw;
        }
    }

    /// <summary>What decides the shapes of the weights.</summary>
    private sealed record ModelSizes(long Pieces, long Width, long InnerWidth, long Heads, int Layers, long Positions)
    {
        public static ModelSizes Of(DistilbertConfig config) => new(config.Vocabulary, config.dim, config.hidden_dim, config.Heads, config.Layers, config.Positions);

        public DistilbertConfig Config() => new()
        {
            Vocabulary = Pieces, dim = Width, hidden_dim = InnerWidth, Heads = Heads, Layers = Layers, Positions = Positions,
        };
    }
}
