using Microsoft.ML;
using Microsoft.ML.Transforms;

namespace Lectern.Interop.MLNet.Torch;

/// <summary>A student as a step of a pipeline: from the column <c>Text</c> to <c>Vector</c> and <c>Filled</c>. It was trained before, so fitting changes nothing.</summary>
public sealed class StudentEstimator : IEstimator<ITransformer>
{
    internal const string Contract = "Lectern.TextStudent";

    private readonly CustomMappingEstimator<StudentText, StudentReading> _mapping;

    public StudentEstimator(MLContext context, TextStudent student) =>
        _mapping = context.Transforms.CustomMapping(Mapping(student), Contract);

    public ITransformer Fit(IDataView input) => _mapping.Fit(input);

    public SchemaShape GetOutputSchema(SchemaShape inputSchema) => _mapping.GetOutputSchema(inputSchema);

    internal static Action<StudentText, StudentReading> Mapping(TextStudent student) => (from, to) =>
    {
        var reading = student.Read(from.Text);
        (to.Vector, to.Filled) = (reading.Vector, reading.Filled);
    };
}
